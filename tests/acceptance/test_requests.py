"""No dead end: what a person may not do is asked of the ICT secretary at a press; a command that fails is a form."""

from __future__ import annotations

import pytest

from bot.conversation.forms.form import Form
from bot.domain.evidence import newest
from bot.messages.model import Verb
from bot.services.notices import DeedRequested
from bot.services.questions.documents import ASKED, OPEN
from bot.services.register.documents import register_of
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.acceptance.reminder_days import AT_START, FI, run
from tests.support.bot_in_memory import Bot, buttons, form_of, labels, text_of

SECRETARY = "slack-u0ict0001"
REQUEST = "Pyydä ICT-sihteeriltä"


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("poista käytöstä kirjaston facebook", "retire"),
        ("lisää minut kirjaston facebookin ylläpitäjäksi", "maintainers"),
        ("tauko kirjaston facebook 1.7.–31.7.", "pause"),
        ("luovutan kirjaston facebookin slack:U0LIB0009", "handover"),
        ("rekisteröi https://www.tiktok.com/@esimerkkikirjasto", "register"),
    ],
)
async def test_what_was_refused_is_asked_of_the_ict_secretary_with_who_what_and_which_channel(
    bot: Bot, said: str, form: str
) -> None:
    sent = await bot.pressed(STAFF, await bot.said(STAFF, said, locale=FI), REQUEST)
    assert "lähetetty ICT-sihteerille" in text_of(sent)
    notice = bot.notifier.sent[SECRETARY][-1]
    assert isinstance(notice, DeedRequested)
    assert (notice.by.id, notice.form, notice.words) == ("slack-u0staff01", form, said)
    assert (notice.channel and notice.channel.id) == (None if form == "register" else "kirjasto-facebook")
    arrived = await bot.newest_notice(ICT)
    assert said in text_of(arrived)
    opened = next(one for one in buttons(arrived) if one.action.verb is Verb.OPEN_FORM)
    assert isinstance((await bot.pressed(ICT, arrived, opened.label)).reply, Form)
    questions = await bot.application.questions.read()
    assert not questions.of(ASKED)
    assert not questions.of(OPEN)


@pytest.mark.parametrize(
    "said",
    [
        *("historia", "tarkastus", "puutteet", "audit", "granska", "peru", "undo", "velvoitteet", "rapport"),
        *("export the register", "palannut slack:U0LIB0001", "pausa alla påminnelser", "sivujen linkit"),
        *("päivitin kunnan facebookin", "I hand the library's Facebook over to slack:U0LIB0002"),
    ],
)
async def test_every_refusal_leads_on(bot: Bot, said: str) -> None:
    refused = await bot.said(STAFF, said)
    assert {one.action.verb for one in buttons(refused)} & {Verb.REQUEST, Verb.ASK_SECRETARY}
    assert not buttons(await bot.said(STAFF, said, guest=True))


async def test_the_same_request_goes_out_once_a_day_and_no_secret_goes_at_all(bot: Bot) -> None:
    refused = await bot.said(STAFF, "poista käytöstä kirjaston facebook", locale=FI)
    for _ in range(3):
        await bot.pressed(STAFF, refused, REQUEST)
    await bot.pressed_old(STAFF, Verb.REQUEST, "edit", "kirjasto-facebook", "salasana: Kesä2026!")
    await bot.pressed_old(STAFF, Verb.REQUEST, "edit", "kirjasto-facebook", "131052-308T")
    requested = [one for one in bot.notifier.sent[SECRETARY] if isinstance(one, DeedRequested)]
    assert [one.words for one in requested] == ["poista käytöstä kirjaston facebook"]


async def test_a_refused_press_leads_on_as_well_and_a_form_that_is_none_is_old(bot: Bot) -> None:
    refused = await bot.pressed_old(STAFF, Verb.OPEN_FORM, "retire", "kirjasto-facebook", "")
    await bot.pressed(STAFF, refused, REQUEST)
    notice = bot.notifier.sent[SECRETARY][-1]
    assert isinstance(notice, DeedRequested)
    assert notice.channel
    await bot.pressed_old(STAFF, Verb.REQUEST, "no-form", "kirjasto-facebook", "x")
    assert bot.notifier.sent[SECRETARY][-1] is notice


