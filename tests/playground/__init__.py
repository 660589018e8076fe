"""What people do in Teams, in Microsoft's Playground: its page, its connector, and between it and the bot a relay."""
