"""By what words the intents are told, as data; which of them together mean which intent, `rules` say.

``SIGNALS`` holds what people say: a signal a paragraph, ``name: Finnish | Swedish | English``, words and phrases
between commas; ``*`` stands for any ending, ``~`` for up to four words in between, ``/`` for "or", ``^`` for the
beginning of the text. All is compared, and therefore written, in small letters without accents.
"""

from __future__ import annotations

from bot.understanding.cues_of_deeds import DEEDS
from bot.understanding.cues_of_questions import QUESTIONS
from bot.understanding.cues_of_talk import TALK

SIGNALS = QUESTIONS + DEEDS + TALK
"""What people say, a signal a paragraph."""
