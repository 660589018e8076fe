"""What the bot is installed and looked over with, outside of the bot itself."""
