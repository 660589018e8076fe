"""What people were told of what others did: for each thing that is in a store, exactly one notice to each."""

from __future__ import annotations

from collections import Counter

from bot.services.notices import (
    AnswerArrived,
    Appointed,
    CoverAgreed,
    HandoverAnswered,
    HandoverAsked,
    QuestionForSecretary,
)
from bot.services.ports import State
from bot.services.questions.documents import OPEN
from bot.services.register.documents import register_of
from bot.services.reminders.documents import HANDOVERS
from bot.services.reminders.entries import OUTBOX


def require_told_once(kept: State, forgetting: State, *, named: int = 1, secretaries: int = 1) -> Counter[str]:
    """See that each thing that is there has its notices, once; the notices by their kind. ``named`` people are named
    when a channel is registered, and questions go to so many ``secretaries``."""
    entries, channels = kept.of(OUTBOX).values(), register_of(kept).channels
    notices = [entry.notice for entry in entries]
    told = Counter(notice.channel.id for notice in notices if isinstance(notice, Appointed))
    assert told == dict.fromkeys(channels, named), "a registration without its notices, or with too many"

    asked_to = [(one.notice, one.person.id) for one in entries if isinstance(one.notice, HandoverAsked)]
    proposed = {notice.id: notice.channel.id for notice, _ in asked_to}
    taken_on = {one.channel.id for one, heir in asked_to if heir in channels[one.channel.id].maintainer_ids}
    answered = Counter(notice.channel.id for notice in notices if isinstance(notice, HandoverAnswered))
    assert answered == dict.fromkeys(taken_on, 1), "a hand-over without its notice, or with two"
    still_open = {key: one.channel for key, one in kept.of(HANDOVERS).items()}
    assert still_open == {key: channel for key, channel in proposed.items() if channel not in taken_on}, (
        "a proposal that nobody was asked about"
    )

    agreed = Counter((one.absent.id, one.start) for one in notices if isinstance(one, CoverAgreed))
    covers = {(one.absent, one.start) for channel in channels.values() for one in channel.holiday_covers}
    assert agreed == dict.fromkeys(covers, 1), "a cover without its notice, or with two"

    asked = forgetting.of(OPEN)
    questions = Counter(notice.key for notice in notices if isinstance(notice, QuestionForSecretary))
    assert questions == dict.fromkeys(asked, secretaries), "a question that somebody did not get, or got twice"
    answers = Counter(notice.key for notice in notices if isinstance(notice, AnswerArrived))
    assert answers == dict.fromkeys((key for key, one in asked.items() if one.given), 1)
    return Counter(type(notice).__name__ for notice in notices)


def done(kept: State, forgetting: State) -> set[str]:
    """What was done, in a word each: channels by their names, questions by their texts."""
    channels, asked = register_of(kept).channels.values(), forgetting.of(OPEN).values()
    notices = [entry.notice for entry in kept.of(OUTBOX).values()]
    there = {f"registered {channel.name}" for channel in channels}
    there |= {f"covered {channel.name}" for channel in channels if channel.holiday_covers}
    there |= {f"asked {one.channel.name}" for one in notices if isinstance(one, HandoverAsked)}
    there |= {f"accepted {one.channel.name}" for one in notices if isinstance(one, HandoverAnswered)}
    there |= {f"question {one.question}" for one in asked}
    return there | {f"answered {one.question}" for one in asked if one.given}
