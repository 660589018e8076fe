"""``ask`` and ``say``: what a member of staff would be told."""

import argparse
import sys
from collections.abc import Iterator

from bot.app.application import Application
from bot.app.bootstrap import build
from bot.commands.command import DONE, FOUND, Commands, add_json, declare, print_json
from bot.conversation.exchange import Incoming, Outcome, Said
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.domain.people import parse_reference
from bot.errors import SettingsError
from bot.knowledge.search.search import Answerability, Explanation
from bot.language.detection import detect
from bot.messages.plain_text import plain_text
from bot.messages.questions.answers import answer as answer_message
from bot.services.questions.answers import GuidelineAnswer
from bot.services.questions.documents import Entry
from bot.settings import Settings
from bot.surfaces.slack.markup import words_of


def add(commands: Commands) -> None:
    """Declare ``ask`` and ``say``."""
    asking = declare(commands, "ask", _ask, "the answer a member of staff would get")
    asking.add_argument("text", metavar="TEXT")
    asking.add_argument("--lang", choices=[*Language], help="the language of the question and the reply")
    asking.add_argument("--explain", action="store_true", help="with the words and examples that carried the answer")
    add_json(asking)

    saying = declare(commands, "say", _say, "handle one message as somebody and print the outcome")
    saying.add_argument("text", metavar="TEXT")
    saying.add_argument("--as", dest="person", metavar="PERSON", required=True, help="an identity or an e-mail address")
    add_json(saying)


def answer_json(application: Application, result: GuidelineAnswer) -> dict[str, object]:
    """An answer as ``ask --json`` and ``evaluate questions --json`` print it."""
    quoted = "\n".join(result.quote)
    best = [{"id": one.id, "title": one.title, "text": one.text} for one in (hit.subsection for hit in result.hits)]
    if best and quoted:
        best[0]["text"] = quoted
    subjects = application.services.answers.subjects(result.question, result.language)
    by_entry = {"entry": _entry_json(result.entry)} if result.entry else {}
    return {
        "answered": result.decision is Answerability.ANSWER,
        "decision": result.decision,
        "lang": result.language,
        "sections": [section.id for section in result.sections],
        "passages": best,
        "confidence": round(result.confidence, 4),
        "subjects": [{"id": one.label, "title": one.text, "weight": round(one.weight, 4)} for one in subjects],
        **by_entry,
    }


def _entry_json(entry: Entry) -> dict[str, str]:
    """The ICT secretary's answer, where it is the one that answers."""
    now = entry.now
    return {"id": entry.id, "question": now.question, "answer": now.answer, "on": now.at.date().isoformat()}


async def _ask(settings: Settings, options: argparse.Namespace) -> int:
    language = Language(options.lang) if options.lang else detect(options.text) or settings.language
    async with build(settings, read_only=True) as application:
        result = await application.services.asking.find(options.text, language)
        found = application.services.answers.explain(options.text, result.language) if options.explain else None
        as_json = answer_json(application, result) if options.json else {}
    if options.json:
        print_json(as_json | ({"explain": _explain_json(found)} if found else {}))
    else:
        print(plain_text(answer_message(result, shareable=False)))
        if found:
            print("\n" + "\n".join(_explained(result, found)))
    return DONE if result.decision is Answerability.ANSWER else FOUND


def _explain_json(found: Explanation) -> dict[str, object]:
    return {
        "lang": found.language,
        "words": [{"word": one.text, "weight": round(one.weight, 4)} for one in found.words],
        "entries": [{"id": one.label, "text": one.text, "weight": round(one.weight, 4)} for one in found.examples],
    }


def _explained(result: GuidelineAnswer, found: Explanation) -> Iterator[str]:
    best = result.hits[0].subsection.id if result.hits else "-"
    yield f"confidence {result.confidence:.2f}, searched in {found.language}, best subsection {best}"
    yield "words that speak for it, or against it (below 0):"
    yield from (f"  {one.weight:+6.2f}  {one.text}" for one in found.words)
    if found.examples:
        yield "what is most like the question, with its subsection or topic:"
        yield from (f"  {one.weight:6.2f}  {one.label}: {one.text}" for one in found.examples)


async def _say(settings: Settings, options: argparse.Namespace) -> int:
    reference = parse_reference(options.person)
    if reference is None:
        raise SettingsError(
            f"--as {options.person}: name a person by an identity (slack:U0123ABCD) or an e-mail address"
        )
    if (at_console := settings.data_dir / "console").is_dir() and reference.startswith("console:"):
        where = f"the people of the console are in another folder: set SOME_DATA_DIR={at_console}, and stop the console"
        print(where, file=sys.stderr)
    async with build(settings, lock_timeout=options.lock_timeout) as application:
        person = await application.services.people.by_identity(reference)
        outcome = await application.conversation.handle(
            Incoming(person, Said(words_of(options.text)), application.clock.now())
        )
    if options.json:
        print_json(_outcome_json(outcome))
    else:
        print(_reply_text(outcome))
    return DONE


def _outcome_json(outcome: Outcome) -> dict[str, object]:
    understood = outcome.understood
    return {
        "intent": understood.intent if understood else None,
        "channels": list(understood.channels) if understood else [],
        "args": dict(understood.args) if understood else {},
        "outcome": {
            "kind": "form" if isinstance(outcome.reply, Form) else "message",
            "language": outcome.reply.language,
            "visibility": outcome.visibility,
            "text": _reply_text(outcome),
        },
    }


def _reply_text(outcome: Outcome) -> str:
    if not isinstance(outcome.reply, Form):
        return plain_text(outcome.reply)
    form = outcome.reply
    lines = [form.title, *filter(None, [form.intro])]
    for field in form.fields:
        value = form.values.get(field.key, "")
        shown = next((option.label for option in field.options if option.value == value), value)
        problem = f"  <- {form.errors[field.key]}" if field.key in form.errors else ""
        lines.append(f"  {field.label}: {shown}{problem}".rstrip())
    return "\n".join(lines)
