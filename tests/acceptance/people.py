"""Who talks with the bot: people of the test register, by their identity in Slack."""

from __future__ import annotations

STAFF = "slack:U0STAFF01"
"""Somebody who keeps no channel."""
MAINTAINER, OTHER = "slack:U0LIB0001", "slack:U0LIB0002"
"""Both maintain the library's Instagram, the first one also its Facebook."""
HEAD = "slack:U0LIBHEAD"
"""The head of the library, who is responsible for its channels."""
ICT = "slack:U0ICT0001"
"""The ICT secretary."""
GUEST = "slack:U0GUEST01"
"""Somebody whom the register does not know, from another organisation."""
