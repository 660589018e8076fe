"""Microsoft Teams: the Bot Connector protocol, spoken by ourselves."""
