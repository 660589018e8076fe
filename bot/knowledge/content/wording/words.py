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
    for file in (path, *filter(Path.exists, own)):
        for platform_id, raw in _read(file).items():
            platforms[platform_id] = _platform(platform_id, _table(raw, _PLATFORM_KEYS, file, platform_id), file)
    owners: dict[str, PlatformId] = {}
    for platform in platforms.values():
        for word in (*platform.nicknames, *platform.hosts):
            if owners.setdefault(word, platform.id) != platform.id:
                file = next((one for one in reversed(own) if one.exists()), path)
                raise VocabularyError(
                    f'{file}: [{platform.id}] "{word}" is taken by [{owners[word]}]: keep it in one of them'
                )
    return platforms


def _platform(platform_id: PlatformId, entry: Mapping[str, object], path: Path) -> Platform:
    hosts = _words(entry, "hosts", path, platform_id)
    ignored, federated = entry.get("ignored", ""), entry.get("federated", False)
    if not isinstance(ignored, str):
        raise VocabularyError(f'{path}: {_at(platform_id)}ignored must be characters, such as ignored = "."')
    if not isinstance(federated, bool):
        raise VocabularyError(f"{path}: {_at(platform_id)}federated must be true or false")
    return Platform(
        id=platform_id,
        name=_name(entry, path, platform_id),
        nicknames=_words(entry, "nicknames", path, platform_id),
        hosts=hosts,
        paths=tuple(_account_path(text, hosts, path, platform_id) for text in _list(entry, "paths", path, platform_id)),
        not_accounts=_words(entry, "not_accounts", path, platform_id),
        below=_words(entry, "below", path, platform_id),
        ignored=ignored,
        federated=federated,
    )


def _account_path(text: str, hosts: tuple[str, ...], path: Path, where: str) -> AccountPath:
    try:
        return account_path(text, hosts)
    except ValueError as error:
        raise VocabularyError(f'{path}: {_at(where)}paths: "{text}" can not be read: {error}') from error


def load_words(path: Path, *own: Path) -> UnitWords:
    """The words of ``path``; what stands in the files ``own``, which may be missing, is added to them, and a trade
    there takes the place of the one of the same id.

    Raises VocabularyError where a file can not be read or an entry is malformed.
    """
    trades: dict[str, Trade] = {}
    lists: dict[str, tuple[str, ...]] = dict.fromkeys(_LISTS, ())
    for file in (path, *filter(Path.exists, own)):
        content = _table(_read(file), (*_LISTS, "trades"), file, "")
        for trade_id, raw in _table(content.get("trades", {}), None, file, "trades").items():
            trades[trade_id] = _trade(trade_id, raw, file)
        for key in _LISTS:
            lists[key] = tuple(dict.fromkeys((*lists[key], *_words(content, key, file, ""))))
    return UnitWords(trades=tuple(trades.values()), **lists)


def _trade(trade_id: str, raw: object, path: Path) -> Trade:
    where = f"trades.{trade_id}"
    entry = _table(raw, _TRADE_KEYS, path, where)
    parts = entry.get("parts", [])
    if not isinstance(parts, list):
        raise VocabularyError(f'{path}: {_at(where)}parts must be a list of lists of words, such as [["one", "two"]]')
    words = tuple(_words({"parts": part}, "parts", path, where) for part in parts)
    return Trade(trade_id, _name(entry, path, where), _words(entry, "words", path, where), words)


def _read(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(
            f"{path}: can not be read ({error.strerror}): is the folder of the knowledge right?"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: is not valid TOML: {error}") from error


def _table(raw: object, keys: tuple[str, ...] | None, path: Path, where: str) -> Mapping[str, object]:
    """``raw`` as a table; ``keys`` are those it may have, None means any."""
    if not isinstance(raw, dict):
        raise VocabularyError(f"{path}: [{where}] must be a table, with a line for each of its keys")
    for key in raw:
        if keys is not None and key not in keys:
            raise VocabularyError(f'{path}: {_at(where)}"{key}" is not known: use {", ".join(keys)}')
    return raw


def _name(entry: Mapping[str, object], path: Path, where: str) -> str:
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise VocabularyError(f'{path}: [{where}] needs a name, such as name = "Facebook"')
    return name


def _words(entry: Mapping[str, object], key: str, path: Path, where: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _list(entry, key, path, where))


def _list(entry: Mapping[str, object], key: str, path: Path, where: str) -> tuple[str, ...]:
    words = entry.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        raise VocabularyError(f'{path}: {_at(where)}{key} must be a list of words, such as {key} = ["one", "two"]')
    return tuple(word.strip() for word in words)


def _at(where: str) -> str:
    return f"[{where}] " if where else ""
