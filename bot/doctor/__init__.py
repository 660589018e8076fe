"""What can be wrong with a set-up: each check looks at one thing, and says what it found and what to do."""
