"""How the ICT secretary and the maintainers keep the register: in one line, in a form, at a press."""

from __future__ import annotations

import pytest

from bot.domain.channels import differences
from bot.domain.language import Language
from bot.services.register.documents import register_of
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of
from tests.support.registers import register_in

FI, EN = Language.FI, Language.EN


async def test_an_update_of_one_of_several_channels_is_asked_back(bot: Bot) -> None:
    asked = await bot.said(MAINTAINER, "päivitin eilen", locale=FI)
    assert "Minkä kanavan" in text_of(asked)
    noted = await bot.pressed(MAINTAINER, asked, "Kirjaston Facebook")
    assert not noted.replaces, "the others can still be told of"
    assert "22.11.2026" in text_of(noted)


async def test_the_ict_secretary_registers_a_channel_and_mends_what_was_wrong(bot: Bot) -> None:
    form = await bot.said(ICT, "register", locale=EN)
    values = {"platform": "threads", "name": "Museum Threads", "unit": "Museopalvelut", "responsible": "U0MUSEUM1"}
    again = await bot.submitted(ICT, form, **values, url="threads museum")
    assert "Write the whole address" in text_of(again)
    done = await bot.submitted(ICT, again, url="https://www.threads.net/@museum")
    assert "Museum Threads" in text_of(done)
    assert list(bot.notifier.sent) == ["slack-u0museum1"]
    assert "U0MUSEUM1" in text_of(await bot.said(STAFF, "who owns the museum threads"))


async def test_the_later_of_two_editors_sees_what_changed_and_decides(bot: Bot) -> None:
    mine = await bot.said(ICT, "edit the library's instagram", locale=EN)
    theirs = await bot.said(ICT, "edit the library's instagram", locale=EN)
    await bot.submitted(ICT, theirs, name="Library on Instagram")
    conflict = await bot.submitted(ICT, mine, purpose="Events")
    assert "Kirjaston Instagram → Library on Instagram" in text_of(conflict)
    await bot.submitted(ICT, conflict, name="Library on Instagram")
    history = text_of(await bot.said(ICT, "history of the library's instagram", locale=EN))
    assert "Events" in history


async def test_a_channel_is_retired_and_the_change_taken_back(bot: Bot) -> None:
    form = await bot.said(ICT, "retire the library's instagram", locale=EN)
    again = await bot.submitted(ICT, form, closing_archive="the municipality's archive")
    assert text_of(again).count("fill in this field") == 2
    retired = await bot.submitted(ICT, again, closing_access_by="U0LIB0001", closing_announcement="A last post")
    assert "Kirjaston ylläpitäjä 1" in text_of(retired)
    assert "A last post" in text_of(retired)
    assert "Kirjaston Instagram" not in text_of(await bot.said(STAFF, "list", locale=EN))
    question = await bot.said(ICT, "undo", locale=EN)
    await bot.pressed(ICT, question, "Undo")
    assert "Kirjaston Instagram" in text_of(await bot.said(STAFF, "list", locale=EN))


async def test_one_line_registers_a_channel(bot: Bot) -> None:
    line = "register https://www.threads.net/@museum name=Museum Threads unit=Museopalvelut responsible=slack:U0MUSEUM1"
    assert "Museum Threads" in text_of(await bot.said(ICT, line, locale=EN))
    assert "U0MUSEUM1" in text_of(await bot.said(STAFF, "who owns the museum threads"))


