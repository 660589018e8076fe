"""What one can do with the bot, and small talk."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.language import Language
from bot.messages.model import Actions, Block, Bold, Bullets, Heading, Message, Quote, Row, Style, Text, Verb
from bot.messages.parts import as_button_argument, button, paragraph
from bot.messages.texts import texts_in


def help_message(command: str, intents: Sequence[str], language: Language, *, has_home: bool) -> Message:
    """The things that the person can do: ``intents`` by name, ``command`` is the slash command, such as ``/some``; with
    the way to their own page for who ``has_home``, also where the platform has no place for one."""
    texts = texts_in(language)
    lines = tuple(
        (Bold(texts(f"help-{intent}-example", command=command)), Text(f" – {texts(f'help-{intent}')}"))
        for intent in intents
    )
    blocks: tuple[Block, ...] = (Heading(texts("help-heading")), paragraph(texts("help-intro")), Bullets(lines))
    home = (Actions((button(texts, texts("button-home"), Verb.HOME),)),) if has_home else ()
    return Message((*blocks, *home), language)


def which_meaning(said: str, intents: Sequence[str], language: Language) -> Message:
    """A question back, where what was ``said`` may have either of ``intents``: a row for each."""
    texts = texts_in(language)
    labels = ((intent, texts(f"help-{intent}")) for intent in intents)
    rows = (
        Row(
            label[:1].upper() + label[1:],
            button(texts, texts("button-choose"), Verb.MEANT, intent, as_button_argument(said)),
        )
        for intent, label in labels
    )
    return Message((paragraph(texts("which-meaning")), *rows), language)


def also_asked(message: Message, questions: Sequence[str]) -> Message:
    """``message`` with the other ``questions`` of the same text below it, each answered at a press."""
    texts = texts_in(message.language)
    presses = tuple(button(texts, one, Verb.SAY, as_button_argument(one)) for one in questions)
    return Message((*message.blocks, paragraph(texts("also-asked")), Actions(presses)), message.language)


def unhelped(question: str, language: Language) -> Message:
    """To who says that an answer was of no help: to ask in other words or, where it is known what was asked, to send
    that ``question`` to the ICT secretary."""
    texts = texts_in(language)
    if not question:
        return Message((paragraph(texts("small-talk-unhelped")),), language)
    words, label, asked = (
        texts("small-talk-unhelped-asked"),
        texts("button-ask-secretary"),
        as_button_argument(question),
    )
    ask = button(texts, label, Verb.ASK_SECRETARY, asked, style=Style.PRIMARY)
    return Message((paragraph(words), Quote((question,), ""), Actions((ask,))), language)


def small_talk(command: str, mood: str, support: str, language: Language) -> Message:
    """A friendly line that fits the ``mood``, and the way to the help; for who is not well, whom to talk to:
    ``support`` is what the municipality says of that, if anything."""
    texts = texts_in(language)
    if mood == "distress":
        contact = [paragraph(texts("small-talk-support", contact=support))] if support else []
        return Message((paragraph(texts("small-talk-distress")), *contact), language)
    press = button(texts, texts("button-channels"), Verb.CHANNELS)
    line = texts(f"small-talk-{mood}" if mood else "small-talk", command=command)
    return Message((paragraph(line), *([] if mood else [Actions((press,))])), language)
