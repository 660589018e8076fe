"""Forms as data: which there are, how each is filled in, and how what was filled in is read."""
