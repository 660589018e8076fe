"""The bot in local-slack, a small Slack with a web page, looked at and clicked in headless Chromium."""
