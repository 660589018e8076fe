"""What is meant by whoever may not do what their words seem to ask for."""

from bot.conversation.exchange import Said
from bot.conversation.turn import Turn
from bot.knowledge.content import common
from bot.language.lexicon import words_of
from bot.services.access import is_keeper, sees_all
from bot.understanding.commands import Intent
from bot.understanding.hearing import cues_in
from bot.understanding.reading import Reading, Staffs

_FORMS = frozenset({Intent.REGISTER, Intent.EDIT, Intent.RETIRE, Intent.PAUSE, Intent.LEFT})
"""Commands of the ICT secretary's that come back as a form where they do not parse."""
_LISTS = frozenset({Intent.AUDIT, Intent.HISTORY, Intent.GAPS, Intent.WEBSITE, Intent.EXPORT})
"""What only the ICT secretary may look at."""


def for_whom_it_is_not(turn: Turn, reading: Reading) -> Intent | None:
    """What else is meant where a list is guessed that the ICT secretary alone sees: whoever else asks wants to know
    something, and no list; those who see all channels, how these stand with their duties. And where it is told who
    answers for a channel from now on: only its maintainer hands it over."""
    if reading.intent is Intent.HANDOVER and reading.staffs is Staffs.RESPONSIBLE:
        channels = () if reading.query.is_empty else turn.register.find(reading.query)
        is_own = any(turn.actor.person.id in channel.maintainer_ids for channel in channels)
        return Intent.EDIT if channels and not is_own else None
    if reading.intent is Intent.RETIRE and not turn.actor.is_ict_secretary:  # "stop!", or a channel that there is not
        if reading.query.is_empty:
            return Intent.SMALLTALK if _is_chat(turn) else None
        return None if turn.register.find(reading.query) else Intent.ASK
    if reading.intent is Intent.HISTORY and not turn.actor.is_ict_secretary and "fate" in cues_in(_typed(turn)):
        return Intent.OWNER  # what has become of a channel its card tells
    if reading.guessed and reading.intent is Intent.UNDO and not turn.actor.is_ict_secretary and not reading.close:
        return Intent.SMALLTALK
    if not reading.guessed or turn.actor.is_ict_secretary or reading.narrowed or reading.intent not in _LISTS:
        return None
    return Intent.DUTIES if reading.intent is Intent.AUDIT and sees_all(turn.actor) else Intent.ASK


def _is_chat(turn: Turn) -> bool:
    """Whether all that was said is small talk as well, be it a command: "lopeta" may just be "stop it"."""
    words = words_of(_typed(turn))
    return bool(words) and set(range(len(words))) <= common.cues().find(words).greeting


def _typed(turn: Turn) -> str:
    """What was typed; empty where something was pressed or sent in."""
    return turn.incoming.content.text if isinstance(turn.incoming.content, Said) else ""


def opens_form(turn: Turn, intent: Intent) -> bool:
    """Whether a command that does not parse comes back as a form to the person: whom it is not for gets what the words
    mean else."""
    if intent is Intent.HANDOVER:
        return any(is_keeper(turn.actor, channel) for channel in turn.register.channels.values())
    return turn.actor.is_ict_secretary and intent in _FORMS
