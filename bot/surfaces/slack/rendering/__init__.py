"""Messages and forms in Slack's own idiom."""
