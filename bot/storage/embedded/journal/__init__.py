"""A journal: an append-only file of one line a commit. A line that is on the disk is a commit; nothing else is."""
