"""A simulated municipality, and the rules that reminders keep there."""
