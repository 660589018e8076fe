"""Channels and people as they are written down: in forms, on one line, in lists and in files."""
