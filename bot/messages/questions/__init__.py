"""The guideline, what it answers, and what it does not, as messages."""
