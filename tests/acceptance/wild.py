"""Wild input: the texts, the people who send it, and a talk in which each reply is seen to be one that can be shown."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.conversation.exchange import Incoming, Outcome, Pressed, Said, Submitted
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.texts import texts_in
from bot.services.ports import State
from bot.storage.memory import MemoryStore
from bot.surfaces.console.html import render_reply
from bot.surfaces.slack.rendering.blocks import render
from bot.surfaces.slack.rendering.forms import render_form
from bot.understanding.commands import commands
from tests.acceptance.people import GUEST, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, text_of

PERSONAS = (STAFF, MAINTAINER, ICT, GUEST)
APOLOGIES = tuple(
    texts_in(language)(key, reference="\0").partition("\0")[0]
    for language in Language
    for key in ("failure", "store-failure")
)

some_examples = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)

FRAGMENTS = [
    *(alias for command in commands() for aliases in command.aliases.values() for alias in aliases),
    *("instagram", "kirjaston facebook", "kunnan", "biblioteket", "the library's tiktok", "kaikki", "kuka", "onko"),
    *("<@U0LIB0002|x>", "<@U0LIB0002>", "<@", "<!channel>", "<#C012|general>", "<at>Somebot</at>", "@everyone"),
    *("https://www.instagram.com/esimerkkikunta/", "<https://x.com/a|x.com/a>", "http://[::1", "//", "http://a:99999/"),
    *("31.2.", "29.2.2027", "1.1.0000", "31.12.99999", "1.7.–31.7.", "0 viikon päästä", "999999999999 days", "klo 25"),
    *('{"a": [1, null]}', "[1,2", "<script>alert(1)</script>", "</p>&amp;&#0;", "'; DROP TABLE channels; --", "%00%s"),
    *("{ $x }", '{ NUMBER($x, a: "b") }', "{-brand}", "key = value\n .attr = x", "**b** `c` _d_", "[l](javascript:x)"),
    *("\0", "\x1b[31m", "\r\n", "\t", "\u2028", "\u202e", "\u200b\u200d", "\ufeff", "\ufffe", "ﷺ", "שלום", "مرحبا"),
    *("👩‍👩‍👧‍👦", "🇫🇮", "e\u0301" * 20, "I\u0307", "ß", "ŉ", "①²", "٣", "/some", "/", "-", "--json", "~", "```", ">"),
]
texts = st.text(max_size=200) | st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=10).map(" ".join)
personas = st.sampled_from(PERSONAS)
locales = st.sampled_from([None, *Language])

GOOD_VALUES = {
    "platform": "threads",
    "name": "Museon Threads",
    "unit": "Museopalvelut",
    "responsible": "U0MUSEUM1",
    "start": "2026-12-01",
    "end": "2026-12-24",
    "cover": "U0LIB0002",
    "to": "U0LIB0009",
    "authorised_by": "U0LIBHEAD",
    "scope": "unit",
    "status": "in_use",
    "url": "https://www.threads.net/@museo",
}
"""What is filled in in any form, so that only what a test makes wild is wrong."""

FORMS: dict[str, tuple[str, ...]] = {
    "register": (),
    "edit": ("kirjasto-instagram", "1"),
    "pause": ("kirjasto-instagram",),
    "retire": ("kirjasto-instagram",),
    "maintainers": ("kirjasto-instagram",),
    "left": (),
    "returned": (),
    "handover-all": ("slack-u0lib0001",),
    "away": (),
    "handover": ("kirjasto-instagram",),
    "answer": ("no-such-question",),
    "answer-gap": ("no-such-gap",),
    "entry": ("no-such-entry", "1"),
}
"""Every form, with what it is about."""


class Rewindable(MemoryStore):
    """Begins every example with the same register, so that one bot does for all of them. Once ``broken``, it cannot be
    read, and quotes what it was told in its error."""

    beginning = State()
    broken = ""

    def rewind(self) -> None:
        super().__init__(self.beginning)
        self.broken = ""

    async def read(self) -> State:
        if self.broken:
            raise RuntimeError(self.broken)
        return await super().read()


class Talk:
    """Talks with one bot, each example with the register as it was."""

    def __init__(self, bot: Bot, store: Rewindable) -> None:
        self.bot, self.store = bot, store

    async def reply(
        self, who: str, content: Said | Pressed | Submitted, locale: Language | None = None, *, private: bool = True
    ) -> Outcome:
        """What the bot replies, once it was seen that every surface can show it and that it is no apology."""
        person, at = await self.bot.person(who), self.bot.clock.now()
        incoming = Incoming(person, content, at, locale=locale, guest=who == GUEST, private=private)
        outcome = await self.bot.application.conversation.handle(incoming)
        assert text_of(outcome)
        assert not text_of(outcome).startswith(APOLOGIES), text_of(outcome)
        assert render_reply(outcome.reply)
        assert render_form(outcome.reply) if isinstance(outcome.reply, Form) else render(outcome.reply)
        return outcome
