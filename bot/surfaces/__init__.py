"""Where people meet the bot: each surface parses what they do, asks the conversation, and renders the outcome."""
