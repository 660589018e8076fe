"""The intents and the sub-commands, declared once: what is parsed, the help and the manifests come from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Language


class Intent(StrEnum):
    """What somebody wants."""

    OWNER = "owner"
    CHANNELS = "channels"
    VERIFY = "verify"
    ASK = "ask"
    READ = "read"
    MINE = "mine"
    HOME = "home"
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
    SECRETARY = "secretary"
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
    who: Audience
    takes: frozenset[str]


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
    _command(Intent.HOME, fi="koti, oma sivu", sv="hem, min sida", en="home, my page", takes=""),
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
        fi="ketkä ovat poissa, kuka on poissa, poissaolot, omat poissaolot, poissaoloni, kuka sijaistaa minua",
        sv="vilka är borta, vem är borta, frånvaron, min frånvaro, vem vikarierar för mig",
        en="who is away, absences, my absences, who covers for me",
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
    _command(
        Intent.LEFT,
        Audience.ICT_SECRETARY,
        fi="lähtenyt",
        sv="slutat, har slutat",
        en="left, has left",
        takes="person address",
    ),
    _command(
        Intent.RETURNED,
        Audience.ICT_SECRETARY,
        fi="palannut",
        sv="återvänt, har återvänt",
        en="returned, has returned",
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
    _command(
        Intent.SECRETARY,
        fi="kysy ict-sihteeriltä",
        sv="fråga ict-sekreteraren",
        en="ask the ict secretary",
        takes="word asks who which topic incident fake idle undo remind history change give mine",
    ),
    _command(Intent.HELP, fi="apua, komennot", sv="hjälp, kommandon", en="help, commands", takes=""),
)
