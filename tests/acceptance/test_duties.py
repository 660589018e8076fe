"""Duties of channels: how each stands, for those whom it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, answers_from, labels, make_bot, text_of

DECIDER = "slack:U0BOSS001"
ASKS = {
    Language.FI: "velvoitteet kirjaston facebook",
    Language.SV: "skyldigheter bibliotekets facebook",
    Language.EN: "duties library facebook",
}
HELP = {Language.FI: "apua", Language.SV: "hjälp", Language.EN: "help"}
WORDS = {Language.FI: "velvoitteet", Language.SV: "skyldigheter", Language.EN: "duties"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("who", [MAINTAINER, ICT, DECIDER])
async def test_a_channels_duties_are_listed_for_its_people_the_secretary_and_the_deciders(
    bot: Bot, who: str, language: Language
) -> None:
    text = text_of(await bot.said(who, ASKS[language], locale=language))
    texts = texts_in(language)
    assert texts("duties-heading") in text
    for duty, section in (("decision-on-use", "3"), ("website-link", "4"), ("regular-updates", "4")):
        (line,) = (line for line in text.splitlines() if f"{texts(f'duty-{duty}')}:" in line)
        assert line.endswith(texts("duties-section", section=section))


@pytest.mark.parametrize("language", Language)
async def test_others_are_told_who_may_see_a_channels_duties(bot: Bot, language: Language) -> None:
    for text in (ASKS[language], WORDS[language]):
        assert texts_in(language)("not-allowed-duties") in text_of(await bot.said(STAFF, text, locale=language))


@pytest.mark.parametrize("language", Language)
async def test_without_a_channel_what_is_open_is_told_duty_by_duty(bot: Bot, language: Language) -> None:
    texts, everything = texts_in(language), text_of(await bot.said(ICT, WORDS[language], locale=language))
    own = text_of(await bot.said(MAINTAINER, WORDS[language], locale=language))
    assert texts("duties-open") in everything
    assert texts("lacking-superiors-authorisation") in everything
    assert texts("duty-superiors-authorisation") not in everything
    assert "TikTok" in everything
    assert "TikTok" not in own


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("who", [HEAD, MAINTAINER, DECIDER, ICT])
async def test_from_the_help_one_comes_home_where_open_duties_are_counted_and_shown_at_a_press(
    bot: Bot, who: str, language: Language
) -> None:
    texts = texts_in(language)
    home = await bot.pressed(who, await bot.said(who, HELP[language], locale=language), texts("button-home"))
    told = text_of(await bot.said(who, WORDS[language], locale=language))
    channels = [one.name for one in (await bot.application.services.lookup.register()).listed()]
    count = sum(told.partition("[")[0].count(name) for name in channels)
    assert count > 0
    shown = await bot.pressed(who, home, texts("button-show-short"), texts("home-duties", count=count))
    assert text_of(shown) == told


async def test_who_sees_no_duties_has_none_at_home_and_a_guest_no_way_there(bot: Bot) -> None:
    for who, guest in ((STAFF, False), (GUEST, True), (MAINTAINER, True), (ICT, True)):
        home, shown = await bot.pressed_old(who, Verb.HOME, guest=guest), await bot.said(who, "apua", guest=guest)
        assert "velvoitteita" not in text_of(home)
        assert ("Oma sivu" in labels(shown)) is not guest


async def test_a_guest_sees_no_duties(bot: Bot) -> None:
    reply = await bot.said(MAINTAINER, ASKS[Language.EN], locale=Language.EN, guest=True)
    assert texts_in(Language.EN)("duties-heading") not in text_of(reply)


@pytest.mark.parametrize("language", Language)
async def test_where_the_guideline_names_no_duties_none_are_asked_and_this_is_said(
    tmp_path: Path, language: Language
) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "guideline.toml").write_text('version = "1"\nlanguages = ["fi"]\n', encoding="utf-8")
    section = "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n"
    (tmp_path / "fi" / "1.md").write_text(section, encoding="utf-8")
    bot = await make_bot(answers=answers_from(tmp_path))
    reply = await bot.said(ICT, WORDS[language], locale=language)
    assert text_of(reply).strip() == texts_in(language)("duties-not-laid-down")
