"""What comes from Slack: let in, once, and answered in time."""
