"""Who may do what with duties, accounts in trouble and the report: each verb by each role, forged presses and forms
included. What may be done with proposals is in ``test_decision_rights``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

import pytest

from bot.app.bootstrap import OPERATOR
from bot.conversation.exchange import Incoming, Outcome, Submitted
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from bot.services.ports import Event, EventKind
from bot.services.register.documents import register_of
from bot.services.trouble import TROUBLES
from tests.acceptance.deciding import BOSS
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.acceptance.reminder_days import run
from tests.support.bot_in_memory import HELSINKI, Bot, text_of
from tests.support.registers import put_in

FI = Language.FI
FEBRUARY = datetime(2027, 2, 1, 9, tzinfo=HELSINKI)
CHANNEL = "kirjasto-facebook"
DUTY = "decision_on_use"
ROLES: Final = {
    "guest": GUEST,
    "keeper as a guest": MAINTAINER,
    "ict as a guest": ICT,
    "staff": STAFF,
    "keeper of another": OTHER,
    "maintainer": MAINTAINER,
    "responsible": HEAD,
    "superior": "slack:U0SUPER01",
    "decider": BOSS,
    "ict": ICT,
}
"""Each role, by somebody who has it towards the library's Facebook."""
HERE: Final = frozenset(role for role in ROLES if "guest" not in role)
KEEPERS: Final = frozenset({"maintainer", "responsible", "ict"})
ANSWERING: Final = frozenset({"responsible", "ict"})
GRANTERS: Final = frozenset({"decider", "ict"})
Act = Callable[[Bot, str, bool], Awaitable[Outcome]]


def pressing(verb: Verb, *args: str) -> Act:
    """A press of a button that the person may never have been shown."""
    return lambda bot, who, guest: bot.pressed_old(who, verb, *args, guest=guest)


def sending(form: str, subject: tuple[str, ...] = (CHANNEL,), **values: str) -> Act:
    """A form that was made up, and never opened."""

    async def send(bot: Bot, who: str, guest: bool) -> Outcome:
        sent = Submitted(form, ("fi", *subject), values)
        incoming = Incoming(await bot.person(who), sent, bot.clock.now(), locale=FI, guest=guest)
        return await bot.application.conversation.handle(incoming)

    return send


def saying(text: str) -> Act:
    return lambda bot, who, guest: bot.said(who, text, locale=FI, guest=guest)


async def confirming_all(bot: Bot, who: str, guest: bool) -> Outcome:
    """The press in the message that the head of the library got."""
    return await bot.pressed_old(who, Verb.CONFIRM_ALL, f"{FEBRUARY.date()}/slack-u0libhead", CHANNEL, guest=guest)


CHANGES: Final[dict[str, tuple[Act, str, frozenset[str]]]] = {
    "exempt": (
        sending("exemption", duty="announced", reason="Ei tarvita", end="2027-12-31"),
        "not-allowed-exempt",
        GRANTERS,
    ),
    "end an exemption": (pressing(Verb.END_EXEMPTION, CHANNEL, DUTY), "not-allowed-exempt", GRANTERS),
    "confirm at a press": (confirming_all, "stale-button", frozenset({"responsible"})),
    "confirm": (sending("confirm", (CHANNEL, ""), access_checked="yes"), "not-allowed-responsible", ANSWERING),
    "open trouble": (pressing(Verb.TROUBLE_OPEN, "kirjasto-instagram", "fake"), "not-allowed-staff", HERE),
    "take trouble back": (pressing(Verb.TROUBLE_BACK, CHANNEL, "hijacked"), "not-allowed-keeper", KEEPERS),
    "log trouble": (sending("trouble-log", text="Palvelulle on ilmoitettu"), "not-allowed-keeper", KEEPERS),
    "close trouble": (sending("trouble-close", learnt="Kaksi vaihetta kaikille"), "not-allowed-keeper", KEEPERS),
}
"""What changes something, what others are told, and by whose hand it does."""
FORMS: Final = {"exemption": GRANTERS, "confirm": ANSWERING, "trouble-log": KEEPERS, "trouble-close": KEEPERS}
SEEN: Final[dict[str, tuple[Act, str, frozenset[str]]]] = {
    "duties": (saying("velvoitteet kirjaston facebook"), "duties-note", KEEPERS | {"decider"}),
    "open duties": (saying("velvoitteet"), "duties-open", KEEPERS | {"decider", "keeper of another"}),
    "trouble": (saying("tili on kaapattu kirjaston facebook"), "trouble-holders", HERE),
    "trouble at a press": (pressing(Verb.TROUBLE, CHANNEL), "trouble-holders", HERE),
    "report": (saying("raportti"), "report-total", KEEPERS | {"decider", "keeper of another"}),
}
"""What is shown, the words by which it is known, and to whom."""


async def prepared(bot: Bot) -> None:
    """A superior has authorised the maintainer, the half-year's question is asked, an exemption holds, and the account
    is in trouble."""
    store = bot.application.store
    channel = register_of(await store.read()).channels[CHANNEL]
    superior = await bot.person(ROLES["superior"])
    authorised = (replace(one, authorised_by=superior.id) for one in channel.maintainers)
    event = Event(OPERATOR.person.id, bot.clock.now(), EventKind.EDIT)
    await put_in(store, event, [replace(channel, maintainers=tuple(authorised))], [superior])
    await run(bot, FEBRUARY)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "exemption", CHANNEL, "")
    await bot.submitted(ICT, form, duty=DUTY, reason="Kanava on vanha", end="2027-12-31")
    await bot.pressed_old(ICT, Verb.TROUBLE_OPEN, CHANNEL, "hijacked")


async def kept(bot: Bot) -> object:
    state = await bot.application.store.read()
    return dict(register_of(state).channels), dict(state.of(TROUBLES))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("what", CHANGES)
async def test_what_is_forged_changes_something_for_those_alone_who_may_do_it(bot: Bot, what: str, role: str) -> None:
    await prepared(bot)
    act, refusal, allowed = CHANGES[what]
    before = await kept(bot)
    outcome = await act(bot, ROLES[role], "guest" in role)
    assert ((await kept(bot)) != before) is (role in allowed), text_of(outcome)
    refusals = {texts_in(FI)(refusal), texts_in(FI)("not-allowed-staff" if "guest" in role else refusal)}
    assert any(one in text_of(outcome) for one in refusals) is (role not in allowed)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("form", FORMS)
async def test_the_forms_open_to_those_alone_who_may_send_them_in(bot: Bot, form: str, role: str) -> None:
    await prepared(bot)
    shown = await bot.pressed_old(ROLES[role], Verb.OPEN_FORM, form, CHANNEL, "", guest="guest" in role)
    assert isinstance(shown.reply, Form) is (role in FORMS[form])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("what", SEEN)
async def test_what_is_shown_is_shown_to_those_alone_whom_it_concerns(bot: Bot, what: str, role: str) -> None:
    await prepared(bot)
    act, key, allowed = SEEN[what]
    shown = text_of(await act(bot, ROLES[role], "guest" in role))
    assert (texts_in(FI)(key) in shown) is (role in allowed), shown
