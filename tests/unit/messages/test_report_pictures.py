"""The report's pictures in chat: what they show, what is said of them, and how large they are."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.channels import Status
from bot.domain.language import Language
from bot.domain.report import Figures
from bot.messages.model import Message, Picture
from bot.messages.plain_text import plain_text
from bot.messages.report.developments import Development
from bot.messages.report.drawing import drawn
from bot.messages.report.words import report_words
from bot.messages.texts import texts_in
from bot.services.report.reports import Report, month_ends
from bot.surfaces.teams.rendering import cards

TODAY = date(2026, 11, 23)
DAYS = (*month_ends(TODAY, 12), TODAY)
IN_USE, OPEN = (21, 22, 22, 24, 25, 25, 27, 28, 30, 29, 31, 33, 35), (40, 38, 39, 30, 31, 22, 18, 0, 9, 12, 15, 17, 19)
YEAR = tuple(
    Figures(day, used + 2, Counter({Status.IN_USE: used}), open_duties={"announced": still} if still else {})
    for day, used, still in zip(DAYS, IN_USE, OPEN, strict=True)
)
BLUE = (31, 95, 153)
LARGEST = 28_000
"""Bytes of a message that Teams takes whichever way it comes: a webhook takes least
(https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook)."""


def words_of(development: tuple[Figures, ...], language: Language) -> Message:
    report = Report(development[-1], is_past=False, development=development)
    return report_words(report, NO_PLATFORMS, language)


def pictures_of(message: Message) -> list[Picture]:
    return [block for block in message.blocks if isinstance(block, Picture)]


def image_of(*counts: int) -> Image.Image:
    points = tuple(zip(DAYS[-len(counts) :], counts, strict=True))
    return Image.open(BytesIO(drawn(Development("", points, "")))).convert("RGB")


def columns_of(image: Image.Image) -> list[int]:
    """How high each column is, in pixels."""
    heights = [sum(image.getpixel((x, y)) == BLUE for y in range(image.height)) for x in range(image.width)]
    runs = re.finditer("1+", "".join(str(int(height > 0)) for height in heights))
    return [max(heights[run.start() : run.end()]) for run in runs]


@pytest.mark.parametrize("language", Language)
def test_what_is_said_of_the_pictures_is_each_figure_of_the_report(language: Language) -> None:
    texts = texts_in(language)
    in_use, is_open = pictures_of(words_of(YEAR, language))
    assert (in_use.title, is_open.title) == (texts("report-column-in-use"), texts("report-column-open"))
    for picture, counts in ((in_use, IN_USE), (is_open, OPEN)):
        said = [f"{texts('value-date', day=day)}: {count}" for day, count in zip(DAYS, counts, strict=True)]
        assert picture.words == ", ".join(said) + "."


def test_where_there_are_no_pictures_they_are_read() -> None:
    message = words_of(YEAR, Language.FI)
    assert [picture.said in plain_text(message) for picture in pictures_of(message)] == [True, True]


def test_a_column_is_as_high_as_its_figure() -> None:
    heights = columns_of(image_of(10, 20, 40, 5))
    assert [round(height / heights[2], 1) for height in heights] == [0.2, 0.5, 1.0, 0.1]


def test_nothing_stands_for_nothing() -> None:
    assert columns_of(image_of(0, 0)) == []
    assert len(columns_of(image_of(3, 0, 4))) == 2


def test_the_picture_of_a_first_day_is_one_column() -> None:
    (height,) = columns_of(image_of(6))
    assert height > 80


def test_black_and_white_and_the_colour_of_the_columns_are_told_apart_by_how_dark_they_are() -> None:
    grey = image_of(7).convert("L")
    column = grey.getpixel((grey.width // 2, 120))
    assert isinstance(column, int)
    assert column < 110
    assert grey.getpixel((5, 5)) == 255


@pytest.mark.parametrize("counts", [IN_USE, OPEN, (9_999,) * 13], ids=str)
def test_a_picture_is_small_and_as_wide_as_a_phone_shows_it(counts: tuple[int, ...]) -> None:
    file = drawn(Development("", tuple(zip(DAYS, counts, strict=True)), ""))
    assert len(file) < 4_000
    assert Image.open(BytesIO(file)).size == (480, 184)


def test_the_same_figures_make_the_same_picture() -> None:
    assert pictures_of(words_of(YEAR, Language.FI))[0].png == pictures_of(words_of(YEAR, Language.EN))[0].png


@pytest.mark.parametrize("language", Language)
def test_in_teams_a_report_with_its_pictures_is_one_card_that_teams_takes(language: Language) -> None:
    message = words_of(YEAR, language)
    (card,) = cards(message)
    assert len(json.dumps({"attachments": [card]}).encode()) < LARGEST
    shown = [element for element in card["body"] if element["type"] == "Image"]
    assert [one["altText"] for one in shown] == [picture.said for picture in pictures_of(message)]
