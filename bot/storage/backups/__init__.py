"""Backups of all that the bot keeps, and restoring one."""
