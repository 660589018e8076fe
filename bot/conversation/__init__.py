"""The conversation: from what somebody said, pressed or filled in, to what the bot replies."""
