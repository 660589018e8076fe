"""Slack: neutral messages and forms as Block Kit."""
