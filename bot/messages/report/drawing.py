"""A development drawn as a small PNG for a conversation.

There are only digits in it: the font that Pillow has in it knows neither ä, ö nor å. What else is to say stands around
the picture as text, which can be read aloud and made larger. On a phone 375 pixels wide they are as large as small
print. Black on white, and one dark colour: whoever tells no colours apart, or prints it, sees the same.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Final

from bot.messages.report.developments import Development

_WIDTH, _MARGIN, _TOP, _BASE, _HEIGHT = 480, 4, 30, 130, 184
"""Of the picture: how wide it is and what stays free at its sides, where the highest column ends and where all stand,
and how high it is, in pixels."""
_WIDEST: Final = 48
"""The width of a column where there are few."""
_DIGITS, _SMALL_DIGITS = 19, 14
"""The size of the font, and that of figures of four digits, which else would run into each other."""
_WHITE, _BLACK, _BLUE = "#ffffff", "#1a1a1a", "#1f5f99"
_SHADES: Final = 16
"""How many colours are kept, with those at the edges of digits: a third of the bytes."""


def drawn(development: Development) -> bytes:
    """``development`` as a PNG of some three kilobytes: a column for each day with its figure above it, its month
    below, and the year below the first and each January."""
    from PIL import Image, ImageDraw, ImageFont  # some megabytes, which only those need who look at a report

    image = Image.new("RGB", (_WIDTH, _HEIGHT), _WHITE)
    draw = ImageDraw.Draw(image)
    months, figures = (
        ImageFont.load_default(size) for size in (_DIGITS, _DIGITS if development.highest < 1000 else _SMALL_DIGITS)
    )
    years = dict(_years(development))
    for (day, count), (left, right) in zip(development.points, _places(len(development.points)), strict=True):
        middle, top = (left + right) / 2, _BASE - (_BASE - _TOP) * count / development.highest
        if count:
            draw.rectangle((left, top, right, _BASE), _BLUE)
        draw.text((middle, top - 4), str(count), _BLACK, figures, anchor="ms")
        draw.text((middle, _BASE + 6), str(day.month), _BLACK, months, anchor="mt")
        draw.text((middle, _BASE + 30), years.get(day, ""), _BLACK, months, anchor="mt")
    draw.line((0, _BASE, _WIDTH, _BASE), _BLACK)
    file = BytesIO()
    image.quantize(_SHADES).save(file, "PNG", optimize=True)
    return file.getvalue()


def _places(number: int) -> Iterator[tuple[float, float]]:
    """The left and the right edge of each of so many columns."""
    step = (_WIDTH - 2 * _MARGIN) / max(number, 1)
    half = min(step * 0.7, _WIDEST) / 2
    for place in range(number):
        middle = _MARGIN + step * (place + 0.5)
        yield middle - half, middle + half


def _years(development: Development) -> Iterator[tuple[date, str]]:
    """The years, each with the first day of it, below which it stands."""
    before = 0
    for day, _ in development.points:
        if day.year != before:
            yield day, str(day.year)
        before = day.year
