"""What the bot says: results of the services turned into neutral messages, in three languages."""
