"""A reminder is one message in Slack, whatever is in it, so that each answer can take its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.conversation.actions import decode, encode
from bot.domain.delivery import Reason
from bot.domain.duties import ACCESS
from bot.domain.evidence import Evidence, EvidenceKind, State
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.reminders.access import AccessLine
from bot.domain.reminders.confirming import ConfirmLine
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.notice import (
    Answer,
    Answered,
    Beginning,
    BrokenSource,
    ChannelName,
    HolidayQuestion,
    NotReachable,
    ReminderLine,
    ReminderNotice,
    SecretaryDigest,
    ShadowPreview,
    WebsiteFindings,
    WouldGet,
)
from bot.domain.reminders.seasons import Season
from bot.messages.model import Action, Actions, Button, Message, Row, Style, Verb, presses
from bot.messages.notices import render as render_notice
from bot.surfaces.slack.rendering.blocks import render
from tests.contract.block_kit_limits import message_problems
from tests.support.looks import confusing

DAY = date(2026, 12, 7)
ID = "kirjastopalvelut-instagram"
KEY = "2026-12-07/slack-u0123abcdef"


def lines(count: int) -> tuple[ReminderLine, ...]:
    evidence = Evidence(EvidenceKind.TOLD, DAY)
    steps = list(Step)
    return tuple(
        ReminderLine(
            f"{ID}-{n}",
            f"Kirjaston pitkäniminen kanava {n}",
            f"https://www.instagram.com/kanava{n}/",
            evidence,
            list(State)[1 + n % 2],
            steps[n % 3],
            last=n % 4 == 0,
            absent=Person("p", f"Henkilö {n}") if n % 5 == 0 else None,
            answer=Answer(Answered.LATER, DAY) if n % 7 == 6 else None,
        )
        for n in range(count)
    )


def names(count: int) -> tuple[ChannelName, ...]:
    return tuple(ChannelName(f"{ID}-{n}", f"Kirjaston pitkäniminen kanava {n}") for n in range(count))


def access(count: int) -> tuple[AccessLine, ...]:
    return tuple(
        AccessLine(one.id, one.name, Person(f"p-{one.id}", "Entinen ylläpitäjä"), DAY, done=False)
        for one in names(count)
    )


def confirming(count: int) -> tuple[ConfirmLine, ...]:
    holders = tuple(Person(f"p{n}", f"Henkilö {n}") for n in range(3))
    return tuple(ConfirmLine(one.id, one.name, (ACCESS, "announced"), (), holders, done=False) for one in names(count))


FULL = SecretaryDigest(
    names(40),
    names(40),
    tuple(
        BrokenSource(one.id, one.name, ("no_feed", "no_account", "key_refused")[n % 3])
        for n, one in enumerate(names(40))
    ),
    names(40),
    names(40),
    tuple(NotReachable(Person(f"p{n}", f"Henkilö {n}"), Reason.DEACTIVATED) for n in range(20)),
    questions=3,
    website=WebsiteFindings(names(40), 7),
)
HOLIDAYS = HolidayQuestion(Season.CHRISTMAS, DAY, DAY, names(30))
BEGINS = Beginning(DAY, time(9), 40, 120)
REMINDERS = {
    "one channel": ReminderNotice(KEY, lines(1)),
    "some channels": ReminderNotice(KEY, lines(4), holidays=HOLIDAYS),
    "expanded": ReminderNotice(KEY, lines(6), expanded=f"{ID}-3"),
    "very many channels": ReminderNotice(KEY, lines(200)),
    "the secretary's Monday": ReminderNotice(KEY, lines(30), digest=FULL),
    "access to take away": ReminderNotice(KEY, access=access(5)),
    "channels, holidays and access": ReminderNotice(KEY, lines(30), holidays=HOLIDAYS, access=access(5)),
    "channels, confirming and access": ReminderNotice(KEY, lines(30), confirming=confirming(5), access=access(5)),
    "the secretary's Monday with access": ReminderNotice(KEY, lines(30), digest=FULL, access=access(5)),
    "the word that reminders begin": ReminderNotice(KEY, begins=BEGINS),
    "the last day of the preview": ReminderNotice(
        KEY,
        begins=BEGINS,
        preview=ShadowPreview(
            tuple(WouldGet(Person(f"p{n}", f"Henkilö {n}"), tuple("ABCDE"), DAY) for n in range(60)), DAY
        ),
        digest=FULL,
    ),
    "a preview": ReminderNotice(
        KEY,
        preview=ShadowPreview(tuple(WouldGet(Person(f"p{n}", f"Henkilö {n}"), ("A", "B")) for n in range(60)), DAY),
        digest=FULL,
    ),
}


def message(name: str, language: Language) -> Message:
    return render_notice(REMINDERS[name], language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", REMINDERS)
def test_a_reminder_is_within_slacks_limits(name: str, language: Language) -> None:
    for page in render(message(name, language)):
        assert list(message_problems(page.blocks, page.text)) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", REMINDERS)
def test_a_reminder_is_one_message_so_that_an_answer_can_take_its_place(name: str, language: Language) -> None:
    assert len(render(message(name, language))) == 1


@pytest.mark.parametrize("language", list(Language))
def test_one_channel_is_asked_about_in_a_sentence_with_its_answers_in_one_row(language: Language) -> None:
    """A phone shows some five things to press in a row; what is seldom answered is behind the last of them."""
    line = replace(lines(2)[1], in_charge=True)
    (page,) = render(render_notice(ReminderNotice(KEY, (line,)), language))
    question, answers, _ = page.blocks
    assert (question["type"], answers["type"]) == ("rich_text", "actions")
    assert str(question).count("?") == 1
    kinds = [one["type"] for one in answers["elements"]]
    assert kinds == ["button", "button", "static_select", "button", "overflow"]
    (closing,) = [one for one in answers["elements"] if "confirm" in one]
    assert line.name in str(closing["confirm"])


@pytest.mark.parametrize("name", REMINDERS)
def test_each_button_of_a_reminder_says_something_short_and_can_be_read_back(name: str) -> None:
    buttons = list(presses(message(name, Language.FI)))
    assert buttons
    assert all(decode(encode(button.action)) == button.action for button in buttons)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", REMINDERS)
def test_no_two_buttons_of_a_reminder_look_alike(name: str, language: Language) -> None:
    assert list(confusing(message(name, language))) == []


def test_buttons_that_show_the_same_thirty_characters_look_alike() -> None:
    """The check of the checks: which runs on all that the bot says in the acceptance tests."""
    long = "Päivitetty: Suomussalmen kunnan "
    first, second = (Button(f"{long}{name}", Action(Verb.UPDATED, (name, ""))) for name in ("Facebook", "Instagram"))
    assert list(confusing(Message((Actions((first, second)),), Language.FI)))
    assert list(confusing(Message((Row("a", first), Row("b", second)), Language.FI))) == []
    assert list(confusing(Message((Row("a", first), Row("a", second)), Language.FI)))
    main = replace(first, style=Style.PRIMARY)
    assert list(confusing(Message((Actions((main,)), Row("b", main)), Language.FI)))
