"""Slack: what people do there becomes an ``Incoming``; messages and forms become Block Kit."""
