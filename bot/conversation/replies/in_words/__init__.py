"""Replies to who answers in words what waits for them, or corrects what they have just told."""
