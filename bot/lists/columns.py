"""The columns of a list of channels: what a header may be called, in three languages, and which field it means.

They are here and not among the content that people edit, because they belong to the fields of the records: a new field
needs its column, and an export is to be importable whatever has been edited.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class Column:
    """One field's column: what it is called in an export, and ``others``, which an import accepts besides."""

    field: str
    fi: str
    sv: str
    en: str
    others: tuple[str, ...] = ()

    def header(self, language: Language) -> str:
        """What the column is called in ``language``."""
        return {Language.FI: self.fi, Language.SV: self.sv, Language.EN: self.en}[language]


def _column(field: str, fi: str, sv: str, en: str, others: str = "") -> Column:
    return Column(field, fi, sv, en, tuple(name.strip() for name in others.split("|") if name.strip()))


CHANNEL_COLUMNS: tuple[Column, ...] = (
    _column("id", "Kanavan tunniste", "Kanalens id", "Channel ID", "tunniste|kanava-id"),
    _column(
        "platform", "Palvelu", "Tjänst", "Platform",
        "some-palvelu|somepalvelu|alusta|some-alusta|plattform|service|some-kanava|somekanava|some|media|kanava|kanal"
        "|channel|kanavan tyyppi|tyyppi|typ|type",
    ),
    _column(
        "name", "Kanavan nimi", "Kanalens namn", "Channel name",
        "nimi|namn|tilin nimi|sivun nimi|kontots namn|account name|tili|konto|account|kanava|kanal|channel",
    ),
    _column(
        "unit", "Yksikkö", "Enhet", "Unit",
        "palvelualue|toimiala|vastuualue|osasto|hallintokunta|tulosalue|yksikkö suomeksi|sektor|avdelning|department"
        "|palvelu|tjänst|service",
    ),
    _column("unit_sv", "Yksikkö ruotsiksi", "Enhet på svenska", "Unit in Swedish", "unit sv|yksikkö sv|enhet sv"),
    _column("unit_en", "Yksikkö englanniksi", "Enhet på engelska", "Unit in English", "unit en|yksikkö en|enhet en"),
    _column("scope", "Laajuus", "Omfattning", "Scope", "taso|nivå|level"),
    _column(
        "url", "Osoite", "Adress", "Address",
        "url-osoite|www-osoite|verkkoosoite|verkko-osoite|nettiosoite|linkki|linkki kanavaan|webbadress|länk|link"
        "|web address",
    ),
    _column("handle", "Käyttäjätunnus", "Användarnamn", "Handle", "tunnus|käyttäjänimi|nimimerkki|username|user name"),
    _column(
        "responsible", "Vastuuhenkilö", "Ansvarig person", "Responsible person",
        "vastuullinen|vastaava|vastuuhlö|vastuu|ansvarig|ansvarsperson|person responsible|owner|omistaja|ägare",
    ),
    _column(
        "maintainers", "Ylläpitäjät", "Uppdaterare", "Maintainers",
        "ylläpitäjä|ylläpitäjä(t)|ylläpito|päivittäjät|päivittäjä|päivittäjä(t)|hoitajat|uppdaterare|administratörer"
        "|administratör|redaktörer|maintainer|editors|administrators|admins",
    ),
    _column("status", "Tila", "Status", "Status", "tilanne|läge|state"),
    _column("purpose", "Tarkoitus", "Syfte", "Purpose", "käyttötarkoitus|kuvaus|beskrivning|description|ändamål"),
    _column(
        "decision_on", "Päätöspäivä", "Beslutsdatum", "Decided on",
        "päätös pvm|päätöspvm|päätöksen pvm|päätöksen päivämäärä|päätöspäivämäärä|päätetty|beslutsdag|beslutets datum"
        "|beslut datum|decision date|date of decision",
    ),
    _column("decision_by", "Päättäjä", "Beslutsfattare", "Decided by", "päätöksen tekijä|päätti|decision maker"),
    _column(
        "decision_record", "Päätösnumero", "Beslutsnummer", "Decision record",
        "päätös nro|päätöksen numero|päätöksen nro|päätös §|pykälä|diaarinumero|diarienummer|beslut nr|paragraf"
        "|record number|decision number",
    ),
    _column("weekly_hours", "Tunteja viikossa", "Timmar i veckan", "Hours a week",
            "työaika|tunnit|h/vko|tuntia/vko|viikkotunnit|timmar/vecka|arbetstid|hours|weekly hours"),
    _column("update_interval_days", "Päivitysväli päivinä", "Uppdateringsintervall i dagar", "Update interval in days",
            "päivitysväli|päivitysväli (pv)|uppdateringsintervall|update interval"),
    _column("website_link", "Linkki verkkosivuilla", "Länk på webbplatsen", "Link on the website", "website link"),
    _column("announced", "Ilmoitettu", "Meddelad", "Announced", "tiedotettu"),
    _column("official_marked", "Merkitty viralliseksi", "Märkt som officiell", "Marked official", "virallinen"),
    _column("evidence", "Päivitetty", "Uppdaterad", "Evidence", "tieto päivityksistä"),
    _column("source", "Seurantaosoite", "Källa", "Source", "lähde|syöte|flöde|feed"),
    _column("holiday_covers", "Lomasijaiset", "Semestervikarier", "Holiday covers", "sijaiset|vikarier|covers"),
    _column("pause_from", "Tauko alkaa", "Paus från", "Pause from"),
    _column("pause_to", "Tauko päättyy", "Paus till", "Pause to"),
    _column("pause_reason", "Tauon syy", "Orsak till pausen", "Pause reason"),
    _column("closing_access_by", "Oikeudet poistaa", "Rättigheterna tas bort av", "Access removed by"),
    _column("closing_archive", "Sisällön arkistointi", "Arkivering", "Archived in"),
    _column("closing_announcement", "Sulkemisesta tiedotetaan", "Meddelande om stängning", "Closing announced in"),
)  # fmt: skip