async def test_one_line_with_an_error_opens_the_form_with_what_was_typed(bot: Bot) -> None:
    outcome = await bot.said(ICT, "register threads name=Museum Threads unit=Museopalvelut url=nowhere", locale=EN)
    assert "Channel name=Museum Threads" in text_of(outcome)
    assert "Write the whole address" in text_of(outcome)


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("muokkaa kirjaston instagram päivitysväli=30", "update_interval_days", 30),
        ("edit the library's instagram interval=30", "update_interval_days", 30),
        ("redigera bibliotekets instagram intervall=30", "update_interval_days", 30),
        ("edit the library's instagram hours=2,5", "weekly_hours", 2.5),
        ("muokkaa kirjaston instagram nimi=Kirjasto Instassa", "name", "Kirjasto Instassa"),
    ],
)
async def test_one_line_changes_a_fact(bot: Bot, line: str, key: str, value: object) -> None:
    before = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    await bot.said(ICT, line)
    register = await register_in(bot.application.store)
    assert [change.field for change in differences(before, register.channels["kirjasto-instagram"])] == [key]
    assert getattr(register.channels["kirjasto-instagram"], key) == value


async def test_one_line_adds_a_maintainer_with_the_superior_who_authorised(bot: Bot) -> None:
    refused = await bot.said(ICT, "edit the library's instagram add=slack:U0NEW0001", locale=EN)
    assert "fill in this field" in text_of(refused)
    await bot.said(
        ICT, "edit the library's instagram add=slack:U0NEW0001 authorised=slack:U0LIBHEAD remove=slack:U0LIB0002"
    )
    channel = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001", "slack-u0new0001")
    assert channel.maintainers[1].authorised_by == "slack-u0libhead"
    assert "slack-u0new0001" in bot.notifier.sent


async def test_one_line_pauses_a_channel_and_the_form_ends_the_pause(bot: Bot) -> None:
    paused = await bot.said(ICT, "tauko kirjaston instagram alkaa=1.12.2026 päättyy=31.12.2026 syy=remontti", locale=FI)
    assert "1.12.2026–31.12.2026" in text_of(paused)
    form = await bot.said(ICT, "pause the library's instagram", locale=EN)
    resumed = await bot.submitted(ICT, form, start="", end="")
    assert "in use again" in text_of(resumed)


@pytest.mark.parametrize(
    "days", ["börjar=1.12.2026 slutar=3.12.2026", "alku=1.12.2026 loppu=3.12.2026", "starts=1.12.2026 ends=3.12.2026"]
)
async def test_the_days_of_a_pause_are_named_as_people_say_when_it_begins_and_ends(bot: Bot, days: str) -> None:
    await bot.said(ICT, f"tauko kirjaston facebook {days}", locale=FI)
    pause = register_of(await bot.application.store.read()).channels["kirjasto-facebook"].pause
    assert pause is not None
    assert (pause.start.isoformat(), pause.end.isoformat()) == ("2026-12-01", "2026-12-03")


async def test_the_ict_secretary_gets_the_buttons_that_keep_a_channel(bot: Bot) -> None:
    shown = await bot.said(ICT, "who owns the library's instagram")
    form = await bot.pressed(ICT, shown, "Maintainers")
    await bot.submitted(ICT, form, remove="U0LIB0002")
    channel = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001",)
    assert not [b for b in buttons(await bot.said(STAFF, "who owns the library's instagram")) if "Retire" in b.label]


async def test_a_field_that_the_form_does_not_have_is_said_and_nothing_is_saved(bot: Bot) -> None:
    before = await bot.application.store.read()
    line = "edit the library's instagram interval=30 add=slack:U0NEW0001"
    assert "no field ‘add’" in text_of(await bot.said(ICT, line, locale=EN))
    assert await bot.application.store.read() == before


async def test_a_label_of_several_words_names_its_field(bot: Bot) -> None:
    await bot.said(ICT, "muokkaa kirjaston instagram linkki kunnan verkkosivuilla=ei päätöksen numero=§ 12")
    channel = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    assert (channel.website_link, channel.decision.record) == (False, "§ 12")


async def test_the_history_of_several_channels_leaves_the_others_out(bot: Bot) -> None:
    await bot.said(ICT, "muokkaa kirjaston instagram nimi=Kirjasto Instassa")
    await bot.said(ICT, "muokkaa kunnan facebook nimi=Kunta Facessa")
    text = text_of(await bot.said(ICT, "historia kirjaston", locale=FI))
    assert "Kirjasto Instassa" in text
    assert "Kunta Facessa" not in text


