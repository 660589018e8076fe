"""The answers of a small guideline, made once: whatever is killed is forked from a process that has them already."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.domain.language import Language
from tests.unit.services.questions.test_answers import answers_of

ANSWERS = answers_of(Path(tempfile.mkdtemp()))
for language in Language:
    ANSWERS.ask("kuka päättää", language)  # whoever asks first learns the language, which takes a while
