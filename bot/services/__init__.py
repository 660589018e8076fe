"""What the bot can do, for whom. Permissions are decided here; nothing here knows of a surface, a store or the clock."""
