"""Words that people may edit (what platforms and the trades of units are called), as their files hold them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from bot.domain.accounts.platforms import AccountPath, Platform, PlatformId, Platforms, account_path
from bot.errors import SomebotError


class VocabularyError(SomebotError):
    """A file of words can not be used; the text names the file and the entry."""


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of work, by the words for all of it and for each of its ``parts``, in any language; ``name`` is what it is
    called where no unit does it."""

    id: str
    name: str
    words: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()

    @property
    def meanings(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """What can be meant by its words, each with the words for it: the whole (its id), and each part (``id/1``)."""
        yield self.id, self.words
        yield from ((f"{self.id}/{number}", words) for number, words in enumerate(self.parts))


@dataclass(frozen=True, slots=True)
class UnitWords:
    """Everyday words for units, for the municipality as a whole, and for a channel on whatever platform.

    ``tails`` are the parts of a unit's name that say nothing (``palvelut``), ``main`` marks the municipality's own
    channel among others (``pää``), ``excepts`` leave out what is named after them, ``never`` are words that only look
    like one of the vocabulary's, ``titles`` what the words for somebody's office end in.
    """

    trades: tuple[Trade, ...] = ()
    tails: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    excepts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


_PLATFORM_KEYS = ("name", "nicknames", "hosts", "paths", "not_accounts", "below", "ignored", "federated")
_TRADE_KEYS = ("name", "words", "parts")
_LISTS = tuple(field.name for field in fields(UnitWords) if field.name != "trades")


def load_platforms(path: Path, *own: Path) -> Platforms:
    """The platforms of ``path`` by id, in the file's order; what stands in the files ``own``, which may be missing,
    takes the place of the platform of the same id, or comes after all others.

    Raises VocabularyError where a file can not be read, an entry is malformed, or two platforms share a nickname.
    """
    platforms: dict[PlatformId, Platform] = {}
    files = [path, *filter(Path.exists, own)]
    for file in files:
        platforms |= {key: _platform(_Table(file, key, raw, *_PLATFORM_KEYS)) for key, raw in _read(file).items()}
    owners: dict[str, PlatformId] = {}
    for platform in platforms.values():
        for word in (*platform.nicknames, *platform.hosts):
            if owners.setdefault(word, platform.id) != platform.id:
                raise VocabularyError(
                    f'{files[-1]}: [{platform.id}] "{word}" is taken by [{owners[word]}]: keep it in one of them'
                )
    return platforms


def _platform(entry: _Table) -> Platform:
    hosts = entry.words("hosts")
    ignored, federated = entry.values.get("ignored", ""), entry.values.get("federated", False)
    if not isinstance(ignored, str):
        raise entry.wrong('ignored must be characters, such as ignored = "."')
    if not isinstance(federated, bool):
        raise entry.wrong("federated must be true or false")
    return Platform(
        id=entry.where,
        name=entry.name,
        nicknames=entry.words("nicknames"),
        hosts=hosts,
        paths=tuple(_account_path(entry, text, hosts) for text in entry.texts("paths")),
        not_accounts=entry.words("not_accounts"),
        below=entry.words("below"),
        ignored=ignored,
        federated=federated,
    )


def _account_path(entry: _Table, text: str, hosts: tuple[str, ...]) -> AccountPath:
    try:
        return account_path(text, hosts)
    except ValueError as error:
        raise entry.wrong(f'paths: "{text}" can not be read: {error}') from error


def load_words(path: Path, *own: Path) -> UnitWords:
    """The words of ``path``; what stands in the files ``own``, which may be missing, is added to them, and a trade
    there takes the place of the one of the same id.

    Raises VocabularyError where a file can not be read or an entry is malformed.
    """
    trades: dict[str, Trade] = {}
    lists: dict[str, tuple[str, ...]] = dict.fromkeys(_LISTS, ())
    for file in (path, *filter(Path.exists, own)):
        content = _Table(file, "", _read(file), *_LISTS, "trades")
        for key, raw in _Table(file, "trades", content.values.get("trades", {})).values.items():
            trades[key] = _trade(key, _Table(file, f"trades.{key}", raw, *_TRADE_KEYS))
        lists = {key: tuple(dict.fromkeys((*lists[key], *content.words(key)))) for key in _LISTS}
    return UnitWords(trades=tuple(trades.values()), **lists)


def _trade(trade_id: str, entry: _Table) -> Trade:
    parts = entry.values.get("parts", [])
    if not isinstance(parts, list):
        raise entry.wrong('parts must be a list of lists of words, such as [["one", "two"]]')
    words = tuple(_Table(entry.path, entry.where, {"parts": part}).words("parts") for part in parts)
    return Trade(trade_id, entry.name, entry.words("words"), words)


def _read(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(
            f"{path}: can not be read ({error.strerror}): is the folder of the knowledge right?"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: is not valid TOML: {error}") from error


class _Table:
    """A table of the file at ``path``, called ``where`` in it, with these ``keys``, or any where none are given.
    What is read of it raises VocabularyError."""

    def __init__(self, path: Path, where: str, raw: object, *keys: str) -> None:
        self.path, self.where = path, where
        if not isinstance(raw, dict):
            raise self.wrong("must be a table, with a line for each of its keys")
        self.values: Mapping[str, object] = raw
        for key in raw if keys else ():
            if key not in keys:
                raise self.wrong(f'"{key}" is not known: use {", ".join(keys)}')

    def wrong(self, message: str) -> VocabularyError:
        return VocabularyError(f"{self.path}: {f'[{self.where}] ' if self.where else ''}{message}")

    @property
    def name(self) -> str:
        name = self.values.get("name")
        if not isinstance(name, str) or not name.strip():
            raise self.wrong('needs a name, such as name = "Facebook"')
        return name

    def texts(self, key: str) -> tuple[str, ...]:
        words = self.values.get(key, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise self.wrong(f'{key} must be a list of words, such as {key} = ["one", "two"]')
        return tuple(word.strip() for word in words)

    def words(self, key: str) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.texts(key))
