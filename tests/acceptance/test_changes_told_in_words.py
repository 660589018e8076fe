"""A change that is told in words stands in the form, or the form says that nothing of it was read; a form that changes
nothing does not say that it did; whoever is taken off a channel hears of it."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of

SV, EN = Language.SV, Language.EN


@pytest.mark.parametrize(
    "said",
    [
        f"kirjaston facebookissa {MAINTAINER} tilalle {STAFF}",
        f"byt ut {MAINTAINER} mot {STAFF} på bibliotekets facebook",
        f"on the library's facebook, replace {MAINTAINER} by {STAFF}",
    ],
)
async def test_one_maintainer_in_another_ones_place_is_one_form(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert form.id == "maintainers"
    assert (form.values["add"], form.values["remove"]) == (STAFF, MAINTAINER)


@pytest.mark.parametrize(
    "said",
    [
        f"{OTHER} vastaa jatkossa kirjaston facebookista",
        f"i fortsättningen ansvarar {OTHER} för bibliotekets facebook",
        f"from now on {OTHER} is responsible for the library's facebook",
    ],
)
async def test_who_answers_for_a_channel_is_changed_by_whoever_does_not_maintain_it(bot: Bot, said: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["responsible"]) == ("edit", OTHER)
    assert "slack:U0LIB0001" in form.values["maintainers"]
    handed_over = form_of(await bot.said(MAINTAINER, said))
    assert (handed_over.id, handed_over.values["to"]) == ("handover", OTHER)


async def test_a_new_responsible_person_and_a_new_maintainer_are_in_one_form(bot: Bot) -> None:
    said = f"library facebook: the new responsible person is {OTHER}, maintained by {STAFF}"
    form = form_of(await bot.said(ICT, said))
    assert (form.id, form.values["responsible"]) == ("edit", OTHER)
    assert form.values["maintainers"] == f"{MAINTAINER} {STAFF}"


@pytest.mark.parametrize(
    "said",
    [
        "kirjaston facebook on muuttanut osoitteeseen https://www.facebook.com/lukusali",
        "bibliotekets facebook har ny adress https://www.facebook.com/lukusali",
        "the library's facebook has moved to https://www.facebook.com/lukusali",
    ],
)
async def test_a_new_address_brings_its_user_name(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["url"], values["handle"]) == ("https://www.facebook.com/lukusali", "lukusali")


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("pidennä kirjaston facebookin päivitysväliä", "En lukenut"),
        ("bibliotekets facebook behöver ett längre intervall", "Jag läste ingen"),
        ("förläng uppdateringsintervallet för bibliotekets facebook", "Jag läste ingen"),
        ("the interval of the library's facebook should be longer", "I read no new value"),
    ],
)
async def test_a_change_without_a_value_is_said_to_be_none(bot: Bot, said: str, word: str) -> None:
    form = form_of(await bot.said(ICT, said))
    assert form.id == "edit"
    assert word in form.intro


async def test_a_command_alone_is_no_change_whose_value_is_missed(bot: Bot) -> None:
    assert "En lukenut" not in form_of(await bot.said(ICT, "muuta kirjaston facebook")).intro


@pytest.mark.parametrize(
    ("said", "nothing"),
    [
        ("muuta kirjaston facebook", "Mitään ei muutettu"),
        ("ändra bibliotekets facebook", "Ingenting ändrades"),
        ("edit the library's facebook", "Nothing was changed"),
    ],
)
async def test_a_form_sent_in_as_it_was_changes_nothing_and_says_so(bot: Bot, said: str, nothing: str) -> None:
    assert nothing in text_of(await bot.submitted(ICT, await bot.said(ICT, said)))


async def test_nobody_taken_off_who_was_not_on_it_changes_nothing(bot: Bot) -> None:
    form = await bot.said(ICT, f"poista {STAFF} kirjaston facebookista")
    assert "Mitään ei muutettu" in text_of(await bot.submitted(ICT, form))


async def test_a_maintainer_who_is_taken_off_is_told(bot: Bot) -> None:
    await bot.submitted(ICT, await bot.said(ICT, f"poista {MAINTAINER} kirjaston facebookista"))
    told = text_of(await bot.newest_notice(MAINTAINER))
    assert "ICT-sihteeri on merkinnyt, että et ole enää kanavan ylläpitäjä" in told
    assert "Kirjaston Facebook" in told


async def test_whoever_a_change_that_is_undone_had_named_is_told(bot: Bot) -> None:
    form = await bot.said(ICT, f"lisää {STAFF} kirjaston facebookiin, valtuuttaja {HEAD}")
    await bot.submitted(ICT, form)
    await bot.pressed(ICT, await bot.said(ICT, "undo", locale=EN), "Undo the change")
    assert "du inte längre är administratör för kanalen" in text_of(await bot.newest_notice(STAFF, SV))


@pytest.mark.parametrize(
    "said",
    [
        f"uusi kanava: https://www.instagram.com/lukusali, vastuuhenkilö {HEAD}, ylläpitäjät {OTHER} ja {STAFF}",
        f"ny kanal: https://www.instagram.com/lukusali, ansvarig {HEAD}, administratörer {OTHER} och {STAFF}",
        f"new channel: https://www.instagram.com/lukusali, responsible {HEAD}, maintained by {OTHER} and {STAFF}",
    ],
)
async def test_who_maintains_a_new_channel_is_in_the_form(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["responsible"], values["maintainers"]) == (HEAD, f"{OTHER} {STAFF}")


async def test_which_channel_is_asked_without_forgetting_who_joins(bot: Bot) -> None:
    asked = await bot.said(ICT, f"lisää {STAFF} kaikkiin kirjaston kanaviin ylläpitäjäksi")
    form = form_of(await bot.pressed(ICT, asked, "Valitse", "Kirjaston Facebook"))
    assert form.values["add"] == STAFF
