"""The two icons of the app in Teams, drawn when they are asked for: a bubble with three dots, as on the console."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Final

Colour = tuple[int, int, int]
Shape = Callable[[float, float], bool]
"""Whether a point is inside; the picture is 32 units wide and high, whatever its size in pixels."""

_WIDTH: Final = 32
_PETROL: Final[Colour] = (0x0B, 0x5A, 0x75)
_WHITE: Final[Colour] = (0xFF, 0xFF, 0xFF)
_SAMPLES: Final = 3
"""Points a pixel and direction: what of them is inside makes the edge smooth."""


def colour_icon() -> bytes:
    """The icon of 192 × 192 pixels as PNG: white on a full square, inside the middle that Teams never cuts off."""
    return _png(192, _PETROL, lambda x, y: _bubble((x - 16) * 1.6 + 16, (y - 16) * 1.6 + 16), opaque=True)


def outline_icon() -> bytes:
    """The icon of 32 × 32 pixels as PNG: white lines, and nothing else."""
    return _png(32, _WHITE, lambda x, y: _in_bubble(x, y, 0) and not (_in_bubble(x, y, 2) and not _in_dots(x, y)))


def _bubble(x: float, y: float) -> bool:
    return _in_bubble(x, y, 0) and not _in_dots(x, y)


def _in_bubble(x: float, y: float, inset: float) -> bool:
    """The bubble, or what is left of it without a rim of ``inset``."""
    radius = 4 - inset
    across = max(2 + inset + radius - x, x - (30 - inset - radius), 0)
    down = max(4 + inset + radius - y, y - (24 - inset - radius), 0)
    in_tail = not inset and x >= 8 and y >= 20 and (y - 24) * 7 <= (15 - x) * 6
    return across**2 + down**2 <= radius**2 or in_tail


def _in_dots(x: float, y: float) -> bool:
    return any((x - centre) ** 2 + (y - 14) ** 2 <= 2.2**2 for centre in (10, 16, 22))


def _png(size: int, ground: Colour, white: Shape, *, opaque: bool = False) -> bytes:
    """``white`` on ``ground``, which is seen where the picture is ``opaque``."""
    rows = b"".join(b"\0" + bytes(_row(size, row, ground, white, opaque=opaque)) for row in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _row(size: int, row: int, ground: Colour, white: Shape, *, opaque: bool) -> Iterator[int]:
    step = _WIDTH / size / _SAMPLES
    for column in range(size):
        points = (
            ((column * _SAMPLES + across + 0.5) * step, (row * _SAMPLES + down + 0.5) * step)
            for across in range(_SAMPLES)
            for down in range(_SAMPLES)
        )
        share = sum(white(x, y) for x, y in points) / _SAMPLES**2
        yield from (round(back + (front - back) * share) for back, front in zip(ground, _WHITE, strict=True))
        yield 255 if opaque else round(255 * share)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
