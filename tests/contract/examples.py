"""Messages and forms that every renderer has to get right: realistic ones in three languages, and hostile ones."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.forms.form import FieldKind, Form, FormField, Option
from bot.domain.language import Language
from bot.messages.model import (
    Action,
    Actions,
    Bold,
    Bullets,
    Button,
    Choice,
    Field,
    Fields,
    Heading,
    Link,
    Message,
    Note,
    Overflow,
    Paragraph,
    PersonSpan,
    Pick,
    Picture,
    Quote,
    Row,
    Style,
    Text,
    Verb,
)

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A black point."""
ANSWER = Message(
    (
        Heading("Ohje, luku 4: Osallistumisen periaatteet"),
        Quote(
            (
                "Käyttöön otettaessa sovitaan selvästi, kuka palvelua ylläpitää ja paljonko työaikaa siihen menee.",
                "Vastuuhenkilö ja ylläpitäjä voivat olla sama henkilö.",
            ),
            "luku 4: Osallistumisen periaatteet",
        ),
        Note(
            (
                Text("Suomussalmen kunta, sosiaalisen median ohje. Ohje on luonnos. "),
                Link("Lähde", "https://example.fi/ohje"),
            )
        ),
        Actions(
            (
                Button("Lue koko kohta", Action(Verb.SECTION, ("4.1",), Language.FI)),
                Button("Jaa tähän", Action(Verb.SHARE, ("kuka ylläpitää?",), Language.FI), Style.PRIMARY),
                Button("Kysy ICT-sihteeriltä", Action(Verb.ASK_SECRETARY, ("kuka ylläpitää?",), Language.FI)),
            )
        ),
    ),
    Language.FI,
)
OWNERS = Message(
    (
        Heading("Bibliotekets Instagram"),
        Fields(
            (
                Field("Enhet", (Text("Bibliotekstjänster"),)),
                Field("Adress", (Link("@suomussalmenkirjasto", "https://www.instagram.com/suomussalmenkirjasto/"),)),
                Field(
                    "Ansvarig person",
                    (
                        PersonSpan("bibliotekschef", "Bibliotekschefen", identities=("slack:U0RESP002",)),
                        Text(" (biblioteket)"),
                    ),
                ),
                Field("Läge", (Bold("uppdaterad i tid"), Text(", senast 12.11.2026"))),
            )
        ),
        Row(
            "Bibliotekets Facebook\ninte uppdaterad sedan 3.10.2026",
            Button("Uppdaterad", Action(Verb.UPDATED, ("biblioteket-facebook", ""), Language.SV)),
        ),
        Actions(
            (
                Button(
                    "Dra tillbaka",
                    Action(Verb.UNDO, ("17",), Language.SV),
                    Style.DANGER,
                    confirm="Ska ändringen dras tillbaka?",
                ),
                Choice(
                    "Påminn mig senare",
                    tuple(
                        Pick(f"Om {days} dagar", Action(Verb.REMINDER_LATER, ("2026-12-07/p", "b", days), Language.SV))
                        for days in ("3", "7", "14")
                    ),
                ),
                Overflow((Pick("Jag är borta", Action(Verb.REMINDER_FORM, ("away", "", ""), Language.SV)),)),
            )
        ),
    ),
    Language.SV,
)
NOTICE = Message(
    (
        Paragraph(
            (
                PersonSpan("ict", "ICT secretary", notify=True, identities=("teams:0f-1", "slack:U0SECR001")),
                Text(", somebody asks what the guideline does not say. "),
                Bold("Please answer them: "),
                PersonSpan("asker", "Youth worker", notify=True, identities=("console:maintainer",)),
            )
        ),
        Bullets(
            (
                (Text("May the youth centre open a channel on "), Bold("TikTok"), Text("?")),
                (Text("Nearest: section 3"),),
            )
        ),
        Picture("Questions a month", "October: 12, November: 17.", PNG),
    ),
    Language.EN,
)
REALISTIC = {"answer": ANSWER, "owners": OWNERS, "notice": NOTICE}

