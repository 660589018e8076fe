"""The intents and the sub-commands, declared once: the parser, the help and the manifests come from here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Language
from bot.domain.people import IDENTITY_IN_TEXT
from bot.language.analysis import fold


class Intent(StrEnum):
    """What somebody wants."""

    OWNER = "owner"
    CHANNELS = "channels"
    VERIFY = "verify"
    ASK = "ask"
    READ = "read"
    MINE = "mine"
    ME = "me"
    PROPOSE = "propose"
    DECIDE = "decide"
    UPDATED = "updated"
    SNOOZE = "snooze"
    AWAY = "away"
    BACK = "back"
    ABSENCES = "absences"
    HANDOVER = "handover"
    REGISTER = "register"
    EDIT = "edit"
    RETIRE = "retire"
    PAUSE = "pause"
    LEFT = "left"
    RETURNED = "returned"
    AUDIT = "audit"
    HISTORY = "history"
    UNDO = "undo"
    REPORT = "report"
    GAPS = "gaps"
    WEBSITE = "website"
    DUTIES = "duties"
    TROUBLE = "trouble"
    ENTRIES = "entries"
    EXPORT = "export"
    HELP = "help"
    SMALLTALK = "smalltalk"
    UNKNOWN = "unknown"


class Audience(StrEnum):
    """For whom a command is; the ICT secretary may do what everybody may."""

    EVERYONE = "everyone"
    MAINTAINERS = "maintainers"
    ICT_SECRETARY = "ict_secretary"


@dataclass(frozen=True, slots=True)
class Command:
    """A sub-command: what it is for, for whom, and what it is called; the first alias in each language is shown.

    ``takes`` are the facts (see `rules`) of which one must be in what is typed after an alias; where there is none, the
    alias was just the first word of a sentence.
    """

    intent: Intent
    aliases: Mapping[Language, tuple[str, ...]]
    who: Audience = Audience.EVERYONE
    takes: frozenset[str] = frozenset({"any_channel", "address", "person", "time"})


def _command(
    intent: Intent, who: Audience = Audience.EVERYONE, *, fi: str, sv: str, en: str, takes: str = "any_channel address"
) -> Command:
    given = {Language.FI: fi, Language.SV: sv, Language.EN: en}
    aliases = {language: tuple(text.split(", ")) for language, text in given.items()}
    return Command(intent, aliases, who, frozenset(takes.split()))


COMMANDS: tuple[Command, ...] = (
    _command(
        Intent.OWNER,
        fi="kuka omistaa, kuka vastaa, kuka hoitaa, kuka ylläpitää, omistaja, vastuuhenkilö",
        sv="vem äger, vem sköter, vem ansvarar för, ägare",
        en="who owns, who runs, who manages, owner",
        takes="channel",
    ),
    _command(
        Intent.CHANNELS,
        fi="kanavat, lista, listaa, luettelo",
        sv="kanaler, lista",
        en="channels, list",
        takes="any_channel all idle pause by_unit",
    ),
    _command(
        Intent.VERIFY,
        fi="tarkista, varmista, onko tämä meidän",
        sv="verifiera, kontrollera, är detta vårt",
        en="verify, check, is this ours",
        takes="address name called",
    ),
    _command(
        Intent.READ,
        fi="ohje, ohjeet, sisällysluettelo, sisällys, luku, kohta",
        sv="anvisningar, anvisningarna, riktlinjer, innehåll, innehållsförteckning, kapitel, avsnitt, punkt",
        en="guideline, guidelines, policy, contents, table of contents, chapter, section",
        takes="numbered_part only_number",
    ),
    _command(
        Intent.MINE, fi="omat, omat kanavat, minun, minun kanavat", sv="mina, mina kanaler", en="mine, my channels"
    ),
    _command(
        Intent.ME,
        fi="minä, minusta, omat tiedot",
        sv="jag, om mig, mina uppgifter",
        en="me, about me, my data",
        takes="",
    ),
    _command(
        Intent.PROPOSE,
        fi="ehdota, ehdotus, esitys",
        sv="föreslå, förslag",
        en="propose, proposal",
        takes="any_channel new",
    ),
    _command(
        Intent.DECIDE,
        fi="päätä, päätettävät, ehdotukset",
        sv="besluta, beslut, förslagen",
        en="decide, decisions, proposals",
        takes="",
    ),
    _command(
        Intent.UPDATED,
        Audience.MAINTAINERS,
        fi="päivitetty, päivitin",
        sv="uppdaterat, uppdaterad, klart",
        en="updated, done",
        takes="any_channel time",
    ),
    _command(
        Intent.SNOOZE,
        Audience.MAINTAINERS,
        fi="muistuta, torkku, myöhemmin",
        sv="påminn, senare",
        en="snooze, remind, later",
        takes="time",
    ),
    _command(
        Intent.AWAY,
        Audience.MAINTAINERS,
        fi="poissa, pois, lomalla, loma",
        sv="borta, ledig, semester",
        en="away, absent, vacation, holiday",
        takes="time person",
    ),
    _command(
        Intent.BACK,
        Audience.MAINTAINERS,
        fi="perun loman, perun poissaolon, peru loma, peru poissaolo",
        sv="avboka semestern, avboka frånvaron",
        en="cancel my leave, cancel leave, back",
        takes="time",
    ),
    _command(
        Intent.ABSENCES,
        Audience.MAINTAINERS,
        fi="ketkä ovat poissa, kuka on poissa, poissaolot, kuka sijaistaa minua",
        sv="vilka är borta, vem är borta, frånvaron, vem vikarierar för mig",
        en="who is away, absences, who covers for me",
        takes="",
    ),
    _command(
        Intent.HANDOVER,
        Audience.MAINTAINERS,
        fi="luovuta, siirrä",
        sv="överlämna, lämna över",
        en="handover, hand over",
        takes="any_channel person",
    ),
    _command(
        Intent.REGISTER,
        Audience.ICT_SECRETARY,
        fi="rekisteröi, lisää kanava",
        sv="registrera",
        en="register, add channel",
    ),
    _command(Intent.EDIT, Audience.ICT_SECRETARY, fi="muokkaa, muuta", sv="ändra, redigera", en="edit, change"),
    _command(
        Intent.RETIRE,
        Audience.ICT_SECRETARY,
        fi="poista käytöstä, lopeta",
        sv="avsluta, avveckla",
        en="retire, close",
    ),
    _command(Intent.PAUSE, Audience.ICT_SECRETARY, fi="tauko, tauolle", sv="paus, pausa", en="pause"),
    _command(Intent.LEFT, Audience.ICT_SECRETARY, fi="lähtenyt", sv="slutat", en="left", takes="person address"),
    _command(
        Intent.RETURNED,
        Audience.ICT_SECRETARY,
        fi="palannut",
        sv="återvänt",
        en="returned",
        takes="person address",
    ),
    _command(Intent.AUDIT, Audience.ICT_SECRETARY, fi="tarkastus, auditoi", sv="granska, granskning", en="audit"),
    _command(
        Intent.HISTORY,
        Audience.ICT_SECRETARY,
        fi="historia, muutokset",
        sv="historik, ändringar",
        en="history, changes",
    ),
    _command(Intent.UNDO, Audience.ICT_SECRETARY, fi="peru, kumoa", sv="ångra", en="undo", takes=""),
    _command(
        Intent.REPORT,
        Audience.MAINTAINERS,
        fi="raportti",
        sv="rapport",
        en="report",
        takes="any_channel time",
    ),
    _command(
        Intent.EXPORT,
        Audience.ICT_SECRETARY,
        fi="vie rekisteri, vie exceliin",
        sv="exportera",
        en="export",
        takes="book any_channel table",
    ),
    _command(Intent.GAPS, Audience.ICT_SECRETARY, fi="puutteet", sv="luckor", en="gaps"),
    _command(
        Intent.WEBSITE,
        Audience.ICT_SECRETARY,
        fi="sivujen linkit, linkit",
        sv="webbplatsens länkar, länkar",
        en="website links, links",
        takes="",
    ),
    _command(
        Intent.DUTIES,
        Audience.MAINTAINERS,
        fi="velvoitteet",
        sv="skyldigheter",
        en="duties",
        takes="channel",
    ),
    _command(
        Intent.TROUBLE,
        fi="tili on kaapattu, kanava on kaapattu, tilimme on kaapattu, valetili",
        sv="kontot är kapat, kontot har kapats, kanalen har kapats, falskt konto",
        en="account hijacked, the account was hijacked, our account was hacked, fake account",
        takes="channel",
    ),
    _command(
        Intent.ENTRIES,
        fi="vastaukset, kysymykset ja vastaukset",
        sv="svar, frågor och svar",
        en="answers, questions and answers",
        takes="",
    ),
    _command(Intent.HELP, fi="apua, komennot", sv="hjälp, kommandon", en="help, commands", takes=""),
)

_Known = tuple[Command, Language | None]
# To whom a text is addressed: "/some", "@Somebot", somebody called at its start, or just the slash.
_ADDRESSED = re.compile(rf"^\s*(?:(?:(?i:/some\b|@?some-?bot\b)|{IDENTITY_IN_TEXT.pattern})[\s:,]*|/)")
_CALLING = frozenset("/@sSſtTcC")
"""How what is addressed begins."""
_WORDS = re.compile(r"[^\W_]+")


def addressed(text: str) -> str:
    """``text`` without the slash, the command's name, the bot's or the identity that it begins with."""
    text = text.strip()
    if text[:1] in _CALLING:
        text = _ADDRESSED.sub("", _ADDRESSED.sub("", text, count=1), count=1).strip()
    return text


Found = tuple[Command, Language | None, str]
"""A command, the language of the alias that was typed, and what follows it."""


def parse_command(text: str) -> Found | None:
    """The command whose alias ``text`` begins with, the alias's language, and what follows; None where there is none.

    The longest alias wins. The language is None where two languages share the alias. Letters without their dots
    (``paivitetty``) are understood where that leaves no doubt: ``mina`` is Swedish, ``minä`` Finnish.
    """
    plain = addressed(text)
    first = _WORDS.search(plain)
    if first is None or fold(first[0]) not in _FIRST_WORDS:
        return None
    words = list(_WORDS.finditer(plain))[:_LONGEST]
    for count in range(len(words), 0, -1):
        typed = " ".join(match[0] for match in words[:count])
        if found := _EXACT.get(_small(typed)) or _FOLDED.get(fold(typed)):
            command, language = found
            return command, language, plain[words[count - 1].end() :].lstrip(" \t\r\n:,.!-–")
    return None


def _small(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _aliases() -> Iterator[tuple[str, Command, Language]]:
    for command in COMMANDS:
        for language, aliases in command.aliases.items():
            for alias in aliases:
                yield alias, command, language


def _exact() -> dict[str, _Known]:
    table: dict[str, _Known] = {}
    for alias, command, language in _aliases():
        shared = table.get(alias)
        if shared is not None and shared[0] is not command:
            raise ValueError(f'"{alias}" is an alias of two commands: {shared[0].intent} and {command.intent}')
        table[alias] = (command, None if shared else language)
    return table


_EXACT = _exact()
_FOLDED = {fold(alias): found for alias, found in reversed(_EXACT.items())}
_FIRST_WORDS = frozenset(fold(alias).split()[0] for alias in _EXACT)
_LONGEST = max(len(alias.split()) for alias in _EXACT)
