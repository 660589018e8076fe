"""The answers of a small guideline, made once: whatever is killed is forked from a process that has them already."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.unit.services.questions.test_answers import answers_of

ANSWERS = answers_of(Path(tempfile.mkdtemp()))
asyncio.run(ANSWERS.learn())
