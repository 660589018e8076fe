"""A Slack of our own on loopback: it checks what Slack checks, records what it is asked, and misbehaves to order."""
