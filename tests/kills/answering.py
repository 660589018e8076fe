"""The answers of a small guideline, made once: whatever is killed is forked from a process that has them already."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.domain.language import Language
from tests.unit.services.questions.test_answers import answers_of

_FOLDER = Path(tempfile.mkdtemp())
(_FOLDER / "fi").mkdir()
# It is known how staff ask, so that no subjects have to be learnt, which takes long.
(_FOLDER / "fi" / "asked.toml").write_text(
    '1 = ["saako kuvan julkaista"]\n"2.1" = ["milloin salasana vaihdetaan"]\n3 = ["mihin mennessä vastataan"]\n',
    encoding="utf-8",
)
ANSWERS = answers_of(_FOLDER)
for language in Language:
    ANSWERS.ask("kuka päättää", language)  # whoever asks first learns the language, which takes a while
