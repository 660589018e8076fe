"""The icons are as Teams asks for them: sizes, one opaque, one white and transparent alone."""

from __future__ import annotations

import struct
import zlib

from bot.surfaces.teams.manifest import ICONS

Pixel = tuple[int, int, int, int]


def test_the_colour_icon_fills_its_square_and_keeps_to_its_middle() -> None:
    rows = pixels((ICONS / "color.png").read_bytes(), 192)
    assert {pixel[3] for row in rows for pixel in row} == {255}
    ground = rows[0][0]
    drawn = [(x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel != ground]
    assert all(36 <= at < 156 for point in drawn for at in point)
    assert rows[96 + 20][96][:3] == (255, 255, 255)


def test_the_outline_icon_is_white_and_nothing_else() -> None:
    rows = pixels((ICONS / "outline.png").read_bytes(), 32)
    assert {pixel[:3] for row in rows for pixel in row} == {(255, 255, 255)}
    assert rows[0][0][3] == rows[10][16][3] == 0
    assert rows[5][16][3] == rows[14][16][3] == 255


def pixels(png: bytes, size: int) -> list[list[Pixel]]:
    """The rows of an image of 8 bits a channel, whose rows are not filtered."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(name + data),)
        chunks[name] = data
        at += 12 + length
    assert chunks[b"IHDR"] == struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    raw = zlib.decompress(chunks[b"IDAT"])
    lines = [raw[start : start + 1 + 4 * size] for start in range(0, len(raw), 1 + 4 * size)]
    assert {line[0] for line in lines} == {0}
    assert len(lines) == size
    return [[(line[n], line[n + 1], line[n + 2], line[n + 3]) for n in range(1, 1 + 4 * size, 4)] for line in lines]
