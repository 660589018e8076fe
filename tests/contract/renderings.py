"""What a person gets to see of a message or form on each surface, read out of what its renderer made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from bot.conversation.exchange import Submitted
from bot.conversation.forms.form import Form
from bot.messages.model import Block, Bullets, Fields, Message, Note, Paragraph, PersonSpan, Span, Spans
from bot.surfaces.console import html
from bot.surfaces.slack.rendering import blocks, forms
from bot.surfaces.teams import rendering as teams
from tests.contract import adaptive_card_limits, block_kit_limits


@dataclass
class Seen:
    """``text`` is what can be read, in its order, without the buttons; ``problems`` is what is wrong or dangerous;
    ``people`` are the names, by Slack id, of those who may be called to the message."""

    text: str = ""
    buttons: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)


@dataclass
class SeenForm(Seen):
    """``values`` is what is sent in when nothing is changed, ``required`` what the surface says has to be filled in."""

    values: dict[str, str] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Renderer:
    """One surface's way to show messages and forms."""

    message: Callable[[Message], Seen]
    form: Callable[[Form], SeenForm]


def message_in_block_kit(message: Message) -> Seen:
    """A message as Slack shows it, all its pages one after another."""
    pages = blocks.render(message)
    seen = Seen(people=_called(message, "slack:"))
    for page in pages:
        seen.problems += block_kit_limits.message_problems(page.blocks, page.text)
    rendered = [block for page in pages for block in page.blocks]
    for node in block_kit_limits.walk(rendered):
        if node.get("type") in {"static_select", "overflow"}:
            node["picks"] = node.pop("options")  # in a message they are pressed, in a form they are filled in
    _read_blocks(rendered, seen)
    return seen


def form_in_block_kit(form: Form) -> SeenForm:
    """A form as Slack shows it, sent in as it is."""
    view = forms.render_form(form)
    seen = SeenForm(problems=list(block_kit_limits.view_problems(view)))
    seen.text = view["title"]["text"]
    _read_blocks(view["blocks"], seen)
    seen.text += view["submit"]["text"] + view.get("close", {"text": ""})["text"]
    inputs = [block for block in view["blocks"] if block["type"] == "input"]
    state = {block["block_id"]: {block["element"]["action_id"]: sent_in(block["element"])} for block in inputs}
    sent = forms.read_submission({**view, "state": {"values": state}})
    seen.values = dict(sent.values)
    seen.required = {block["block_id"] for block in inputs if not block["optional"]}
    if (sent.form_id, sent.subject) != (form.id, form.subject):
        seen.problems.append(f"came back as {sent.form_id} about {sent.subject}")
    return seen


def sent_in(element: Mapping[str, Any]) -> dict[str, Any]:
    """What Slack sends for an element that was left as it was."""
    sent: dict[str, tuple[str, Any]] = {
        "plain_text_input": ("value", element.get("initial_value")),
        "datepicker": ("selected_date", element.get("initial_date")),
        "static_select": ("selected_option", element.get("initial_option")),
        "checkboxes": ("selected_options", element.get("initial_options", [])),
        "users_select": ("selected_user", element.get("initial_user")),
        "multi_users_select": ("selected_users", element.get("initial_users", [])),
    }
    key, value = sent[element["type"]]
    return {"type": element["type"], key: value}


def _read_blocks(rendered: object, seen: Seen) -> None:
    for node in block_kit_limits.walk(rendered):
        if node.get("type") == "button":
            seen.buttons.append((node["text"]["text"], node["value"]))
            node["text"] = {}
        elif "picks" in node:
            seen.buttons += [(option["text"]["text"], option["value"]) for option in node.pop("picks")]
        elif isinstance(node.get("text"), str):
            seen.text += node["text"]
        if node.get("type") == "link":
            seen.links.append(node["url"])
        if node.get("type") == "user":
            _read_call(node["user_id"], seen)


def _read_call(user: str, seen: Seen) -> None:
    if user in seen.people:
        seen.text += f"@{seen.people[user]}"
    else:
        seen.problems.append(f"{user} is called")