@pytest.mark.parametrize("marks", ["“”", "„“", "„”", "»»", "«»", "‹›", "‘’", "''", '""', "””"])
async def test_a_value_on_one_line_may_stand_in_any_quotation_marks(bot: Bot, marks: str) -> None:
    first, last = marks[0], marks[1]
    line = f"nimi={first}Museon Insta{last} yksikkö={first}Sivistys, museo{last} väli={first}30{last} vastuu=U0LIBHEAD"
    await bot.said(ICT, f"rekisteröi https://www.instagram.com/museoinsta {line}", locale=Language.FI)
    (channel,) = [
        one for one in (await register_in(bot.application.store)).channels.values() if one.name == "Museon Insta"
    ]
    assert (channel.unit.fi, channel.update_interval_days) == ("Sivistys, museo", 30)


async def test_quotation_marks_in_a_name_stay(bot: Bot) -> None:
    line = "nimi=Kahvila ”Sointu” yksikkö=Sivistyspalvelut vastuu=U0LIBHEAD"
    await bot.said(ICT, f"rekisteröi https://www.instagram.com/sointu {line}", locale=Language.FI)
    assert "Kahvila ”Sointu”" in {one.name for one in (await register_in(bot.application.store)).channels.values()}


async def test_an_address_on_another_service_than_the_one_chosen_decides_and_it_is_said(bot: Bot) -> None:
    form = await bot.said(ICT, "rekisteröi", locale=Language.FI)
    given = {"name": "Hallin Insta", "unit": "Hyvinvointipalvelut", "responsible": "U0LIBHEAD"}
    url = "https://www.instagram.com/halliinsta"
    text = text_of(await bot.submitted(ICT, form, **given, platform="website", url=url))
    assert "Kanavan palveluksi merkittiin Instagram" in text
    assert "Hallin Insta" in text_of(await bot.said(STAFF, "kuka vastaa hallin instasta", locale=Language.FI))


async def test_what_the_address_tells_is_not_asked_for_and_the_rest_can_be_added_afterwards(bot: Bot) -> None:
    form = await bot.said(ICT, "register", locale=EN)
    assert [field.key for field in form_of(form).fields] == [
        *("url", "name", "unit", "responsible", "maintainers", "purpose"),
    ]
    values = {"name": "Youth on Bluesky", "unit": "Nuorisopalvelut", "responsible": "U0YOUTH01"}
    done = await bot.submitted(ICT, form, **values, url="https://bsky.app/profile/nuoret.esimerkki.fi")
    (channel,) = [one for one in (await register_in(bot.application.store)).channels.values() if "Bluesky" in one.name]
    assert (channel.platform, channel.announced, channel.official_marked) == ("bluesky", None, None)
    rest = await bot.pressed(ICT, done, "Add more details")
    assert "decision_record" in [field.key for field in form_of(rest).fields]


async def test_where_the_address_does_not_tell_the_service_everything_is_asked_for_with_what_was_typed(
    bot: Bot,
) -> None:
    form = await bot.said(ICT, "register", locale=EN)
    values = {"name": "Youth chat", "unit": "Nuorisopalvelut", "responsible": "U0YOUTH01"}
    everything = await bot.submitted(ICT, form, **values)
    assert "platform" in form_of(everything).errors
    assert form_of(everything).values["name"] == "Youth chat"
    done = await bot.submitted(ICT, everything, platform="discord", handle="nuoret")
    assert "Youth chat" in text_of(done)


async def test_the_audit_names_those_beyond_its_buttons(bot: Bot) -> None:
    for number in range(14):
        line = f"rekisteröi https://www.threads.net/@tili{number:02} nimi=Tili{number:02} yksikkö=Museo vastuu={ICT}"
        await bot.said(ICT, line)
    audit = text_of(await bot.said(ICT, "tarkastus"))
    assert all(f"Tili{number:02}" in audit for number in range(14))
