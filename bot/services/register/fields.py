"""The fields of a channel, and of a person, as people meet them: in forms, on one line, in lists.

They are here and not among the content that people edit, because they belong to the records: an export is to be
importable whatever has been edited. What a field is called in a form is in the texts, as ``field-…``.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.language import Language


class FieldKind(StrEnum):
    """How a field is filled in. Values travel as strings: dates as ISO 8601, checks as ``yes`` or an empty string,
    people as references, several of them separated by white space."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    URL = "url"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    CHECK = "check"
    PERSON = "person"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record. ``fi``, ``sv`` and ``en`` are its header in an exported list, ``others`` are headers that
    an import accepts besides, and ``short`` names that can be typed on one line. A list lacks no ``required`` field.

    ``in_form`` is its place in the form, counted from 1, and 0 where the form does not ask for it; ``hint`` is the key
    of the text that says how to fill it in.
    """

    key: str
    kind: FieldKind
    fi: str
    sv: str
    en: str
    others: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    required: bool = False
    in_form: int = 0
    hint: str = ""

    def header(self, language: Language) -> str:
        """What the field's column is called in ``language``."""
        return {Language.FI: self.fi, Language.SV: self.sv, Language.EN: self.en}[language]


def _field(
    key: str,
    kind: FieldKind,
    fi: str,
    sv: str,
    en: str,
    *,
    others: str = "",
    short: str = "",
    required: bool = False,
    in_form: int = 0,
    hint: str = "",
) -> RecordField:
    """The field; names in ``others`` and ``short`` are separated by ``|``."""
    return RecordField(key, kind, fi, sv, en, _names(others), _names(short), required, in_form, hint)


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


