"""A checksum at the end of each line and file that the store writes: what is read back is what was written.

What is sealed is still JSON: the checksum is the last value of the object. Older files have none, and are read as well.
"""

from collections.abc import Iterator
from typing import Final
from zlib import crc32

from bot.storage.embedded.damage import HOW_TO_RESTORE, DamagedFileError

_BEGIN: Final = b',"crc":"'
_SEAL: Final = _BEGIN + b'%08x"}\n'
LENGTH: Final = len(_SEAL % 0)
"""How many bytes a seal has."""


def sealed(text: bytes) -> bytes:
    """``text``, a JSON object with something in it, as a line that ends with its checksum."""
    return text[:-1] + _SEAL % crc32(text[:-1])


def sealed_pieces(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """As ``sealed``, for ``pieces`` of an object that lacks its last brace."""
    checksum = 0
    for piece in pieces:
        checksum = crc32(piece, checksum)
        yield piece
    yield _SEAL % checksum


def is_sealed(text: bytes) -> bool:
    """Whether ``text`` ends as what is sealed does."""
    return text.endswith(b'"}\n') and text.startswith(_BEGIN, len(text) - LENGTH)


def is_intact(text: bytes) -> bool:
    """Whether ``text`` ends with its own checksum."""
    return text[-LENGTH:] == _SEAL % crc32(memoryview(text)[:-LENGTH])


def require_intact(text: bytes, where: str, advice: str = HOW_TO_RESTORE) -> None:
    """Raise DamagedFileError where ``text`` has a checksum, and it is not its own."""
    if is_sealed(text) and not is_intact(text):
        raise DamagedFileError(f"{where}: is not what was written there, as its checksum tells. {advice}")


def unsealed(text: bytes, where: str, advice: str = HOW_TO_RESTORE) -> bytes:
    """``text`` without its seal, if it has one. Raises DamagedFileError as ``require_intact``."""
    require_intact(text, where, advice)
    return text[:-LENGTH] + b"}" if is_sealed(text) else text
