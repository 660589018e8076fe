"""What is said beyond what is meant, told by the facts that were heard: names of cues that a text has."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.domain.register import Narrowing
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard, cues_in
from bot.understanding.plain_answers import Plain, PlainAnswer
from bot.understanding.reading import Happened, Leaving, OfAbsence, PauseChange


def is_back(facts: frozenset[str]) -> bool:
    """Whether a pause is over, or a channel is to be in use again."""
    return bool(facts & {"pause_over", "reminders_on"}) or (facts >= {"resume", "channel"} and not pause_changed(facts))


def pause_changed(facts: frozenset[str]) -> PauseChange | None:
    """What is to change of a pause that is agreed."""
    if "pause_over" in facts:
        return None
    told = {"pause_longer": PauseChange.END, "pause_begins": PauseChange.START, "pause_moves": PauseChange.BOTH}
    return next((change for fact, change in told.items() if fact in facts), None)


def answered(facts: frozenset[str]) -> PlainAnswer | None:
    """What is said in more words than a plain answer has to somebody who was reminded: to stop, or that it was not
    done."""
    if "fewer" in facts:
        return PlainAnswer(Plain.NO_MORE)
    return PlainAnswer(Plain.NO) if facts & {"nothing_new", "not_done", "would_have"} else None


def happened(text: str) -> Happened | None:
    """What is told of an account in trouble, by all that was said, the command included."""
    told = cues_in(text)
    for happened, cues in _TELL.items():
        if told & cues:
            return happened
    if told & {"taken", "hit", "password_gone", "odd"}:
        return None
    if "imitation" in told:
        return Happened.FAKE
    return Happened.SHUT_OUT if told & {"shut_out", "forgot"} and "stranger" not in told else None


_TELL: Final[Mapping[Happened, frozenset[str]]] = {
    Happened.CLICKED: frozenset({"clicked"}),
    Happened.CASES: frozenset({"cases"}),
    Happened.OVER: frozenset({"false_alarm"}),
}
"""What is told by cues of its own, whatever else is said."""


def advice(facts: frozenset[str]) -> tuple[str, ...]:
    """What the bot advises by itself: where somebody threatens, and what is done if an account is hijacked."""
    is_hijacked = bool(facts & {"incident", "hit", "taken"}) and bool(facts & {"how", "if_only", "must", "supposed"})
    said = {"threat": "threat" in facts, "hijacking": is_hijacked and "threat" not in facts}
    return tuple(one for one, holds in said.items() if holds)


def of_absence(intent: Intent, heard: Heard, today: date) -> OfAbsence:
    """What is said of an absence beside its days."""
    facts, is_short = heard.facts, len(heard.parts.words) <= _FEW and not heard.parts.leading
    return OfAbsence(
        plain=intent is Intent.AWAY and is_short and heard.times.is_one_span(today),
        moved=intent is Intent.AWAY and not facts.isdisjoint(_AMEND),
        starts="new_start" in facts,
        ends="new_end" in facts,
        corrects="corrects" in facts,
        is_back="back_self" in facts and facts.isdisjoint(("called_off", "not_absent")),
        of_other=_is_of_other(facts),
        own=intent is Intent.ABSENCES and "own_absence" in facts,
        sooner="sooner" in facts,
        until_told="until_told" in facts,
        names_cover="cover" in facts and "no_cover" not in facts,
        covers=_covers(facts) if intent is Intent.ABSENCES else None,
        asks_for_cover=intent is Intent.OWNER and ("absent" in facts or "cover" in facts),
        is_over="was_absent" in facts,
        is_remote="remote" in facts and "absent" not in facts,
    )


_FEW: Final = 12
"""How many words an absence has at most of which nothing is misheard."""
_AMEND: Final = frozenset({"moved", "new_start", "new_end", "new_days"})
"""By what an absence that is noted is changed."""


def of_leaving(intent: Intent, facts: frozenset[str]) -> Leaving | None:
    """What is said of somebody's leaving. A text that begins with a person asks nothing by a word that would begin
    a question: "… has left"."""
    if intent is not Intent.LEFT:
        return None
    if "asks_left" in facts and "begins" not in facts:
        return Leaving.ASKED
    if "unsure_leaving" in facts:
        return Leaving.UNSURE
    return Leaving.SPEAKER if facts & {"self", "leaving_self"} and "person" not in facts else None


def _is_of_other(facts: frozenset[str]) -> bool:
    """Whether an absence may be somebody else's: nothing says that it is the speaker's, and any mention begins it."""
    return facts.isdisjoint(("self", "cover", "marks_absence")) and ("person" not in facts or "begins" in facts)


def _covers(facts: frozenset[str]) -> bool | None:
    """Whether the speaker stands in for somebody, where they say so."""
    if "will_not_cover" in facts:
        return False
    return True if "will_cover" in facts else None


_NARROWED: Final = (
    ("retired", Narrowing.RETIRED),
    ("no_responsible", Narrowing.UNANSWERED),
    ("single", Narrowing.SINGLE),
    ("unlinked", Narrowing.UNLINKED),
)
"""What chooses channels whatever else is said."""


def narrowed(facts: frozenset[str]) -> Narrowing | None:
    """Which of the channels are to be listed, by what was said of them."""
    for fact, narrowing in _NARROWED:
        if fact in facts:
            return narrowing
    is_of_all = facts >= {"all"} and facts.isdisjoint({"idle", "gone"}) and facts & {"keeper", "own"}
    if is_of_all or "with_people" in facts:
        return Narrowing.PEOPLE
    if "gone" in facts and facts & {"who", "which"} and "any_channel" not in facts:
        return Narrowing.LEAVERS
    if "pause" in facts and "not" not in facts:
        return Narrowing.PAUSED
    if "idle" in facts:
        return Narrowing.UNKEPT if "keeper" in facts else Narrowing.QUIET
    return Narrowing.BY_UNIT if "by_unit" in facts else None
