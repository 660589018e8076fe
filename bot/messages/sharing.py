"""What is asked back before something is shared."""

from bot.domain.language import Language
from bot.messages.model import Actions, Message, Verb
from bot.messages.parts import button, paragraph
from bot.messages.texts import texts_in


def who_reads(text: str, ways: tuple[str, str], language: Language) -> Message:
    """Whether only the municipality's own people read what is to be shared, the reply to ``text``: the first of
    ``ways`` shares all of it, the second what is public."""
    texts, (all_of_it, public) = texts_in(language), ways
    presses = (
        button(texts, texts("button-share-all"), Verb.SHARE, text, all_of_it),
        button(texts, texts("button-share-public"), Verb.SHARE, text, public),
    )
    return Message((paragraph(texts("share-who-reads")), Actions(presses)), language)
