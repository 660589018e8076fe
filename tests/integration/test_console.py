"""The console's page, over HTTP, with a conversation that is a plain function."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.conversation.actions import encode
from bot.conversation.exchange import Asked, Incoming, Outcome, Pressed, Said, Submitted, Visibility
from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Action, Actions, Button, Heading, Message, Paragraph, Text, Verb
from bot.services.notices import Notice, QuestionForSecretary
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.personas import PERSONAS, Persona
from bot.surfaces.console.sessions import Sessions
from bot.surfaces.console.surface import ConsoleNotifier
from tests.support.consoles import console_app
from tests.support.surface import bring

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
FIELDS = (
    FormField("name", FieldKind.TEXT, "Nimi", required=True),
    FormField("url", FieldKind.URL, "Osoite", required=True),
    FormField("announced", FieldKind.CHECK, "Tiedotettu"),
)
FORM = Form("register", "Uusi kanava", "Tallenna", "Peruuta", FIELDS, Language.FI, ("fi", "kirjasto-instagram", "3"))
UPDATED, SHARE, SECTION = Action(Verb.UPDATED, ("x",)), Action(Verb.SHARE), Action(Verb.SECTION, ("4",))


def message(text: str, *buttons: Button) -> Message:
    return Message((Paragraph((Text(text),)), *([Actions(buttons)] if buttons else [])), Language.FI)


@dataclass
class Conversation:
    """Says back what it hears, and keeps it."""

    heard: list[Incoming] = field(default_factory=list)

    async def handle(self, incoming: Incoming) -> Outcome:
        self.heard.append(incoming)
        match incoming.content:
            case Said("form"):
                return Outcome(FORM)
            case Said("too long a button"):
                return Outcome(message("x", Button("y", Action(Verb.SHARE, ("z" * 3000,)))))
            case Said(text):
                buttons = (Button("Päivitin", UPDATED), Button("Jaa", SHARE), Button("Luku 4", SECTION))
                return Outcome(message(f"kuulin: {text}", *buttons))
            case Pressed(action) if action == UPDATED:
                return Outcome(message("kiitos päivityksestä"), replaces=True)
            case Pressed(action) if action == SHARE:
                return Outcome(message("jaettu kaikille"), Visibility.CONVERSATION)
            case Pressed():
                return Outcome(FORM, replaces=True)
            case Submitted() as submitted:
                return self._submitted(submitted)
            case Asked():
                raise AssertionError("the console has no message to ask about")

    def _submitted(self, submitted: Submitted) -> Outcome:
        match submitted.values:
            case {"name": "kielletty"}:
                return Outcome(message("et saa tehdä tätä"))
            case {"url": url} if not url.startswith("https://"):
                return Outcome(replace(FORM, values=submitted.values, errors={"url": "Anna koko osoite."}))
            case values:
                return Outcome(message(f"{values['name']} on rekisterissä"), replaces=True)


@dataclass
class Page:
    """A browser without JavaScript."""

    client: TestClient[web.Request, web.Application]
    conversation: Conversation
    notifier: ConsoleNotifier
    html: str = ""
    led_to: str = ""

    async def open(self, persona: str = "staff") -> str:
        return await self._read(await self.client.get(f"/console/?as={persona}"))

    async def post(self, path: str, persona: str = "staff", **fields: str | list[str]) -> str:
        token = re.findall(r'name="token" value="([^"]+)"', await self.open(persona))[0]
        response = await self.client.post(f"/console/{path}?as={persona}", data={"token": token, **fields})
        self.led_to = response.history[-1].headers["Location"]
        return await self._read(response)

    async def say(self, text: str, persona: str = "staff") -> str:
        return await self.post("say", persona, text=text)

    async def press(self, action: Action, persona: str = "staff") -> str:
        return await self.post("press", persona, action=encode(action), entry=self.entry())

    async def submit(self, **values: str) -> str:
        fields = {f"field.{key}": value for key, value in values.items()}
        return await self.post("form", form=FORM.id, subject=list(FORM.subject), entry=self.entry(), **fields)

    def entry(self) -> str:
        """The last entry that has something to press."""
        return str(re.findall(r'name="entry" value="(e\d+)"', self.html)[-1])

    async def _read(self, response: ClientResponse) -> str:
        assert response.status == 200
        self.html = await response.text()
        return self.html


async def person_of(identity: str) -> Person:
    return Person(identity.replace(":", "-"), identities=(identity,))


def render_notice(notice: Notice, language: Language) -> Message:
    assert isinstance(notice, QuestionForSecretary)
    return Message((Heading(f"{language}: {notice.question}"), Actions((Button("Päivitin", UPDATED),))), language)


class StandingClock:
    def now(self) -> datetime:
        return MONDAY


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    conversation, sessions = Conversation(), Sessions()
    app = console_app(conversation.handle, person_of, MovableClock(StandingClock()), sessions)
    async with TestClient(TestServer(app)) as client:
        yield Page(client, conversation, ConsoleNotifier(sessions=sessions, render_notice=render_notice))


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.name)
async def test_each_persona_has_a_page_that_says_it_is_a_try_out(page: Page, persona: Persona) -> None:
    html = await page.open(persona.name)
    assert f'href="/console/?as={persona.name}" aria-current="page"' in html
    assert "Tämä on kokeilu" in html
    assert "2. maaliskuuta 2026" in html
    assert re.findall('class="skip" href="#([^"]+)"', html) == ["text", "inbox"]
    assert all(html.count(f'id="{place}"') == 1 for place in ("text", "inbox"))


async def test_what_is_said_reaches_the_conversation_and_the_reply_the_page(page: Page) -> None:
    html = await page.say("kuka hoitaa instagramia")
    (incoming,) = page.conversation.heard
    assert incoming.content == Said("kuka hoitaa instagramia")
    assert incoming.person.identities == ("console:staff",)
    assert (incoming.at, incoming.locale, incoming.private) == (MONDAY, Language.FI, True)
    assert "kuulin: kuka hoitaa instagramia" in html
    assert "Vain sinä näet tämän" in html


@pytest.mark.parametrize(
    ("typed", "heard"), [("/some  apua ", "apua"), ("/some", ""), ("", ""), ("/something", "/something")]
)
async def test_the_command_may_be_typed_and_is_taken_off(page: Page, typed: str, heard: str) -> None:
    await page.say(typed)
    assert page.conversation.heard[0].content == Said(heard)


async def test_each_persona_has_a_transcript_of_its_own(page: Page) -> None:
    await page.say("vain minulle")
    assert "vain minulle" not in await page.open("manager")
    assert "vain minulle" in await page.open("staff")


async def test_hostile_text_is_shown_as_text(page: Page) -> None:
    html = await page.say('<script>alert("x")</script>')
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(" in html


async def test_a_press_that_replaces_takes_the_place_of_its_message(page: Page) -> None:
    await page.say("moi")
    html = await page.press(UPDATED)
    assert "kiitos päivityksestä" in html
    assert "kuulin: moi" not in html
    assert "Painoit" not in html


async def test_a_press_that_does_not_replace_adds_what_was_pressed_and_the_reply(page: Page) -> None:
    await page.say("moi")
    html = await page.press(SHARE)
    assert "kuulin: moi" in html
    assert "Painoit: Jaa" in html
    assert "Näkyy kaikille keskustelussa" in html


async def test_a_button_of_an_old_message_is_explained(page: Page) -> None:
    html = await page.post("press", entry="e1", action='[0,"nonsense"]')
    assert "Tämä painike on vanhasta viestistä." in html
    assert page.conversation.heard == []


async def test_a_form_with_errors_comes_back_in_its_place_with_what_was_typed(page: Page) -> None:
    await page.say("form")
    entry = page.entry()
    html = await page.submit(name="Kirjaston <tili>", url="nowhere")
    assert page.led_to == f"/console/?as=staff#{entry}"
    assert page.entry() == entry
    assert re.search(r'aria-describedby="(e\d+-f2)-error" aria-invalid="true" required>', html)
    assert re.search(r'<p class="error" id="e\d+-f2-error" role="alert">Anna koko osoite.</p>', html)
    assert 'value="Kirjaston &lt;tili&gt;"' in html


async def test_a_form_is_sent_in_whole_and_gives_way_to_the_reply(page: Page) -> None:
    await page.say("form")
    await page.submit(name="Kirjasto", url="nowhere")
    html = await page.submit(name="Kirjasto", url="https://example.org/")
    assert page.conversation.heard[-1].content == Submitted(
        "register", FORM.subject, {"name": "Kirjasto", "url": "https://example.org/", "announced": ""}
    )
    assert "Kirjasto on rekisterissä" in html
    assert "Uusi kanava" not in html


async def test_a_form_that_is_refused_stays_with_what_was_typed(page: Page) -> None:
    await page.say("form")
    html = await page.submit(name="kielletty", url="https://example.org/")
    assert "et saa tehdä tätä" in html
    assert 'value="kielletty"' in html


async def test_a_form_that_was_sent_already_is_not_sent_again(page: Page) -> None:
    await page.say("form")
    entry = page.entry()
    await page.submit(name="Kirjasto", url="https://example.org/")
    html = await page.post("form", form=FORM.id, entry=entry)
    assert "Tämä lomake on jo lähetetty tai suljettu." in html
    assert len(page.conversation.heard) == 2


async def test_cancelling_takes_the_form_away_and_keeps_the_message_that_opened_it(page: Page) -> None:
    await page.say("moi")
    assert "Uusi kanava" in await page.press(SECTION)
    html = await page.post("form", form=FORM.id, entry=page.entry(), cancel="yes")
    assert "Uusi kanava" not in html
    assert "kuulin: moi" in html


async def test_a_notice_is_counted_on_the_tab_until_it_has_been_seen(page: Page) -> None:
    secretary = await person_of("console:ict-secretary")
    await bring(page.notifier, secretary, QuestionForSecretary(secretary, "saako näin tehdä", ()), MONDAY)
    assert "yksi uusi viesti" in await page.open("staff")
    html = await page.open("ict-secretary")
    assert "fi: saako näin tehdä" in html
    assert ">uusi<" in html
    assert "yksi uusi viesti" not in await page.open("staff")
    assert ">uusi<" not in await page.open("ict-secretary")


async def test_a_button_in_the_inbox_works_as_any_other(page: Page) -> None:
    secretary = await person_of("console:ict-secretary")
    await bring(page.notifier, secretary, QuestionForSecretary(secretary, "saako näin tehdä", ()), MONDAY)
    await page.open("ict-secretary")
    html = await page.press(UPDATED, "ict-secretary")
    assert "kiitos päivityksestä" in html
    assert "saako näin tehdä" not in html


async def test_the_clock_moves_for_everybody_and_comes_back(page: Page) -> None:
    assert "3. maaliskuuta 2026 klo\u00a09.00" in await page.post("clock", move="day")
    assert "10. maaliskuuta 2026 klo\u00a09.00" in await page.post("clock", move="week")
    assert "24. joulukuuta 2026 klo\u00a017.30" in await page.post("clock", move="set", at="2026-12-24T17:30")
    await page.say("moi", "manager")
    assert page.conversation.heard[0].at == datetime(2026, 12, 24, 17, 30, tzinfo=MONDAY.tzinfo)
    assert "2. maaliskuuta 2026 klo\u00a09.00" in await page.post("clock", move="reset")


@pytest.mark.parametrize("at", ["", "tomorrow", "0001-01-01T00:00", "9999-12-31T23:59", "2026-12-24T17:30+99:00"])
async def test_a_time_that_can_not_be_set_is_said_at_the_field(page: Page, at: str) -> None:
    html = await page.post("clock", move="set", at=at)
    assert 'id="clock-error" role="alert"' in html
    assert "2. maaliskuuta 2026 klo\u00a09.00" in html


async def test_the_language_of_the_page_is_chosen_by_persona(page: Page) -> None:
    html = await page.post("language", language="sv")
    assert '<html lang="sv">' in html
    assert "Det här är ett test" in html
    await page.say("hej")
    assert page.conversation.heard[0].locale is Language.SV
    assert '<html lang="fi">' in await page.open("manager")


async def test_a_reply_that_can_not_be_shown_becomes_an_apology(page: Page) -> None:
    html = await page.say("too long a button")
    assert "Pahoittelut" in html
    assert "Pahoittelut" in await page.open()