CHANNEL_FIELDS: tuple[RecordField, ...] = (
    _field("id", FieldKind.TEXT, "Kanavan tunniste", "Kanalens id", "Channel ID", others="tunniste|kanava-id"),
    _field("platform", FieldKind.CHOICE, "Palvelu", "Tjänst", "Platform",
           others="some-palvelu|somepalvelu|alusta|some-alusta|plattform|service|some-kanava|somekanava|some"
           "|media|kanava|kanal|channel|kanavan tyyppi|tyyppi|typ|type", required=True, in_form=1),
    _field("name", FieldKind.TEXT, "Kanavan nimi", "Kanalens namn", "Channel name",
           others="nimi|namn|tilin nimi|sivun nimi|kontots namn|account name|tili|konto|account|kanava|kanal"
           "|channel", short="nimi|namn", required=True, in_form=2),
    _field("unit", FieldKind.TEXT, "Yksikkö", "Enhet", "Unit",
           others="palvelualue|toimiala|vastuualue|osasto|hallintokunta|tulosalue|yksikkö suomeksi|sektor"
           "|avdelning|department|palvelu|tjänst|service", required=True, in_form=6),
    _field("unit_sv", FieldKind.TEXT, "Yksikkö ruotsiksi", "Enhet på svenska", "Unit in Swedish",
           others="unit sv|yksikkö sv|enhet sv", in_form=7),
    _field("unit_en", FieldKind.TEXT, "Yksikkö englanniksi", "Enhet på engelska", "Unit in English",
           others="unit en|yksikkö en|enhet en", in_form=8),
    _field("scope", FieldKind.CHOICE, "Laajuus", "Omfattning", "Scope", others="taso|nivå|level", in_form=5),
    _field("url", FieldKind.URL, "Osoite", "Adress", "Address",
           others="url-osoite|www-osoite|verkkoosoite|verkko-osoite|nettiosoite|linkki|linkki kanavaan"
           "|webbadress|länk|link|web address", in_form=3, hint="hint-url"),
    _field("handle", FieldKind.TEXT, "Käyttäjätunnus", "Användarnamn", "Handle",
           others="tunnus|käyttäjänimi|nimimerkki|username|user name", in_form=4),
    _field("responsible", FieldKind.PERSON, "Vastuuhenkilö", "Ansvarig person", "Responsible person",
           others="vastuullinen|vastaava|vastuuhlö|vastuu|ansvarig|ansvarsperson|person responsible|owner"
           "|omistaja|ägare", short="vastuu|ansvarig", required=True, in_form=9),
    _field("maintainers", FieldKind.PEOPLE, "Ylläpitäjät", "Uppdaterare", "Maintainers",
           others="ylläpitäjä|ylläpitäjä(t)|ylläpito|päivittäjät|päivittäjä|päivittäjä(t)|hoitajat|uppdaterare"
           "|administratörer|administratör|redaktörer|maintainer|editors|administrators|admins", in_form=10,
           hint="hint-maintainers"),
    _field("status", FieldKind.CHOICE, "Tila", "Status", "Status", others="tilanne|läge|state"),
    _field("purpose", FieldKind.LONG_TEXT, "Tarkoitus", "Syfte", "Purpose",
           others="käyttötarkoitus|kuvaus|beskrivning|description|ändamål", short="tarkoitus", in_form=11,
           hint="hint-purpose"),
    _field("decision_on", FieldKind.DATE, "Päätöspäivä", "Beslutsdatum", "Decided on",
           others="päätös pvm|päätöspvm|päätöksen pvm|päätöksen päivämäärä|päätöspäivämäärä|päätetty|beslutsdag"
           "|beslutets datum|beslut datum|decision date|date of decision", in_form=13),
    _field("decision_by", FieldKind.PERSON, "Päättäjä", "Beslutsfattare", "Decided by",
           others="päätöksen tekijä|päätti|decision maker", short="päättänyt", in_form=12, hint="hint-decision"),
    _field("decision_record", FieldKind.TEXT, "Päätösnumero", "Beslutsnummer", "Decision record",
           others="päätös nro|päätöksen numero|päätöksen nro|päätös §|pykälä|diaarinumero|diarienummer"
           "|beslut nr|paragraf|record number|decision number", short="numero", in_form=14),
    _field("decision_conditions", FieldKind.LONG_TEXT, "Päätöksen ehdot", "Beslutets villkor", "Decision conditions",
           others="ehdot|villkor|conditions", in_form=15),
    _field("weekly_hours", FieldKind.NUMBER, "Tunteja viikossa", "Timmar i veckan", "Hours a week",
           others="työaika|tunnit|h/vko|tuntia/vko|viikkotunnit|timmar/vecka|arbetstid|hours|weekly hours",
           short="tunnit|timmar|hours", in_form=16),
    _field("update_interval_days", FieldKind.NUMBER,
           "Päivitysväli päivinä", "Uppdateringsintervall i dagar", "Update interval in days",
           others="päivitysväli|päivitysväli (pv)|uppdateringsintervall|update interval",
           short="väli|päivitysväli|intervall|interval", in_form=17, hint="hint-interval"),
    _field("website_link", FieldKind.CHECK, "Linkki verkkosivuilla", "Länk på webbplatsen", "Link on the website",
           others="website link", in_form=18),
    _field("announced", FieldKind.CHECK, "Ilmoitettu", "Meddelad", "Announced", others="tiedotettu", in_form=19),
    _field("official_marked", FieldKind.CHECK, "Merkitty viralliseksi", "Märkt som officiell", "Marked official",
           others="virallinen", in_form=20),
    _field("evidence", FieldKind.LONG_TEXT, "Päivitetty", "Uppdaterad", "Evidence", others="tieto päivityksistä"),
    _field("source", FieldKind.URL, "Seurantaosoite", "Källa", "Source", others="lähde|syöte|flöde|feed",
           short="lähde|syöte|källa|flöde|feed", in_form=21, hint="hint-source"),
    _field("holiday_covers", FieldKind.LONG_TEXT, "Lomasijaiset", "Semestervikarier", "Holiday covers",
           others="sijaiset|vikarier|covers"),
    _field("exemptions", FieldKind.LONG_TEXT,
           "Vapautukset velvoitteista", "Befrielser från skyldigheter", "Exemptions from duties"),
    _field("confirmed", FieldKind.LONG_TEXT, "Vahvistukset", "Bekräftelser", "Confirmations"),
    _field("pause_from", FieldKind.DATE, "Tauko alkaa", "Paus från", "Pause from"),
    _field("pause_to", FieldKind.DATE, "Tauko päättyy", "Paus till", "Pause to"),
    _field("pause_reason", FieldKind.TEXT, "Tauon syy", "Orsak till pausen", "Pause reason"),
    _field("closing_access_by", FieldKind.PERSON, "Oikeudet poistaa", "Rättigheterna tas bort av", "Access removed by"),
    _field("closing_archive", FieldKind.TEXT, "Sisällön arkistointi", "Arkivering", "Archived in"),
    _field("closing_announcement", FieldKind.TEXT,
           "Sulkemisesta tiedotetaan", "Meddelande om stängning", "Closing announced in"),
)  # fmt: skip
"""In the order of the columns of a list."""

PERSON_FIELDS: tuple[RecordField, ...] = (
    _field("id", FieldKind.TEXT, "Henkilön tunniste", "Personens id", "Person ID"),
    _field("display_name", FieldKind.TEXT, "Näyttönimi", "Visningsnamn", "Display name"),
    _field("email", FieldKind.TEXT, "Sähköposti", "E-post", "E-mail", others="email"),
    _field("language", FieldKind.CHOICE, "Kieli", "Språk", "Language"),
    _field("identities", FieldKind.LONG_TEXT, "Tunnukset", "Identiteter", "Identities"),
    _field("left_on", FieldKind.DATE, "Lähtenyt", "Slutat", "Left on"),
)

FORM_FIELDS = tuple(sorted((field for field in CHANNEL_FIELDS if field.in_form), key=lambda field: field.in_form))
"""The fields that the form of a channel asks for, in its order."""