async def test_who_needs_a_pause_asks_the_ict_secretary_from_the_reminder(bot: Bot) -> None:
    await run(bot, AT_START)
    other = "slack:U0LIB0002"
    await bot.pressed(other, await bot.said(other, "ei ehditty"), "Pyydä taukoa")
    requested = [one for one in bot.notifier.sent[SECRETARY] if isinstance(one, DeedRequested)]
    assert [one.form for one in requested] == ["pause"]


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("rekisteröi htp:/someone", "htp:/someone"),
        ("registrera nagotkonstigt", "nagotkonstigt"),
        ("lähtenyt pirkko", "pirkko"),
        ("left pat", "pat"),
        ("har slutat pirre", "pirre"),
        ("has left pat", "pat"),
    ],
)
async def test_a_command_that_does_not_parse_is_its_form_with_the_reasons_and_what_was_typed(
    bot: Bot, said: str, typed: str
) -> None:
    form = form_of(await bot.said(ICT, said))
    assert form.errors
    assert typed in text_of(await bot.said(ICT, said))
    assert not isinstance((await bot.said(STAFF, said)).reply, Form)


async def test_a_line_with_fields_that_does_not_parse_says_all_that_is_wrong(bot: Bot) -> None:
    form = form_of(await bot.said(ICT, "rekisteröi httq://nowhere nimi= vastuu=joku"))
    assert {"url", "responsible"} <= form.errors.keys()


@pytest.mark.parametrize("said", ["poista käytöstä ihmejuttu", "ändra tingesten", "pause the whatnot"])
async def test_a_command_whose_channel_is_not_known_offers_channels(bot: Bot, said: str) -> None:
    assert "Kirjaston Facebook" in text_of(await bot.said(ICT, said))


async def updated_on(bot: Bot) -> dict[str, str]:
    channels = register_of(await bot.application.store.read()).channels.values()
    return {one.id: f"{last.on}" for one in channels if (last := newest(one.evidence))}


@pytest.mark.parametrize(
    "said", ["merkitse kaikki päivitetyiksi", "markera alla som uppdaterade", "mark all as updated"]
)
async def test_all_are_noted_at_one_press_in_one_commit_after_they_were_named(bot: Bot, said: str) -> None:
    asked = await bot.said(MAINTAINER, said)
    names = {key: one.name for key, one in register_of(await bot.application.store.read()).channels.items()}
    before, seq = await updated_on(bot), (await bot.application.store.read()).seq
    await bot.pressed(MAINTAINER, asked, labels(asked)[0])
    after = await updated_on(bot)
    assert (await bot.application.store.read()).seq == seq + 1
    changed = {key for key in after if after[key] != before.get(key)}
    assert all(names[channel] in text_of(asked) for channel in changed)
    assert after["kirjasto-facebook"] == "2026-11-23"


async def test_the_ict_secretary_notes_all_channels_in_use(bot: Bot) -> None:
    asked = await bot.said(ICT, "merkitse kaikki kanavat päivitetyiksi eilen")
    await bot.pressed(ICT, asked, "Kaikki")
    register = register_of(await bot.application.store.read())
    checked = [one.name for one in register.channels.values() if any(f"{e.on}" == "2026-11-22" for e in one.evidence)]
    assert "Liikunnan vanha YouTube" not in checked
    assert len(checked) >= 5


async def test_who_keeps_nothing_notes_nothing(bot: Bot) -> None:
    assert not [one for one in buttons(await bot.said(STAFF, "merkitse kaikki päivitetyiksi")) if "Kaikki" in one.label]
    await bot.pressed_old(STAFF, Verb.ALL_UPDATED, "2026-11-23")
    await bot.pressed_old(MAINTAINER, Verb.ALL_UPDATED, "not a day")
