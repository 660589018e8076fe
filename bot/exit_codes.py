"""What a command ends with: done; findings, or nothing found; wrong use or settings."""

DONE, FOUND, WRONG = 0, 1, 2
