"""What was just said counts: questions that go on from the last answer, and the language of the conversation."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.services.questions.documents import ASKED, OPEN
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, labels, make_bot, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.fixture
async def talking() -> Bot:
    """A bot that everybody talks with in one place."""
    bot = await make_bot()
    bot.conversation = "D0TALK"
    return bot


async def logged(bot: Bot) -> int:
    await bot.application.services.question_log.settle()
    state = await bot.application.questions.read()
    return len(state.of(ASKED)) + len(state.of(OPEN))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("kuka päättää uuden kanavan käyttöönotosta", "missä se lukee?"),
        ("kuka päättää uuden kanavan käyttöönotosta", "miksi näin?"),
        ("vem beslutar om att ta i bruk en ny kanal", "var står det?"),
        ("vem beslutar om att ta i bruk en ny kanal", "varför då?"),
        ("who decides whether a new channel is taken into use", "where does it say so?"),
        ("who decides whether a new channel is taken into use", "how come?"),
    ],
)
async def test_where_and_why_open_the_part_that_answered(talking: Bot, first: str, then: str) -> None:
    answered = await talking.said(STAFF, first)
    assert answered.part
    opened = await talking.said(STAFF, then)
    assert opened.part == answered.part
    assert opened.reply.language is answered.reply.language
    assert await logged(talking) == 1


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("saako netistä löytyvää kuvaa käyttää julkaisussa", "entä videota?"),
        ("får man använda en bild från nätet i ett inlägg", "och videor?"),
        ("may I use a picture from the internet in a post", "what about videos?"),
    ],
)
async def test_what_is_added_to_a_question_is_asked_with_it_and_is_stored_nowhere(
    talking: Bot, first: str, then: str
) -> None:
    answered = await talking.said(STAFF, first)
    more = await talking.said(STAFF, then)
    assert more.part == answered.part
    assert more.reply.language is answered.reply.language
    assert await logged(talking) == 1


@pytest.mark.parametrize("said", ["ja kiitos!", "och tack", "and thanks"])
async def test_thanks_go_on_from_nothing(talking: Bot, said: str) -> None:
    await talking.said(STAFF, "saako netistä löytyvää kuvaa käyttää julkaisussa")
    assert not (await talking.said(STAFF, said)).part


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        ("kuka hoitaa kirjaston instagramia", "entä facebookia?", "Kirjaston Facebook"),
        ("kuka hoitaa kirjaston instagramia", "entä nuorten?", "Vastuuhenkilö: Nuorisopalvelujen vastaava"),
        ("vem sköter bibliotekets instagram", "och facebook?", "Kirjaston Facebook"),
        ("who owns the library's instagram", "and the youth service's tiktok?", "Nuorisopalvelujen TikTok"),
    ],
)
async def test_another_channel_is_looked_up_as_the_last_one_was(
    talking: Bot, first: str, then: str, found: str
) -> None:
    await talking.said(STAFF, first)
    assert found in text_of(await talking.said(STAFF, then))


async def test_after_half_an_hour_elsewhere_and_for_others_nothing_was_said(talking: Bot) -> None:
    first = await talking.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta")
    assert (await talking.said(MAINTAINER, "missä se lukee?")).part != first.part
    talking.conversation = "C0OTHER"
    assert (await talking.said(STAFF, "missä se lukee?")).part != first.part
    talking.conversation = "D0TALK"
    talking.clock.at += timedelta(minutes=31)
    assert (await talking.said(STAFF, "missä se lukee?")).part != first.part


async def test_a_question_of_its_own_stays_one_however_it_begins(talking: Bot) -> None:
    await talking.said(STAFF, "saako oppilaasta julkaista kuvan")
    assert "Kirjaston ylläpitäjä" in text_of(await talking.said(STAFF, "ja kuka hoitaa kirjaston facebookia?"))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        *(("hej", SV), ("tack!", SV), ("hello", EN), ("Thanks!", EN), ("kiitos", FI), ("moi", FI), ("goodbye", EN)),
        *(("öppna kapitel 3", SV), ("lue luku 3", FI), ("open chapter 3", EN)),
    ],
)
async def test_one_unmistakable_word_is_enough(bot: Bot, said: str, language: Language) -> None:
    assert (await bot.said(STAFF, said, locale=SV if language is FI else FI)).reply.language is language


async def test_what_tells_no_language_is_answered_in_that_of_the_last_reply(talking: Bot) -> None:
    await talking.said(STAFF, "vem sköter bibliotekets instagram", locale=FI)
    assert (await talking.said(STAFF, "facebook", locale=FI)).reply.language is SV
    assert (await talking.said(STAFF, "kanavat", locale=FI)).reply.language is FI
    assert (await talking.said(STAFF, "facebook", locale=SV)).reply.language is FI


async def test_a_commands_alias_tells_the_language_whatever_an_identity_looks_like(bot: Bot) -> None:
    assert (await bot.said(ICT, "lähtenyt console:sample-town-hall-worker", locale=EN)).reply.language is FI


@pytest.mark.parametrize(
    ("said", "language"),
    [("hand over zibbar wozzen", EN), ("luovuta zibbed wozlyed", FI), ("registrera zibbossa wozzen", SV)],
)
@pytest.mark.parametrize("who", [STAFF, ICT, MAINTAINER])
async def test_a_commands_alias_outweighs_what_a_strange_word_ends_in(
    bot: Bot, who: str, said: str, language: Language
) -> None:
    assert (await bot.said(who, said)).reply.language is language


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("puhutaan englantia", EN),
        ("voisitko vastata ruotsiksi", SV),
        ("vaihda kieleksi suomi", FI),
        ("prata svenska tack", SV),
        ("byt språk till finska", FI),
        ("please answer in Finnish", FI),
        ("switch to Swedish", SV),
        ("can you speak English?", EN),
        ("suomeksi", FI),
    ],
)
async def test_a_language_that_is_wished_for_is_kept(talking: Bot, said: str, language: Language) -> None:
    assert (await talking.said(STAFF, said)).reply.language is language
    assert (await talking.person(STAFF)).language is language
    assert (await talking.said(STAFF, "instagram")).reply.language is language
    assert await logged(talking) == 0


@pytest.mark.parametrize("said", ["saako julkaista englanniksi", "får man svara på finska", "who speaks English"])
async def test_a_question_about_languages_is_no_wish(talking: Bot, said: str) -> None:
    await talking.said(STAFF, said)
    assert (await talking.person(STAFF)).language is None


@pytest.mark.parametrize(
    ("said", "other", "answer"),
    [
        (
            "Kuka päättää uuden kanavan käyttöönotosta? Kuka hoitaa kirjaston facebookia?",
            "Kuka hoitaa kirjaston facebookia?",
            "Kirjaston Facebook",
        ),
        (
            "vem sköter bibliotekets instagram? vem beslutar om att ta i bruk en ny kanal?",
            "vem beslutar om att ta i bruk en ny kanal?",
            "Kommundirektören",
        ),
        (
            "We are new here. Who owns the library's instagram? May working time be used for social media?",
            "May working time be used for social media?",
            "section 6",
        ),
        (
            "kuka hoitaa kirjaston instagramia ja saako sosiaaliseen mediaan käyttää työaikaa",
            "saako sosiaaliseen mediaan käyttää työaikaa",
            "luku 6",
        ),
        (
            "får man använda arbetstid för sociala medier? och vem sköter bibliotekets facebook?",
            "vem sköter bibliotekets facebook?",
            "Kirjaston Facebook",
        ),
        (
            "how is a new channel planned and who runs the library's facebook?",
            "who runs the library's facebook?",
            "Kirjaston Facebook",
        ),
    ],
)
async def test_of_two_questions_the_other_one_is_answered_at_a_press(
    talking: Bot, said: str, other: str, answer: str
) -> None:
    both = await talking.said(STAFF, said)
    assert labels(both)[-1] == other
    assert answer in text_of(await talking.pressed(STAFF, both, other))


@pytest.mark.parametrize(
    "said",
    [
        "Moi! Osaatko auttaa? Kuka hoitaa kirjaston instagramia?",
        "Saako oppilaista julkaista kuvan? Entä videon tästä retkestä?",
        "saako työajalla somettaa?? saako työajalla somettaa?",
        "who owns instagram?",
        "kuka hoitaa kirjaston facebookia ja kuka kirjaston instagramia?",
        "mitä oppilaista saa julkaista ja missä kohdassa se sanotaan?",
        "Onko https://www.instagram.com/esimerkkikunta?hl=fi meidän?",
    ],
)
async def test_what_is_one_question_is_not_taken_apart(talking: Bot, said: str) -> None:
    reply = text_of(await talking.said(STAFF, said))
    assert "Kysyit myös" not in reply
    assert "You also asked" not in reply


async def test_a_wish_for_a_language_is_nothing_to_go_on_from(talking: Bot) -> None:
    wished = text_of(await talking.said(STAFF, "voisitko vastata ruotsiksi"))
    assert text_of(await talking.said(STAFF, "entä kuvia?")) != wished


LETTERS = {
    "Vem fattar beslut om en ny kanal?": "Tack för en fin vecka på biblioteket! " * 9,
    "Saako kirjaston kuvia lainata nettisivulta?": "Näyttely on pystytetty ja avajaiset pidetään torstaina. " * 9,
    "How quickly do we have to reply to messages?": "The summer exhibition was a success. " * 9,
}


@pytest.mark.parametrize("question", LETTERS)
async def test_of_a_long_message_the_question_in_it_is_asked_wherever_it_stands(talking: Bot, question: str) -> None:
    expected = text_of(await talking.asked(STAFF, question))
    assert "> " in expected, "the guideline answers it"
    rest = LETTERS[question]
    assert text_of(await talking.asked(STAFF, f"{rest} {question}")) == expected
    assert text_of(await talking.asked(STAFF, f"{question} {rest}")) == expected


async def test_of_a_long_message_with_two_questions_the_other_one_is_a_press_away(talking: Bot) -> None:
    first, _, second = LETTERS
    rest = LETTERS[first]
    both = await talking.asked(STAFF, f"{rest} {first} {rest} {second} {rest}")
    assert labels(both)[-1] == second
    assert text_of(await talking.asked(STAFF, first)).splitlines()[0] in text_of(both)


async def test_what_stands_around_the_question_of_a_short_message_is_read_with_it(talking: Bot) -> None:
    whole = "Kaavasta keskustellaan kiivaasti kunnan sivulla. Kuinka nopeasti niihin pitää vastata?"
    assert "vastattava" in text_of(await talking.asked(STAFF, whole))


async def test_a_long_message_that_asks_nothing_is_looked_up_as_it_is(talking: Bot) -> None:
    told = "Salasana ei saa olla sama kuin muissa palveluissa, ja se vaihdetaan kahdesti vuodessa. " * 5
    assert text_of(await talking.asked(STAFF, told))
