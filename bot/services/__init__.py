"""What the bot can do, for whom. Permissions are decided here; no surface, store or clock is known here."""
