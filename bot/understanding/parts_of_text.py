"""What a text is made of: addresses, people and words."""

import re
from dataclasses import dataclass, field, replace

from bot.domain.accounts.addresses import normalise_url
from bot.domain.people import IDENTITY_IN_TEXT, parse_reference
from bot.understanding.aliases import addressed


@dataclass(frozen=True, slots=True)
class Named:
    """A person who is named by a ``reference``: before the word at ``place``, with that Finnish ``ending`` ("ltä"), and
    at the end of a clause or not."""

    reference: str
    place: int
    ending: str = ""
    closes: bool = False


@dataclass(slots=True)
class Parts:
    """What a text is made of. ``first`` is whoever is named at its very start, be it the bot that is called; ``loose``
    are words that may be handles; ``begins`` is whether it begins with somebody: "… has left" asks nothing then."""

    words: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    first: Named | None = None
    begins: bool = False

    @property
    def leading(self) -> str:
        """The reference of whoever is named at the very start; empty where nobody is."""
        return self.first.reference if self.first else ""

    @property
    def people(self) -> list[str]:
        """References of the people who are named."""
        return [one.reference for one in self.named]


_EMOJI = re.compile(r"(?<!/)(?<!\bdid):(?=[a-z+-])[\w+-]+:(?![^\s]*/)", re.IGNORECASE)
"""A shortcode (``:smile:``), which the middle of an account's lasting id (``did:plc:…``) only looks like."""
_ANGLED = re.compile(r"<([^<>]*)>")
_MEMBER_ID = re.compile(r"[UW](?=[A-Z]*\d)[A-Z0-9]{6,11}", re.IGNORECASE)
_IDENTITY = re.compile(r"(slack|teams|console):([^\s<>]+)", re.IGNORECASE)
_ENDING = re.compile(r":([a-zåäö]{1,4})$", re.IGNORECASE)
"""A Finnish ending, as it is joined to what is no word: ``U0123ABCD:lle``."""
_TAIL = re.compile(r"[>)]*(?::([a-zåäö]{1,4}))?[>)]*([,;.!]?)", re.IGNORECASE)
_FIRST_TAIL = re.compile(r"(?::(lt[aä]|ll[aeä]|n)\b)?(,?)", re.IGNORECASE)
_EMAIL = re.compile(r"([^@\s<>:/]+@[\w-]+(?:\.[\w-]+)+)(?::\w*)?")
_HANDLE = re.compile(r"@(?!some-?bot\b)\w[\w.\-]{1,99}(?:@[\w-]+(?:\.[\w-]+)+)?", re.IGNORECASE)
_LOOSE_HANDLE = re.compile(r"[a-z0-9.]+(?:_[a-z0-9.]+)+", re.IGNORECASE)
_URL = re.compile(
    r"https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}/\S+"
    r"|(?:[\w-]+\.)+(?:fi|com|net|org|se|eu|gg|info|social|tv|app)",
    re.IGNORECASE,
)


def take_apart(text: str) -> Parts:
    """The addresses and people in ``text``, and its words."""
    parts = Parts()
    if leading := IDENTITY_IN_TEXT.match(text.lstrip()):
        tail = _FIRST_TAIL.match(text.lstrip(), leading.end())
        ending, closes = (tail[1] or "", tail[2] == ",") if tail else ("", False)
        parts.first = Named(_identity(leading), 0, ending.lower(), closes)
        text = addressed(text).removeprefix(ending)
    else:
        text = addressed(text)
    text = _ANGLED.sub(r" \1 ", IDENTITY_IN_TEXT.sub(lambda match: f" {_identity(match)} ", text))
    after_person, parts.begins = False, bool(parts.leading)
    for chunk in _EMOJI.sub(" ", text).split():
        if chunk.isalpha():  # a plain word, as most are
            parts.words.append(chunk)
            after_person = False
            continue
        if after_person and (tail := _TAIL.fullmatch(chunk)):  # what is written together with an identity
            parts.named[-1] = replace(parts.named[-1], ending=tail[1] or "", closes=bool(tail[2]))
            continue
        after_person = False
        core = chunk.strip("()[]{}\"'“”’«»*`").rstrip(")]}\"'“”’»,;!?…*`.:")
        if reference := _person(core):
            ending = _ENDING.search(core)
            closes = chunk.endswith((",", ";", ".", "!"))
            parts.named.append(Named(reference, len(parts.words), ending[1].lower() if ending else "", closes))
            after_person = True
            parts.begins |= not parts.words
        elif _HANDLE.fullmatch(core) or (_URL.fullmatch(core) and normalise_url(core)):
            parts.addresses.append(core)
        else:
            parts.words.append(chunk)
            if _LOOSE_HANDLE.fullmatch(core):
                parts.loose.append(core)
    return parts


def _identity(match: re.Match[str]) -> str:
    surface = match[1].lower()
    return f"{surface}:{match[2].upper() if surface == 'slack' else match[2]}"


def _person(word: str) -> str | None:
    if identity := _IDENTITY.fullmatch(word):
        return _identity(identity)
    account = _ENDING.sub("", word.removeprefix("@"))
    if _MEMBER_ID.fullmatch(account):
        return parse_reference(account.upper())
    email = _EMAIL.fullmatch(word)
    return parse_reference(email[1]) if email else None
