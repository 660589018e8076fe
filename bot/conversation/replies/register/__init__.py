"""Replies on channels and the register that they are in."""
