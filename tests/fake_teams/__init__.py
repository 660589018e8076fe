"""A Teams that refuses what Teams refuses: it signs tokens, takes messages, and misbehaves where it is told to."""