LONG = "Sosiaalinen media on aina vähintään puolijulkinen foorumi. " * 68
HOSTILE = {
    "channel call": "<!channel> kokous",
    "here call": "<!here|here>",
    "mention": "<@U0123ABCD> and <@W0123ABCD|name>",
    "user group": "<!subteam^S0123ABCD>",
    "disguised link": "<https://evil.example|your bank>",
    "escaped already": "&lt;!channel&gt; &amp; &amp;amp;",
    "script": "<script>alert(1)</script>",
    "broken out of an attribute": "\"><img src=x onerror=alert(1)> ' onmouseover='alert(1)",
    "comment": "--><!--",
    "template": "{{ 7 * 7 }} {% raw %} ${x} %s %(a)s",
    "script address": "javascript:alert(1)",
    "mrkdwn": "*bold* _italic_ ~struck~ `code` ```pre``` > quote",
    "markdown": "[words](https://evil.example) **b** # h",
    "emoji name": ":tada: :skull:",
    "4,000 characters": LONG[:4000],
    "one word": "ä" * 4000,
    "only escapes": "<&>" * 500,
    "quotation marks": '"\\' * 2000,
    "many emoji": "👩‍👩‍👧‍👦🇫🇮" * 300,
    "right to left": "مرحبا \u202eabc\u202c עברית",
    "combining": "Z̷̢̛a̷l̷g̷o̷",
    "controls": "a\x00b\x07c\x1b[31md\x85e\r\nf\tg",
    "lines": "one\n\ntwo\n \n\nthree",
    "spaces": "  \n\t \u00a0 ",
    "empty": "",
}
UNSAFE_ADDRESSES = (
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example",
    "https:evil.example",
    "",
)


def everywhere(text: str) -> Message:
    """A message with ``text`` in each place that takes one."""
    spans = (
        Text(text),
        Bold(text),
        Link(text, "https://example.fi/?a=1&b=2"),
        Link("words", text),
        PersonSpan("p", text),
    )
    return Message(
        (
            Heading(text),
            Paragraph(spans),
            Paragraph((Text(text),)),
            Fields((Field(text, spans), Field("label", (Text(text),)), Field("label", ()))),
            Bullets((spans, (Text(text),), ())),
            Quote((text, text), text),
            Actions((Button(text, Action(Verb.SECTION, (text[:300],))), Button(text, Action(Verb.OWNER)))),
            Row(text, Button(text, Action(Verb.OWNER, ("beside",)), confirm=text)),
            Actions(
                (
                    Choice(text, (Pick(text, Action(Verb.CHANNELS)), Pick(text, Action(Verb.SECTION, (text[:300],))))),
                    Choice(text, (Pick(text, Action(Verb.CHANNELS)), Pick(text, Action(Verb.GAPS, ("1",))))),
                    Overflow((Pick(text, Action(Verb.ENTRIES, ("1",))),)),
                )
            ),
            Note(spans),
            Note((Text(text),)),
            Picture(text, text, PNG),
            Paragraph((PersonSpan("p", text, notify=True, identities=(f"slack:{text}", "slack:<!channel>")),)),
        ),
        Language.FI,
    )


def unsafe_links() -> Message:
    """Links that must not be followed, though their words must be read."""
    return Message((Paragraph(tuple(Link(f"words {n}", url) for n, url in enumerate(UNSAFE_ADDRESSES))),), Language.EN)


EMPTY = Message((), Language.SV)
BARE = Message(
    (
        Fields(()),
        Bullets(()),
        Actions(()),
        Actions((Overflow(()), Choice("", ()))),
        Quote((), ""),
        Note(()),
        Paragraph(()),
        Picture("", "", b""),
    ),
    Language.FI,
)
MANY = Message(
    (
        Heading("Kanavat"),
        Bullets(tuple((Text(f"{n}. "), Link(f"kanava-{n}", f"https://example.fi/kanavat/{n}")) for n in range(300))),
        Fields(tuple(Field(f"Tieto {n}", (Text(f"arvo {n}"),)) for n in range(120))),
        Actions(tuple(Button(f"Kanava {n}", Action(Verb.OWNER, (f"kanava-{n}",))) for n in range(60))),
        Actions((Choice("Kanava", tuple(Pick(f"{n}", Action(Verb.OWNER, (f"{n}",))) for n in range(120))),)),
        Actions((Overflow(tuple(Pick(f"{n}", Action(Verb.GAPS, (f"{n}",))) for n in range(9))),)),
        *(Note((Text(f"Huomautus {n}"),)) for n in range(60)),
    ),
    Language.FI,
)
MESSAGES = {
    **REALISTIC,
    **{f"hostile: {name}": everywhere(text) for name, text in HOSTILE.items()},
    "unsafe links": unsafe_links(),
    "empty": EMPTY,
    "bare": BARE,
    "many": MANY,
}

