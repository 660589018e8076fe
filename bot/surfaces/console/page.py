"""The page of a persona: transcript, input line, inbox and clock."""

from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from bot.conversation.exchange import Visibility
from bot.domain.language import Language
from bot.surfaces.console.clock import FIRST_YEAR, LAST_YEAR
from bot.surfaces.console.console import LATEST, Console
from bot.surfaces.console.html import ENVIRONMENT, Place, render_form, render_message
from bot.surfaces.console.phrases import phrases_in
from bot.surfaces.console.sessions import Session
from bot.surfaces.console.transcript import Filling, Press, Reply, Transcript, TranscriptEntry, Trouble, Typed

LANGUAGE_NAMES = {Language.FI: "Suomi", Language.SV: "Svenska", Language.EN: "English"}


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the template needs it. ``kind`` is its class in the style sheet, ``label`` the small print under it;
    ``new_day`` is true where the day changes before it."""

    entry: TranscriptEntry
    kind: str
    body: Markup
    label: str = ""
    new_day: bool = False
    new: bool = False


def render_page(console: Console, session: Session, *, clock_error: bool = False) -> str:
    """The whole page of ``session``. Showing it makes the messages in its inbox seen."""
    seen_now = session.inbox.see()
    return ENVIRONMENT.get_template("page.html").render(
        t=phrases_in(session.language),
        console=console,
        session=session,
        tabs=[(other.persona, len(seen_now if other is session else other.inbox.unseen)) for other in console.sessions],
        new_count=len(seen_now),
        transcript=_shown(session.transcript, console, session),
        inbox=list(reversed(_shown(session.inbox, console, session, seen_now))),
        place=Place(persona=session.persona.name, token=console.token),
        language_names=LANGUAGE_NAMES,
        latest=LATEST,
        now=console.clock.now(),
        clock_error=clock_error,
        years=(FIRST_YEAR, LAST_YEAR),
    )


def render_refusal(language: Language, message: str) -> str:
    """A page that says why something was not taken, and leads back."""
    return ENVIRONMENT.get_template("refusal.html").render(t=phrases_in(language), language=language, message=message)


def _shown(entries: Transcript, console: Console, session: Session, new: frozenset[str] = frozenset()) -> list[Shown]:
    shown, day = [], None
    for entry in entries:
        place = Place(entry.id, session.persona.name, console.token)
        kind, body, label = _content(entry, place, session.language)
        shown.append(Shown(entry, kind, body, label, new_day=entry.at.date() != day, new=entry.id in new))
        day = entry.at.date()
    return shown


def _content(entry: TranscriptEntry, place: Place, language: Language) -> tuple[str, Markup, str]:
    content = entry.content
    match content:
        case Typed():
            return "typed", Markup().join([content.text]), ""
        case Press():
            return "pressed", Markup().join([phrases_in(language)("console-pressed", label=content.label)]), ""
        case Reply():
            key = "console-shared" if content.visibility is Visibility.CONVERSATION else "console-private"
            return "reply", render_message(content.message, place), phrases_in(language)(key)
        case Filling():
            return "filling", render_form(content.form, place), ""
        case Trouble():
            return "trouble", Markup().join([phrases_in(language)(content.key, reference=content.reference)]), ""
        case _:
            assert_never(content)
