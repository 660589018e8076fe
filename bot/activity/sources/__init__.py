"""The kinds of sources, a module each: where to look, and what the bytes that come from there say."""
