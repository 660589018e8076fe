"""Replies to answers in words, as messages."""
