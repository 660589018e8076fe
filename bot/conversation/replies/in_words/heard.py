"""What somebody's words most likely say to what waits for their answer, and on what terms they say yes."""

from typing import Final

from bot.conversation.exchange import Said as Typed
from bot.conversation.turn import Spoken
from bot.knowledge.content import common
from bot.knowledge.content.wording.cues import ON_TERMS
from bot.language.lexicon import words_of
from bot.understanding.aliases import addressed
from bot.understanding.learnt.answer_model import LikelyAnswer, Question, Said, likely_answer
from bot.understanding.plain_answers import Plain, plain_answer

_YES_FROM: Final = 0.7
"""How likely what stands before the terms must be a yes."""


async def likely_said(turn: Spoken, question: Question, text: str = "") -> LikelyAnswer:
    """What ``text``, or else all that they said, most likely says as an answer to ``question``."""
    of_person = turn.incoming.person.language or turn.incoming.locale
    return await likely_answer(text or addressed(turn.text), question, turn.reading.language, of_person)


async def terms_of_yes(turn: Spoken) -> str:
    """On what terms they say yes, as they typed it: what follows on the yes that it begins with; empty where they say
    none."""
    content = turn.incoming.content  # "men bara till jul" may have been added to the question before it
    chunks = addressed(content.text if isinstance(content, Typed) else turn.text).split()
    for place in range(1, len(chunks) * ("?" not in turn.text)):
        terms = words_of(" ".join(chunks[place:]))
        is_said = ON_TERMS in common.cues().find(terms).names
        if is_said and await _is_yes(turn, " ".join(chunks[:place]).rstrip(",;:")):
            return " ".join(chunks[place + common.dialogue().opening(terms, "going_on") :])
    return ""


async def _is_yes(turn: Spoken, text: str) -> bool:
    answer = plain_answer(text, turn.today)
    likely = await likely_said(turn, Question.ASKED, text)
    is_plain = answer is not None and answer.what in (Plain.YES, Plain.AGREE)
    return is_plain or (likely.said is Said.YES and likely.share >= _YES_FROM)
