"""Who may do what with a proposal: each step by each role, also by presses and forms that nobody was offered."""

from __future__ import annotations

from typing import Final

import pytest

from bot.conversation.exchange import Incoming, Outcome, Submitted
from bot.conversation.forms.form import Form
from bot.messages.model import Verb
from tests.acceptance.deciding import ADDRESS, BOSS, DECISION, PROPOSER, SUPERIOR, WISH, key_of, proposals, up_to
from tests.acceptance.people import GUEST, ICT, MAINTAINER
from tests.support.bot_in_memory import Bot, text_of

OUTSIDER = "slack:U0STRANGE"
ROLES: Final = {
    "proposer": PROPOSER,
    "superior": SUPERIOR,
    "decider": BOSS,
    "ict": ICT,
    "maintainer": MAINTAINER,
    "outsider": OUTSIDER,
    "guest": GUEST,
}
STEPS: Final = {
    "authorise": ("authorise", {"superior"}),
    "authorise at a press": ("authorise", {"superior"}),
    "refuse": ("authorise", {"superior"}),
    "ask": ("decide", {"decider"}),
    "decide": ("decide", {"decider"}),
    "decline": ("decide", {"decider"}),
    "answer": ("answer", {"proposer"}),
    "enter": ("enter", {"ict"}),
    "name": ("authorise", {"ict"}),
    "withdraw": ("authorise", {"proposer"}),
}
"""When each step can be taken, and who takes it; nobody else does."""
AT_A_PRESS: Final = ("authorise at a press", "withdraw")
VALUES: Final = {
    "decide": DECISION | {"decision_on": "2026-11-23"},
    "name": {"named": "U0OTHER01"},
    "enter": {key: WISH[key] for key in ("platform", "name", "unit", "maintainers")}
    | {"url": ADDRESS, "responsible": "U0LIBHEAD", "scope": "unit"},
}


async def forged(bot: Bot, who: str, step: str, *, guest: bool) -> Outcome:
    """Take the step without having been offered it: at a press, or by a form that was made up."""
    key = await key_of(bot)
    if step in AT_A_PRESS:
        verb = Verb.PROPOSAL_WITHDRAW if step == "withdraw" else Verb.PROPOSAL_AUTHORISE
        return await bot.pressed_old(who, verb, key, guest=guest)
    sent = Submitted(f"proposal-{step}", ("fi", key), VALUES.get(step, {"words": "Näin on hyvä."}))
    incoming = Incoming(await bot.person(who), sent, bot.clock.now(), guest=guest)
    return await bot.application.conversation.handle(incoming)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("step", STEPS)
async def test_each_step_is_taken_by_whom_it_is_for_and_by_nobody_else(bot: Bot, step: str, role: str) -> None:
    at, allowed = STEPS[step]
    await up_to(bot, at)
    before = await proposals(bot)
    outcome = await forged(bot, ROLES[role], step, guest=role == "guest")
    assert not isinstance(outcome.reply, Form)
    assert ((await proposals(bot)) != before) is (role in allowed), text_of(outcome)


@pytest.mark.parametrize("at", ["authorise", "decide", "answer", "enter"])
async def test_the_forms_open_to_those_alone_who_may_send_them_in(bot: Bot, at: str) -> None:
    await up_to(bot, at)
    key = await key_of(bot)
    for step in (step for step, (when, _) in STEPS.items() if when == at and step not in AT_A_PRESS):
        for role, who in ROLES.items():
            guest = role == "guest"
            shown = await bot.pressed_old(who, Verb.PROPOSAL_FORM, f"proposal-{step}", key, guest=guest)
            assert isinstance(shown.reply, Form) is (role in STEPS[step][1]), (step, role)


@pytest.mark.parametrize("role", ROLES)
async def test_a_proposal_is_shown_to_its_people_the_deciders_and_the_ict_secretary(bot: Bot, role: str) -> None:
    await up_to(bot, "authorise")
    shown = await bot.pressed_old(ROLES[role], Verb.PROPOSAL, await key_of(bot), guest=role == "guest")
    assert (WISH["purpose"] in text_of(shown)) is (role not in ("outsider", "guest"))


@pytest.mark.parametrize("who", [PROPOSER, MAINTAINER])
async def test_nobody_decides_on_their_own_proposal_whatever_role_they_have(bot: Bot, who: str) -> None:
    await up_to(bot, "decide")
    access = bot.application.conversation._access
    object.__setattr__(access, "deciders", (*access.deciders, who))
    before = await proposals(bot)
    assert "Et voi päättää ehdotuksesta" in text_of(await forged(bot, who, "decide", guest=False))
    assert await proposals(bot) == before


async def test_a_guest_can_not_propose(bot: Bot) -> None:
    shown = await bot.pressed_old(GUEST, Verb.PROPOSE, "Sivistyspalvelut", "", guest=True)
    assert not isinstance(shown.reply, Form)
    sent = Submitted("propose", ("fi", ""), WISH)
    incoming = Incoming(await bot.person(GUEST), sent, bot.clock.now(), guest=True)
    await bot.application.conversation.handle(incoming)
    assert await proposals(bot) == {}


async def test_a_key_that_is_none_is_said_to_be_gone(bot: Bot) -> None:
    assert "ei enää ole tallessa" in text_of(await bot.pressed_old(ICT, Verb.PROPOSAL, "nonesuch"))
    assert "ei enää ole tallessa" in text_of(await bot.pressed_old(ICT, Verb.PROPOSAL_AUTHORISE, "nonesuch"))
