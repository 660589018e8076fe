"""The bot's texts in Fluent: content, no code."""
