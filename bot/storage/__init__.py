"""Where all is kept: in memory for tests, embedded in a folder by default."""
