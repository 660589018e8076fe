"""What is logged, as whoever reads it gets it."""

from __future__ import annotations

import logging

from bot.logs import PlainWords


def test_somebody_at_a_terminal_reads_a_sentence_and_its_fields() -> None:
    record = logging.makeLogRecord({"msg": "Waiting for %s", "args": ("it",), "why": "it writes", "most": 3})
    assert PlainWords().format(record) == "Waiting for it (why: it writes, most: 3)"
    assert PlainWords().format(logging.makeLogRecord({"msg": "Stopping"})) == "Stopping"
