"""What one can do with the bot, and small talk."""

from collections.abc import Mapping, Sequence

from bot.messages.model import Bold, Heading, Message, Quote, Style, Verb
from bot.messages.parts import actions, as_button_argument, begin, bullets, button, message, paragraph, spans
from bot.messages.texts import Texts, texts_in


def help_message(command: str, intents: Sequence[str], texts: Texts, *, has_home: bool) -> Message:
    """The things that the person can do: ``intents`` by name, ``command`` is the slash command, such as ``/some``; with
    the way to their own page for who ``has_home``, also where the platform has no place for one."""
    lines = (
        spans(Bold(texts(f"help-{intent}-example", command=command)), f" – {texts(f'help-{intent}')}")
        for intent in intents
    )
    home = actions(button(texts, texts("button-home"), Verb.HOME)) if has_home else ()
    return message(texts, Heading(texts("help-heading")), paragraph(texts("help-intro")), bullets(lines), home)


def which_meaning(said: str, intents: Sequence[str], texts: Texts) -> Message:
    """A question back, where what was ``said`` may have either of ``intents``: a button for each, which says what it
    does."""
    presses = (
        button(texts, begin(texts(f"help-{intent}")), Verb.MEANT, intent, as_button_argument(said))
        for intent in intents
    )
    return message(texts, paragraph(texts("which-meaning")), actions(*presses))


def also_said(answer: Message, others: Mapping[str, str], words: str) -> Message:
    """``answer`` with what ``others`` were said in the same text below it, each answered at a press: what it is shown
    as, by what was said; ``words`` is the key of the text that says so."""
    texts = texts_in(answer.language)
    presses = (button(texts, shown, Verb.SAY, as_button_argument(one)) for one, shown in others.items())
    return message(texts, answer.blocks, paragraph(texts(words)), actions(*presses))


def unhelped(question: str, texts: Texts) -> Message:
    """To who says that an answer was of no help: to ask in other words or, where it is known what was asked, to send
    that ``question`` to the ICT secretary."""
    if not question:
        return message(texts, paragraph(texts("small-talk-unhelped")))
    asked = as_button_argument(question)
    ask = button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, asked, style=Style.PRIMARY)
    return message(texts, paragraph(texts("small-talk-unhelped-asked")), Quote((question,), ""), actions(ask))


def small_talk(command: str, mood: str, support: str, texts: Texts) -> Message:
    """A friendly line that fits the ``mood``, and the way to the help; for who is not well, whom to talk to:
    ``support`` is what the municipality says of that, if anything."""
    if mood == "distress":
        contact = paragraph(texts("small-talk-support", contact=support)) if support else ()
        return message(texts, paragraph(texts("small-talk-distress")), contact)
    line = paragraph(texts(f"small-talk-{mood}" if mood else "small-talk", command=command))
    return message(texts, line, () if mood else actions(button(texts, texts("button-channels"), Verb.CHANNELS)))