PEOPLE_COLUMNS: tuple[Column, ...] = (
    _column("id", "Henkilön tunniste", "Personens id", "Person ID"),
    _column("display_name", "Näyttönimi", "Visningsnamn", "Display name"),
    _column("email", "Sähköposti", "E-post", "E-mail", "email"),
    _column("language", "Kieli", "Språk", "Language"),
    _column("identities", "Tunnukset", "Identiteter", "Identities"),
    _column("left_on", "Lähtenyt", "Slutat", "Left on"),
)

REQUIRED = ("platform", "name", "unit", "responsible")
"""A list of channels has at least these columns."""


def fold(header: str) -> str:
    """A header as it is compared: small letters, words with one space between, no marks."""
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", header).casefold()).split())


def _accepted(columns: Sequence[Column]) -> Mapping[str, tuple[str, ...]]:
    """The fields that each header may mean, by the folded header, in the order of the columns."""
    fields: dict[str, list[str]] = {}
    for column in columns:
        for name in dict.fromkeys(map(fold, (column.field, column.fi, column.sv, column.en, *column.others))):
            fields.setdefault(name, []).append(column.field)
    return {name: tuple(meant) for name, meant in fields.items()}


_CHANNEL_HEADERS = _accepted(CHANNEL_COLUMNS)
_PEOPLE_HEADERS = {name: meant for name, meant in _accepted(PEOPLE_COLUMNS).items() if name != "id"} | {
    "person id": ("id",)
}


class SameColumnTwiceError(ValueError):
    """Two headers mean one field; they are the arguments."""


def channel_fields(headers: Sequence[str]) -> Mapping[int, str]:
    """The field that each column means, by its place.

    A header that may mean several, such as *Kanava*, means the first that no other column is for. Raises
    SameColumnTwiceError.
    """
    meant = _meant(headers, _CHANNEL_HEADERS)
    found: dict[int, str] = {}
    while meant:
        free = {place: [field for field in fields if field not in found.values()] for place, fields in meant.items()}
        place = min(meant, key=lambda one: (len(free[one]), one))
        if free[place]:
            found[place] = free[place][0]
        elif len(meant[place]) == 1:
            first = next(other for other, field in found.items() if field == meant[place][0])
            raise SameColumnTwiceError(headers[first], headers[place])
        del meant[place]
    return found


def people_fields(headers: Sequence[str]) -> Mapping[int, str]:
    """The field that each column of a list of people means; empty unless these are the headers of such a list."""
    found = {place: fields[0] for place, fields in _meant(headers, _PEOPLE_HEADERS).items()}
    return found if "id" in found.values() and len(found) == sum(bool(text.strip()) for text in headers) else {}


def _meant(headers: Sequence[str], accepted: Mapping[str, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    return {place: accepted[fold(text)] for place, text in enumerate(headers) if fold(text) in accepted}