PLATFORMS = (Option("facebook", "Facebook"), Option("instagram", "Instagram"), Option("muu", "Muu palvelu"))
REGISTER = Form(
    id="register",
    title="Rekisteröi kanava",
    submit="Tallenna",
    cancel="Peruuta",
    fields=(
        FormField("name", FieldKind.TEXT, "Kanavan nimi", required=True),
        FormField("purpose", FieldKind.LONG_TEXT, "Tarkoitus", limit=2000, hint="Mitä kanavalla tavoitellaan"),
        FormField("url", FieldKind.URL, "Osoite", required=True, hint="Esimerkiksi instagram.com/suomussalmenkunta"),
        FormField("weekly_hours", FieldKind.NUMBER, "Työaika viikossa (tuntia)"),
        FormField("decision_on", FieldKind.DATE, "Päätöksen päivä"),
        FormField("platform", FieldKind.CHOICE, "Palvelu", required=True, options=PLATFORMS),
        FormField("website_link", FieldKind.CHECK, "Linkitetty kunnan verkkosivuilta"),
        FormField("responsible", FieldKind.PERSON, "Vastuuhenkilö", required=True, group="Ihmiset"),
        FormField("maintainers", FieldKind.PEOPLE, "Ylläpitäjät", hint="Vähintään yksi"),
    ),
    language=Language.FI,
    subject=("fi", "kirjasto-instagram", "7"),
    intro="Ohjeen luku 3: hallintopalvelujen ICT-sihteeri pitää luetteloa käytössä olevista palveluista.",
    values={
        "name": "Kirjaston Instagram",
        "purpose": "Kerrotaan kirjaston tapahtumista.\nVastataan kysymyksiin.",
        "url": "https://www.instagram.com/suomussalmenkirjasto/",
        "weekly_hours": "2,5",
        "decision_on": "2026-11-02",
        "platform": "instagram",
        "website_link": "yes",
        "responsible": "slack:U0RESP002",
        "maintainers": "slack:U0MAIN004 slack:W0MAIN005",
    },
)
BLANK = Form("away", "Semester", "Spara", "Avbryt", REGISTER.fields, Language.SV)
MENDING = Form(
    "edit",
    "Edit the facts of the library's Instagram",
    "Save",
    "Cancel",
    REGISTER.fields,
    Language.EN,
    subject=("en", "kirjasto-instagram", "8"),
    values={
        **REGISTER.values,
        "decision_on": "2nd of November",
        "responsible": "kirjasto@example.fi",
        "maintainers": "kirjasto@example.fi slack:U0MAIN004",
    },
    errors={
        "decision_on": "Write the day as 2026-11-02.",
        "responsible": "This person is not known here.",
        "": "Somebody else has changed the channel meanwhile.",
    },
)


def form_everywhere(text: str) -> Form:
    """A form with ``text`` in each place that takes one."""
    options = (Option("a", text), Option("b", "another"))
    first, *others = (FormField(kind, kind, text, hint=text, options=options, limit=4000) for kind in FieldKind)
    fields = (replace(first, group=text), *others)
    return Form(
        "form",
        text,
        text,
        text,
        fields,
        Language.FI,
        subject=(text[:300],),
        intro=text,
        values={FieldKind.LONG_TEXT: text, FieldKind.CHOICE: "b"},
        errors={FieldKind.TEXT: text, "": text},
    )


FORMS = {
    "register": REGISTER,
    "blank": BLANK,
    "mending": MENDING,
    **{f"hostile: {name}": form_everywhere(text) for name, text in HOSTILE.items()},
}
