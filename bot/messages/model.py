"""The neutral message: a closed set of blocks that every surface renders in its own idiom.

A block or field that one surface would have to ignore does not belong here. All text is plain: surfaces escape it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.language import Language
from bot.domain.people import PersonId


class Verb(StrEnum):
    """What a button does. Names are stored in messages that people have: never change the meaning of one."""

    SECTION = "section"
    CONTENTS = "contents"
    CHAPTER = "chapter"
    PAGE = "page"
    OWNER = "owner"
    CHANNELS = "channels"
    ASK_SECRETARY = "ask_secretary"
    SAY = "say"
    HOME = "home"
    MEANT = "meant"
    SHARE = "share"
    OPEN_FORM = "open_form"
    UPDATED = "updated"
    ALL_UPDATED = "all_updated"
    REQUEST = "request"
    UNDO = "undo"
    MARK_LEFT = "mark_left"
    LANGUAGE = "language"
    MY_DATA = "my_data"
    REMOVE_MY_DATA = "remove_my_data"
    REMOVE_MY_DATA_NOW = "remove_my_data_now"
    # Answers that helped or not, questions to the ICT secretary, gaps, and the entries that close them.
    FEEDBACK = "feedback"
    ARRIVED_FEEDBACK = "arrived_feedback"
    ANSWER_QUESTION = "answer_question"
    MAKE_ENTRY = "make_entry"
    GAPS = "gaps"
    ANSWER_GAP = "answer_gap"
    DISMISS_GAP = "dismiss_gap"
    ENTRIES = "entries"
    ENTRY = "entry"
    EDIT_ENTRY = "edit_entry"
    WITHDRAW_ENTRY = "withdraw_entry"
    RECORD_ENTRY = "record_entry"
    # Accounts that the website links and the register does not know.
    WEBSITE_LINKS = "website_links"
    REGISTER_LINKED = "register_linked"
    NOT_OURS = "not_ours"
    LINKED_LATER = "linked_later"
    # Duties of channels, and accounts in trouble.
    END_EXEMPTION = "end_exemption"
    TROUBLE = "trouble"
    TROUBLE_OPEN = "trouble_open"
    TROUBLE_BACK = "trouble_back"
    SHUT_OUT = "shut_out"
    CONFIRM_ALL = "confirm_all"
    ACCESS_TAKEN = "access_taken"
    # Reminders, covers and hand-overs, and what people answer to them.
    REMINDER_UPDATED = "nudge_updated"
    REMINDER_LATER = "nudge_later"
    REMINDER_MORE = "nudge_more"
    REMINDER_FORM = "nudge_form"
    REMINDER_ALL_UPDATED = "nudge_all_updated"
    REMINDERS_LATER = "nudges_later"
    REMINDER_CLOSE = "nudge_close"
    REMINDER_HERE = "nudge_here"
    REMINDERS_START = "nudges_start"
    REMINDERS_RESUME = "nudges_resume"
    AWAY_FORM = "away_form"
    AWAY_MOVE = "away_move"
    AWAY_NOTE = "away_note"
    CALL_OFF = "call_off"
    COVER_ACCEPT = "cover_accept"
    COVER_DECLINE = "cover_decline"
    HANDOVER_ACCEPT = "handover_accept"
    HANDOVER_DECLINE = "handover_decline"
    HANDOVER_DENY = "handover_deny"
    # From a wish to a channel.
    PROPOSE = "propose"
    PROPOSE_AGAIN = "propose_again"
    PROPOSAL = "proposal"
    PROPOSAL_FORM = "proposal_form"
    PROPOSAL_AUTHORISE = "proposal_authorise"
    PROPOSAL_WITHDRAW = "proposal_withdraw"


@dataclass(frozen=True, slots=True)
class Action:
    """What happens at a press: a verb, what it is about, and the language of the message that the button is on, which
    is the language of the reply. ``conversation.actions`` writes it as a button's value."""

    verb: Verb
    args: tuple[str, ...] = ()
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text in a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Bold:
    """Emphasised text in a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address with the words that stand for it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A person. ``notify`` is true only where the person should be called to the message; otherwise a name is shown."""

    id: PersonId
    name: str
    notify: bool = False
    identities: tuple[str, ...] = ()


Span = Text | Bold | Link | PersonSpan
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a message or of a part of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what stands beside it."""

    label: str
    value: Spans


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled facts, such as what the register knows of a channel."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list."""

    items: tuple[Spans, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the guideline, each string a paragraph, and the section that they are from."""

    paragraphs: tuple[str, ...]
    cite: str


class Style(StrEnum):
    """How a button presents itself."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press. Where there is a question to ``confirm``, it is asked back first: the press counts when the
    person agrees."""

    label: str
    action: Action
    style: Style = Style.PLAIN
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """One of the things that a list offers, which happens when it is picked."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to pick one thing from, behind a ``label`` that says what for."""

    label: str
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class Overflow:
    """A list of what is seldom wanted, out of the way until somebody looks for it."""

    picks: tuple[Pick, ...]


Control = Button | Choice | Overflow


@dataclass(frozen=True, slots=True)
class Actions:
    """Controls that belong together."""

    controls: tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One of several things in a list, and the button that deals with it. The button may be called the same in every
    row: the text beside it says what it is about."""

    text: str
    button: Button


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: an editor's note, a label such as "a draft"."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Picture:
    """A small PNG with a ``title`` above it. ``words`` are its alternative text: they say all that it shows."""

    title: str
    words: str
    png: bytes = field(repr=False)

    @property
    def said(self) -> str:
        """All of it in words, for where it is not seen."""
        return f"{self.title}. {self.words}"


Block = Heading | Paragraph | Fields | Bullets | Quote | Actions | Row | Note | Picture


@dataclass(frozen=True, slots=True)
class Message:
    """Something said to people, in one language."""

    blocks: tuple[Block, ...]
    language: Language


def presses(message: Message) -> Iterator[Button | Pick]:
    """Everything in ``message`` that something happens by, in the order of reading."""
    for block in message.blocks:
        match block:
            case Row():
                yield block.button
            case Actions():
                for control in block.controls:
                    yield from (control,) if isinstance(control, Button) else control.picks
