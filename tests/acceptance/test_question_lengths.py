"""The longest questions, answers and lists: every surface can show them, and long lists come in pages."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms.form import Form
from tests.acceptance.asking import ANSWER, asked, asked_secretary
from tests.acceptance.people import ICT, OTHER, STAFF
from tests.contract.renderings import RENDERERS
from tests.support.bot_in_memory import Bot, labels, text_of

LONGEST = ["x" * 600, '"\\' * 300, "<!channel> &amp; " * 40, "saako " * 120, "👩‍👩‍👧‍👦" * 90]

UNANSWERED = {
    "hashtag": "montako hashtagia julkaisuun laitetaan",
    "emoji": "saako emojeja käyttää vastauksissa asukkaille",
    "arvonta": "saako somessa järjestää arvonnan",
    "mainos": "kuka maksaa facebook-mainokset",
    "kellonai": "mihin kellonaikaan kannattaa julkaista",
    "salasana": "missä kanavan salasanaa säilytetään",
    "vaalimain": "saako ehdokas jakaa vaalimainoksen sivulla",
    "tilasto": "mistä näen seuraajamäärien tilastot",
    "drone": "tarvitaanko lupa kuvata dronella",
}
"""What the guideline does not say, by a word of each question."""


def shown(outcome: Outcome) -> Outcome:
    """``outcome``, once it was seen that every surface can show it."""
    for renderer in RENDERERS.values():
        reply = outcome.reply
        seen = renderer.form(reply) if isinstance(reply, Form) else renderer.message(reply)
        assert seen.problems == []
    return outcome


@pytest.mark.parametrize("text", LONGEST)
async def test_the_longest_questions_and_answers_can_be_shown_everywhere(bot: Bot, text: str) -> None:
    shown(await bot.pressed(STAFF, await asked(bot, text=f"saako julkaista {text}"), "Kysy ICT-sihteeriltä"))
    form = shown(await bot.pressed(ICT, shown(await bot.newest_notice(ICT)), "Vastaa"))
    told = shown(await bot.submitted(ICT, form, answer=f"{text} {ANSWER * 99}"[:2000]))
    entry = shown(await bot.pressed(ICT, told, "Lisää vastaus kaikille"))
    shown(await bot.pressed(STAFF, shown(await bot.newest_notice(STAFF)), "Ei auttanut"))
    form = shown(await bot.pressed(ICT, entry, "Muokkaa vastausta"))
    wordings = "\n".join(f"{number} {text}"[:280] for number in range(30))
    edited = shown(await bot.submitted(ICT, form, wordings=wordings))
    shown(await bot.pressed(ICT, edited, "Muokkaa vastausta"))
    shown(await asked(bot, text=f"saako julkaista {text}"))
    shown(await bot.said(ICT, "vastaukset"))
    shown(await bot.said(STAFF, "minä"))


@pytest.mark.parametrize("text", LONGEST)
async def test_the_longest_gaps_can_be_shown_everywhere(bot: Bot, text: str) -> None:
    for number in range(40):
        await asked_secretary(bot, text=f"saako julkaista {number} {text}")
    form = shown(await bot.pressed(ICT, shown(await bot.said(ICT, "puutteet")), "Vastaa"))
    shown(await bot.submitted(ICT, form, answer=f"{text} {ANSWER * 99}"[:2000]))
    shown(await bot.newest_notice(STAFF))
    shown(await bot.said(STAFF, "minä"))


async def test_long_lists_come_in_pages(bot: Bot) -> None:
    for question in UNANSWERED.values():
        await asked(bot, text=question)
    topics = list(UNANSWERED)
    first = await bot.said(ICT, "puutteet")
    assert "Vanhemmat (1)" in labels(first)
    assert topics[-1] in text_of(first)
    second = await bot.pressed(ICT, first, "Vanhemmat")
    assert second.replaces
    assert topics[0] in text_of(second)
    assert topics[-1] in text_of(await bot.pressed(ICT, second, "Uudemmat"))
    for topic in topics:
        form = await bot.pressed(ICT, await bot.said(ICT, "puutteet"), "Vastaa")
        await bot.submitted(ICT, form, answer=f"Ei {topic}.")
    listed = await bot.said(OTHER, "vastaukset")
    assert topics[0] in text_of(await bot.pressed(OTHER, listed, "Vanhemmat"))
