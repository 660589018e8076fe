"""The embedded store: a folder with the state in TinyDB, a journal of what came after it, and the history."""
