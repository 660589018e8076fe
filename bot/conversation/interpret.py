"""From what somebody typed to what they want. Pure: no clock, no register, no surface."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.conversation.commands import Intent, addressed, parse_command
from bot.conversation.cues import GROUPS, RULES, SIGNALS
from bot.conversation.dates import Dates, Prefer, Span, read_dates
from bot.conversation.vocabulary import Mentions, Vocabulary, words_of
from bot.domain.language import Language, detect
from bot.domain.people import is_email, parse_reference
from bot.domain.register import ChannelQuery

LIMIT = 1_000
"""Characters that are read of a text."""