def _called(message: Message, scheme: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for person in (span for span in all_spans(message) if isinstance(span, PersonSpan) and span.notify):
        for identity in person.identities:
            user = identity.removeprefix(scheme)
            names[user] = names.get(user, "") + person.name
    return names


def all_spans(message: Message) -> Iterator[Span]:
    """Every span of ``message``, in its order."""
    for block in message.blocks:
        for spans in spans_of(block):
            yield from spans


def spans_of(block: Block) -> Iterator[Spans]:
    """The spans that ``block`` is made of."""
    match block:
        case Paragraph() | Note():
            yield block.spans
        case Bullets():
            yield from block.items
        case Fields():
            yield from (field.value for field in block.fields)


_TAGS = {
    *("div", "p", "h3", "dl", "dt", "dd", "ul", "li", "figure", "blockquote", "figcaption", "cite", "small", "strong"),
    *(
        "mark",
        "a",
        "form",
        "fieldset",
        "legend",
        "button",
        "input",
        "label",
        "span",
        "textarea",
        "select",
        "option",
        "datalist",
    ),
    *("details", "summary", "img"),
}
_ATTRIBUTES = {
    *("class", "lang", "href", "rel", "method", "action", "type", "name", "value", "id", "for", "rows", "maxlength"),
    *("required", "checked", "selected", "list", "role", "tabindex", "autocomplete", "inputmode", "novalidate"),
    *("src", "alt", "width", "height"),
    *("formnovalidate", "aria-labelledby", "aria-describedby", "aria-invalid"),
}
_VOID = {"input", "img"}
_SAFE = ("https://", "http://", "mailto:")


class _Page(HTMLParser):
    """Reads HTML as a browser would, and notes what a renderer of ours does not make."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = SeenForm()
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._field: dict[str, str] = {}
        self._label: str | None = None
        self._hidden = False
        """In words for those who only hear the page: what a button is about."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.seen.problems += [f"<{tag} {name}>" for name in given if name not in _ATTRIBUTES]
        if tag not in _TAGS or len(given) != len(attrs):
            self.seen.problems.append(f"<{tag}>")
        if given.get("id", "") in self._ids:
            self.seen.problems.append(f"a second {given['id']}")
        self._ids |= {given["id"]} if "id" in given else set()
        self._hidden = self._hidden or "visually-hidden" in given.get("class", "").split()
        self._read_link(tag, given)
        self._read_picture(tag, given)
        self._read_control(tag, given)
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.seen.problems.append(f"a stray </{tag}>")
        self._hidden = self._hidden and tag != "span"
        if tag == "button" and self._label is not None:
            self.seen.buttons.append((self._label, self._field["value"]))
            self._label = None
        if tag == "textarea":
            self.seen.values[self._field["name"]] = self.seen.values[self._field["name"]].removeprefix("\n")

    def handle_data(self, data: str) -> None:
        if self._label is not None:
            self._label += "" if self._hidden else data
            return
        self.seen.text += data
        if self._open[-1:] == ["textarea"]:
            self.seen.values[self._field["name"]] += data

    def handle_comment(self, data: str) -> None:
        self.seen.problems.append(f"<!--{data}")

    def handle_decl(self, decl: str) -> None:
        self.seen.problems.append(f"<!{decl}")

    def handle_pi(self, data: str) -> None:
        self.seen.problems.append(f"<?{data}")

    def _read_link(self, tag: str, given: dict[str, str]) -> None:
        if tag == "a" and not given["href"].startswith("#"):
            self.seen.links.append(given["href"])
            if not given["href"].lower().startswith(_SAFE):
                self.seen.problems.append(f"a link to {given['href']}")

    def _read_picture(self, tag: str, given: dict[str, str]) -> None:
        if tag == "img":
            self.seen.text += given["alt"]
            if not given["src"].startswith("/console/picture/"):
                self.seen.problems.append(f"a picture from {given['src']}")

    def _read_control(self, tag: str, given: dict[str, str]) -> None:
        if tag == "button" and given.get("name") == "action":
            self._field, self._label = given, ""
        if tag == "option" and "selected" in given:
            self.seen.values[self._field["name"]] = given["value"]
        if tag not in {"input", "textarea", "select"} or not given["name"].startswith(html.FIELD_PREFIX):
            return
        name = given["name"].removeprefix(html.FIELD_PREFIX)
        self._field = {**given, "name": name}
        unticked = given.get("type") == "checkbox" and "checked" not in given
        self.seen.values[name] = "" if unticked else given.get("value", "")
        self.seen.required |= {name} if "required" in given else set()


def message_in_html(message: Message) -> Seen:
    """A message as the console shows it."""
    return _read_html(html.render_message(message))


def form_in_html(form: Form) -> SeenForm:
    """A form as the console shows it, sent in as it is."""
    return _read_html(html.render_form(form))


def _read_html(markup: str) -> SeenForm:
    page = _Page()
    page.feed(str(markup))
    page.close()
    page.seen.problems += [f"<{tag}> is not closed" for tag in page._open]
    return page.seen


def message_in_cards(message: Message) -> Seen:
    """A message as Teams shows it, all its cards one after another."""
    seen = Seen(people=_called(message, "teams:"))
    for card in teams.cards(message):
        _read_card(card, seen)
    return seen


def form_in_cards(form: Form) -> SeenForm:
    """A form as Teams shows it, sent in as it is."""
    card = teams.form(form)
    seen = SeenForm()
    _read_card(card, seen)
    # How long a form is nobody can bound but whoever builds it.
    seen.problems = [problem for problem in seen.problems if not problem.endswith(" bytes")]
    inputs = [node for node in adaptive_card_limits.typed(card) if node["type"].startswith("Input.")]
    filled = {node["id"]: node["value"] for node in inputs if "value" in node}
    sent = teams.submitted({"data": {**card["actions"][0]["data"], **filled}})
    if isinstance(sent, Submitted) and (sent.form_id, sent.subject) == (form.id, form.subject):
        seen.values = dict(sent.values)
    else:
        seen.problems.append(f"came back as {sent}")
    seen.required = {node["id"].removeprefix("field.") for node in inputs if node.get("isRequired")}
    return seen


def _read_card(card: Mapping[str, Any], seen: Seen) -> None:
    seen.problems += adaptive_card_limits.card_problems(dict(card))
    called = card.get("msteams", {}).get("entities", [])
    people = {entity["mentioned"]["id"] for entity in called}
    seen.problems += [f"{user} is called" for user in people - seen.people.keys()]
    for node in adaptive_card_limits.typed([*card["body"][1 if called else 0 :], *card.get("actions", [])]):
        match node:
            case {"type": "TextRun", "text": text}:
                seen.text += text
            case {"type": "TextBlock", "text": text} | {"type": "Input.Toggle", "title": text}:
                seen.text += node.get("label", "") + adaptive_card_limits.read(text)[0]
            case {"type": "Action.OpenUrl", "url": url}:
                seen.links.append(url)
            case {"type": "Image", "altText": text}:
                seen.text += text
            case {"type": "Action.Execute" | "Action.Submit", "data": {"action": action}, "title": title}:
                whole = str(node.get("tooltip", title))  # which is said to whoever rests on the button
                if not whole.startswith(title.removesuffix("…")):
                    seen.problems.append(f"{title} says something else than {whole}")
                seen.buttons.append((whole, action))
            case {"type": "Action.Submit", "title": title}:
                seen.text += title
            case {"label": label, **rest}:
                seen.text += label + "".join(choice["title"] for choice in rest.get("choices", []))


RENDERERS = {
    "adaptive cards": Renderer(message_in_cards, form_in_cards),
    "block kit": Renderer(message_in_block_kit, form_in_block_kit),
    "html": Renderer(message_in_html, form_in_html),
}


def squeezed(text: str) -> str:
    """``text`` without white space and control characters, which surfaces may treat as they like."""
    return "".join(character for character in text if character.isprintable() and not character.isspace())


def missing(texts: Iterator[str], shown: str) -> list[str]:
    """Those of ``texts`` that do not stand in ``shown``, each after the one before."""
    shown, at, absent = squeezed(shown), 0, []
    for text in map(squeezed, texts):
        found = shown.find(text, at)
        if found < 0:
            absent.append(text)
        else:
            at = found + len(text)
    return absent
