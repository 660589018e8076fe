"""Where what was said last is asked more of: nothing is told as an answer that is none, and pages turn in words."""

from __future__ import annotations

import pytest

from bot.messages.texts import texts_in
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import Bot, make_bot, text_of


@pytest.fixture
async def talking() -> Bot:
    """A bot that everybody talks with in one place."""
    bot = await make_bot()
    bot.conversation = "D0TALK"
    return bot


def says(reply: object, key: str, text: str) -> bool:
    return texts_in(reply.reply.language)(key) in text  # type: ignore[attr-defined]


WORKING_TIME = {
    "fi": "saako työaikana päivittää facebookia",
    "sv": "får man använda arbetstid till instagram",
    "en": "can working hours be spent on facebook",
}
NOTHING_MORE = [
    *(("fi", text) for text in ("entä lauantaisin?", "entä jouluna?", "kuka siitä päättää?", "kenen päätös se on")),
    *(("sv", text) for text in ("och på vintern?", "men vid jul?", "vem avgör det?", "vem beslutar om det")),
    *(
        ("en", text)
        for text in ("what about winter?", "and at Christmas?", "whose decision is it?", "who gets to decide")
    ),
]


@pytest.mark.parametrize(("language", "then"), NOTHING_MORE)
async def test_where_the_guideline_says_no_more_that_is_said_before_the_same_passage(
    talking: Bot, language: str, then: str
) -> None:
    first = await talking.said(STAFF, WORKING_TIME[language])
    assert first.part == "6.3"
    assert not says(first, "answer-no-more", text_of(first))
    more = await talking.said(STAFF, then)
    assert more.part == "6.3"
    assert says(more, "answer-no-more", text_of(more))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("saako netistä löytyvää kuvaa käyttää julkaisussa", "entä musiikkia?"),
        ("får man använda en bild från nätet i ett inlägg", "och videor?"),
        ("may I use a picture from the internet in a post", "what about videos?"),
    ],
)
async def test_what_the_passage_speaks_of_itself_is_answered_by_it(talking: Bot, first: str, then: str) -> None:
    answered = await talking.said(STAFF, first)
    more = await talking.said(STAFF, then)
    assert more.part == answered.part
    assert not says(more, "answer-no-more", text_of(more))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("milloin kunta ottaa uuden somepalvelun käyttöön", "kuka siitä päättää"),
        ("när tar kommunen i bruk en ny tjänst i sociala medier", "vem beslutar det"),
        ("when does the municipality take a new service into use", "who decides that"),
    ],
)
async def test_who_decides_on_new_services_is_told(talking: Bot, first: str, then: str) -> None:
    await talking.said(STAFF, first)
    decides = await talking.said(STAFF, then)
    assert decides.part == "3.2"
    assert not says(decides, "answer-no-more", text_of(decides))


@pytest.mark.parametrize(("part", "then"), [("6.7", "miksi?"), ("5.4", "varför då?"), ("4.3", "how come?")])
async def test_to_why_it_is_said_that_no_more_reasons_are_given(talking: Bot, part: str, then: str) -> None:
    await talking.said(STAFF, part)
    shown = await talking.said(STAFF, then)
    assert says(shown, "answer-reasons", text_of(shown))
    assert shown.part == part


async def test_after_why_the_question_still_stands(talking: Bot) -> None:
    await talking.said(STAFF, WORKING_TIME["en"])
    await talking.said(STAFF, "why?")
    assert (await talking.said(STAFF, "and who decides that?")).part == "6.3"


@pytest.mark.parametrize(
    ("opened", "turned"),
    [
        ("4.5", {"seuraava": "4.6", "edellinen kohta": "4.5"}),
        ("punkt 4.5", {"nästa avsnitt": "4.6", "visa föregående": "4.5"}),
        ("section 4.5", {"next": "4.6", "the previous one": "4.5"}),
        ("7.6", {"seuraava": "7.6", "edellinen": "7.5"}),
        ("4.9", {"next one": "5.1"}),
    ],
)
async def test_pages_are_turned_in_words(talking: Bot, opened: str, turned: dict[str, str]) -> None:
    await talking.said(STAFF, opened)
    for said, part in turned.items():
        assert (await talking.said(STAFF, said)).part == part


async def test_chapters_are_turned_as_well(talking: Bot) -> None:
    await talking.said(STAFF, "luku 5")
    assert "6 Henkilöstö" in text_of(await talking.said(STAFF, "seuraava luku"))


@pytest.mark.parametrize("said", ["eikun 5.2", "tarkoitin 5.2", "nej, 5.2", "jag menade 5.2", "no, I meant 5.2"])
async def test_another_part_is_opened_instead(talking: Bot, said: str) -> None:
    await talking.said(STAFF, "4.5")
    assert (await talking.said(STAFF, said)).part == "5.2"
