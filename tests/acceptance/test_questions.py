"""A question that the guideline does not cover: asked, answered, brought back, and found by the next who asks."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.conversation.actions import decode, encode
from bot.conversation.exchange import Incoming, Outcome, Pressed, Said
from bot.conversation.forms import Form
from bot.domain.language import Language
from bot.messages.model import Action, Message, Verb, plain_text
from bot.messages.notices import render
from bot.services.notices import AnswerArrived, QuestionForSecretary
from bot.services.question_records import ASKED, OPEN
from tests.bot_in_memory import Bot, button, buttons, make_bot, text_of
from tests.contract.renderings import RENDERERS

STAFF, OTHER, ICT, SECOND_ICT, GUEST = (
    "slack:U0STAFF01",
    "slack:U0LIB0001",
    "slack:U0ICT0001",
    "it@x.fi",
    "slack:U0GUEST1",
)
QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
OTHER_WORDS = "saako valtuuston kokouksia striimata suorana youtubessa"
ANSWER = "Kyllä voi. Varaa striimaus kaksi viikkoa ennen kokousta viestinnästä: viestinta@example.fi."


@pytest.fixture
async def bot() -> Bot:
    return await make_bot()


async def asked(bot: Bot, who: str = STAFF, text: str = QUESTION, *, guest: bool = False) -> Outcome:
    return await bot.said(who, text, locale=Language.FI, guest=guest)


async def asked_secretary(bot: Bot, who: str = STAFF, text: str = QUESTION) -> Outcome:
    return await bot.pressed(who, await asked(bot, who, text), "Kysy ICT-sihteeriltä")


async def newest_notice(bot: Bot, who: str) -> Outcome:
    """The newest notice that the person got, as they see it."""
    notice = bot.notifier.sent[(await bot.person(who)).id][-1]
    return Outcome(render(notice, Language.FI))


async def answered(bot: Bot, **values: str) -> Outcome:
    form = await bot.pressed(ICT, await newest_notice(bot, ICT), "Vastaa")
    return await bot.submitted(ICT, form, **{"answer": ANSWER, **values})


async def made_entry(bot: Bot, **values: str) -> Outcome:
    await asked_secretary(bot)
    return await bot.pressed(ICT, await answered(bot, **values), "Lisää vastaus kaikille")


async def press(bot: Bot, who: str, verb: Verb, *args: str, guest: bool = False, private: bool = True) -> Outcome:
    action = decode(encode(Action(verb, args, Language.FI)))
    incoming = Incoming(await bot.person(who), Pressed(action), bot.clock.now(), guest=guest, private=private)
    return await bot.application.conversation.handle(incoming)


def labels(outcome: Outcome) -> Sequence[str]:
    return [one.label for one in buttons(outcome)]


# The loop ------------------------------------------------------------------------------------------------------------


async def test_a_question_that_is_not_covered_goes_all_the_way_and_answers_the_next_who_asks(bot: Bot) -> None:
    not_covered = await asked(bot)
    sent = await bot.pressed(STAFF, not_covered, "Kysy ICT-sihteeriltä")
    assert "on lähetetty ICT-sihteerille" in text_of(sent)

    form = await bot.pressed(ICT, await newest_notice(bot, ICT), "Vastaa")
    assert QUESTION in text_of(form)
    assert "Lähimmät kohdat ohjeessa" in text_of(form)
    told = await bot.submitted(ICT, form, answer=ANSWER)
    assert told.replaces
    assert "lähetettiin kysyjälle" in text_of(told)

    arrived = await newest_notice(bot, STAFF)
    assert ANSWER in text_of(arrived)
    assert "ei ohjeen tekstiä" in text_of(arrived)
    thanks = await bot.pressed(STAFF, arrived, "Vastaus auttoi")
    assert thanks.replaces
    assert "Kiitos" in text_of(thanks)
    assert ANSWER in text_of(thanks)
    assert "Vastaus auttoi" not in labels(thanks)

    entry = await bot.pressed(ICT, told, "Lisää vastaus kaikille")
    assert "löytyy nyt kaikille" in text_of(entry)
    found = await asked(bot, OTHER, OTHER_WORDS)
    assert ANSWER in text_of(found)
    assert QUESTION in text_of(found)
    assert "ICT-sihteerin vastaus 23.11.2026, ei ohjeen tekstiä" in text_of(found)


@pytest.mark.parametrize(
    ("language", "question", "other_words", "ask", "answer", "add"),
    [
        (
            Language.SV,
            "får vi strömma fullmäktiges möten på youtube",
            "kan fullmäktiges möte strömmas direkt på youtube",
            "ICT-sekreteraren",
            "Svara",
            "Lägg till svaret",
        ),
        (
            Language.EN,
            "may we stream the council meetings on youtube",
            "can a council meeting be streamed live on youtube",
            "Ask the ICT secretary",
            "Answer",
            "Add the answer",
        ),
    ],
)
async def test_the_loop_speaks_the_other_languages_as_well(
    bot: Bot, language: Language, question: str, other_words: str, ask: str, answer: str, add: str
) -> None:
    await bot.pressed(STAFF, await bot.said(STAFF, question, locale=language), ask)
    notice = Outcome(render(bot.notifier.sent["slack-u0ict0001"][-1], language))
    told = await bot.submitted(ICT, await bot.pressed(ICT, notice, answer), answer="1234: OK.")
    await bot.pressed(ICT, told, add)
    assert "1234: OK." in text_of(await bot.said(OTHER, other_words, locale=language))


async def test_a_question_is_answered_once_and_the_second_secretary_sees_by_whom() -> None:
    bot = await make_bot()
    await asked_secretary(bot)
    notice = await newest_notice(bot, ICT)
    first, second = await bot.pressed(ICT, notice, "Vastaa"), await bot.pressed(ICT, notice, "Vastaa")
    await bot.submitted(ICT, first, answer=ANSWER)

    late = await bot.submitted(ICT, second, answer="Ei voi.")
    assert "on jo vastattu" in text_of(late)
    assert ANSWER in text_of(late)
    assert "on jo vastattu" in text_of(await bot.pressed(ICT, notice, "Vastaa"))
    (arrived,) = bot.notifier.sent[(await bot.person(STAFF)).id]
    assert isinstance(arrived, AnswerArrived)
    assert arrived.answer == ANSWER


async def test_the_same_question_of_the_same_person_is_sent_once(bot: Bot) -> None:
    await asked_secretary(bot)
    again = await asked_secretary(bot, text=f"  {QUESTION} ")
    assert "Olet jo lähettänyt" in text_of(again)
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 1
    await asked_secretary(bot, OTHER)
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 2


async def test_an_answer_that_does_not_arrive_is_for_the_secretary_to_tell(bot: Bot) -> None:
    await asked_secretary(bot)
    bot.notifier.unreachable.add((await bot.person(STAFF)).id)
    told = await answered(bot)
    assert "ei tavoittanut" in text_of(told)
    assert "U0STAFF01" in text_of(told)


async def test_what_is_wrong_in_the_answer_is_said_at_the_field_and_nothing_is_lost(bot: Bot) -> None:
    await asked_secretary(bot)
    form = await bot.pressed(ICT, await newest_notice(bot, ICT), "Vastaa")
    for values in ({"answer": " "}, {"answer": "salasana on Kesä2026!"}, {"answer": "x" * 2001}, {"section": "99.9"}):
        again = await bot.submitted(ICT, form, **{"answer": ANSWER, **values})
        assert isinstance(again.reply, Form)
        assert again.reply.errors.keys() == values.keys()
        assert again.reply.values == {**form_of(form).values, "answer": ANSWER, **values}
    assert STAFF not in bot.notifier.sent


def form_of(outcome: Outcome) -> Form:
    assert isinstance(outcome.reply, Form)
    return outcome.reply


async def test_the_answer_may_belong_to_a_section_which_comes_with_it(bot: Bot) -> None:
    await made_entry(bot, section="7.5")
    found = await asked(bot, OTHER, OTHER_WORDS)
    section = await bot.pressed(OTHER, found, "Lue ohjeen kohta")
    assert "YouTube" in text_of(section)
    assert "luku 7" in text_of(section)
    assert isinstance((await newest_notice(bot, STAFF)).reply, Message)
    assert "YouTube" in text_of(await bot.pressed(STAFF, await newest_notice(bot, STAFF), "Lue ohjeen kohta"))


# Entries -------------------------------------------------------------------------------------------------------------


async def test_an_entry_is_edited_withdrawn_and_put_back_and_each_text_is_kept(bot: Bot) -> None:
    entry = await made_entry(bot)
    form = await bot.pressed(ICT, entry, "Muokkaa vastausta")
    bot.clock.at += timedelta(days=1)
    edited = await bot.submitted(ICT, form, answer="Ei toistaiseksi.", wordings="kokousvideo tubeen\n\n")
    assert "Ei toistaiseksi." in text_of(edited)
    assert ANSWER in text_of(edited), "the ICT secretary sees the earlier text"
    assert "23.11.2026" in text_of(edited)
    assert "Ei toistaiseksi." in text_of(await asked(bot, OTHER, "kokousvideo tubeen"))

    withdrawn = await bot.pressed(ICT, edited, "Poista vastaus käytöstä")
    assert "ei enää tarjota" in text_of(withdrawn)
    assert "Ei toistaiseksi." not in text_of(await asked(bot, OTHER, OTHER_WORDS))
    assert "vastauksia ei vielä ole" in text_of(await bot.said(OTHER, "vastaukset"))
    await bot.pressed(ICT, withdrawn, "Ota takaisin käyttöön")
    assert "Ei toistaiseksi." in text_of(await asked(bot, OTHER, OTHER_WORDS))


async def test_the_later_of_two_editors_sees_what_the_other_wrote(bot: Bot) -> None:
    entry = await made_entry(bot)
    mine, other = await bot.pressed(ICT, entry, "Muokkaa"), await bot.pressed(ICT, entry, "Muokkaa")
    await bot.submitted(ICT, other, answer="Ei voi.")
    again = await bot.submitted(ICT, mine, answer="Voi toki.")
    assert "Ei voi." in form_of(again).intro
    assert form_of(again).values["answer"] == "Voi toki."
    assert "Voi toki." in text_of(await bot.submitted(ICT, again))


async def test_entries_are_listed_for_staff_and_edited_by_the_secretary_alone(bot: Bot) -> None:
    await made_entry(bot)
    listed = await bot.said(OTHER, "vastaukset")
    shown = await bot.pressed(OTHER, listed, QUESTION)
    assert ANSWER in text_of(shown)
    assert "Muokkaa vastausta" not in labels(shown)
    (key,) = [one.action.args[0] for one in buttons(listed)]
    for verb, *args in ((Verb.EDIT_ENTRY, key), (Verb.WITHDRAW_ENTRY, key, "yes"), (Verb.RECORD_ENTRY, key)):
        assert "vain ICT-sihteeri" in text_of(await press(bot, OTHER, verb, *args))
    assert "Muokkaa vastausta" in labels(await bot.pressed(ICT, await bot.said(ICT, "vastaukset"), QUESTION))


async def test_long_lists_come_in_pages(bot: Bot) -> None:
    topics = ["jääkarhu", "trumpetti", "sulkapallo", "kahvinkeitin", "lumikenkä"]
    topics += ["raketti", "sitruuna", "harmonikka", "majakka", "tuulimylly"]
    for topic in topics:
        await asked(bot, text=f"saisiko {topic} lounastauon")
    first = await bot.said(ICT, "puutteet")
    assert "Vanhemmat (2)" in labels(first)
    assert topics[-1] in text_of(first)
    second = await bot.pressed(ICT, first, "Vanhemmat")
    assert second.replaces
    assert topics[0] in text_of(second)
    assert topics[-1] in text_of(await bot.pressed(ICT, second, "Uudemmat"))
    for topic in topics:
        form = await bot.pressed(ICT, await bot.said(ICT, "puutteet"), "Vastaa")
        await bot.submitted(ICT, form, answer=f"Ei {topic}.")
    listed = await bot.said(OTHER, "vastaukset")
    assert topics[0] in text_of(await bot.pressed(OTHER, listed, "Vanhemmat"))


# Gaps ----------------------------------------------------------------------------------------------------------------


async def test_gaps_are_grouped_redacted_and_answered_for_all_at_once(bot: Bot) -> None:
    await asked(bot, text="saako valtuuston kokouksen striimata youtubeen, soita 040 123 4567")
    await asked_secretary(bot, OTHER, "voiko valtuuston kokouksen striimata youtubeen")
    await asked(bot, text="mitä kahvinkeitin maksaa")

    report = await bot.said(ICT, "puutteet")
    assert "Vastausta vailla: 2" in text_of(report)
    assert "040" not in text_of(report)
    assert "kysytty 2 kertaa" in text_of(report)
    assert "yksi odottaa vastausta" in text_of(report)
    assert "U0LIB0001" not in text_of(report)

    position = next(n for n, one in enumerate(buttons(report)) if "striimata" in _paragraph_above(report, n))
    form = await press(bot, ICT, Verb.ANSWER_GAP, *buttons(report)[position].action.args)
    assert "striimata youtubeen, soita •••" in text_of(form)
    done = await bot.submitted(ICT, form, answer=ANSWER, wordings=form_of(form).values["wordings"])
    assert "lähetettiin yhdelle odottajalle" in text_of(done)
    assert ANSWER in text_of(await newest_notice(bot, OTHER))
    assert "Vastausta vailla: 1" in text_of(await bot.said(ICT, "puutteet"))
    assert ANSWER in text_of(await asked(bot, STAFF, OTHER_WORDS))


def _paragraph_above(report: Outcome, number: int) -> str:
    """The text of the gap whose button is the one with that number."""
    assert isinstance(report.reply, Message)
    seen = -1
    above = ""
    for block in report.reply.blocks:
        if found := getattr(block, "buttons", ()):
            seen += len(found)
            if seen >= number:
                return above
        else:
            above = plain_text(Message((block,), Language.FI))
    return above


async def test_a_gap_that_wants_no_answer_is_taken_off_the_list_but_nobody_who_waits_is_forgotten(bot: Bot) -> None:
    await asked(bot, text="mitä kahvinkeitin maksaa")
    await asked_secretary(bot)
    report = await bot.said(ICT, "puutteet")
    assert labels(report).count("Poista luettelosta") == 1
    after = await bot.pressed(ICT, report, "Poista luettelosta")
    assert "kahvinkeitin" not in text_of(after)
    assert QUESTION in text_of(after)


async def test_an_answer_that_does_not_help_is_a_gap_too(bot: Bot) -> None:
    answer = await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta")
    reply = await bot.pressed(STAFF, answer, "Ei auttanut")
    assert reply.replaces
    assert "Kiitos palautteesta" in text_of(reply)
    assert "kunnanjohtaja" in text_of(reply), "the answer stays to be read"
    assert "Ei auttanut" not in labels(reply)
    await bot.pressed(STAFF, answer, "Ei auttanut")
    await bot.pressed(STAFF, answer, "Vastaus auttoi")
    report = text_of(await bot.said(ICT, "puutteet"))
    assert "kuka päättää uuden kanavan" in report
    assert "vastaus ei auttanut kerran" in report, "one vote a person"


async def test_what_was_answered_is_no_gap(bot: Bot) -> None:
    await bot.pressed(STAFF, await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta"), "Vastaus auttoi")
    assert "ei ole" in text_of(await bot.said(ICT, "puutteet"))


async def test_gaps_expire(bot: Bot) -> None:
    await asked(bot, text="mitä kahvinkeitin maksaa")
    await asked_secretary(bot)
    bot.clock.at += timedelta(days=90)
    report = text_of(await bot.said(ICT, "puutteet"))
    assert "kahvinkeitin" not in report
    assert QUESTION in report, "who was promised an answer still waits"


async def test_only_the_secretary_sees_gaps(bot: Bot) -> None:
    await asked(bot)
    assert "vain ICT-sihteeri" in text_of(await bot.said(STAFF, "puutteet"))
    for verb in (Verb.GAPS, Verb.ANSWER_GAP, Verb.DISMISS_GAP):
        assert "vain ICT-sihteeri" in text_of(await press(bot, OTHER, verb, "0"))


# What is personal ----------------------------------------------------------------------------------------------------

CODE = "131052-308T"


@pytest.mark.parametrize("secret", [CODE, "salasana on Tunturi2026"])
@pytest.mark.parametrize("text", [QUESTION, "kuka päättää uuden kanavan käyttöönotosta", "kuka hoitaa instagramia"])
async def test_what_nobody_should_send_is_warned_of_and_kept_nowhere(
    bot: Bot, caplog: pytest.LogCaptureFixture, text: str, secret: str
) -> None:
    caplog.set_level(logging.DEBUG)
    outcome = await asked(bot, text=f"{text} {secret}")
    assert "henkilötunnus tai salasana" in text_of(outcome)
    word = secret.split()[-1]
    assert word not in text_of(outcome)
    assert all(word not in encode(one.action) for one in buttons(outcome))
    assert "Kysy ICT-sihteeriltä" not in labels(outcome)

    forced = await press(bot, STAFF, Verb.ASK_SECRETARY, f"{text} {secret}")
    assert "henkilötunnus tai salasana" in text_of(forced)
    await bot.application.services.questions.close()
    documents = await bot.application.questions.read()
    assert not documents.of(ASKED)
    assert not documents.of(OPEN)
    assert not bot.notifier.sent
    assert word not in caplog.text + "".join(str(vars(record)) for record in caplog.records)


async def test_a_sensitive_mention_is_warned_of_in_private(bot: Bot) -> None:
    outcome = await bot.said(STAFF, f"saako julkaista {CODE}", private=False)
    assert outcome.visibility == "private"


async def test_a_sensitive_question_that_the_guideline_answers_is_still_answered(bot: Bot) -> None:
    outcome = await asked(bot, text=f"kuka päättää uuden kanavan käyttöönotosta? {CODE}")
    assert "kunnanjohtaja" in text_of(outcome)
    assert "Lue koko kohta" in labels(outcome)


async def test_the_log_knows_what_was_asked_and_not_who(bot: Bot) -> None:
    await asked(bot, text="saako osoitteen Kauppakatu 3 B 12 tai etunimi@example.fi julkaista <@U0LIB0002|etunimi>")
    await bot.application.services.questions.close()
    (kept,) = (await bot.application.questions.read()).of(ASKED).values()
    assert kept.question == "saako osoitteen ••• tai ••• julkaista •••"
    assert "U0" not in str(kept)


async def test_ways_to_reach_somebody_are_left_out_of_what_is_passed_on_and_that_is_said(bot: Bot) -> None:
    sent = await asked_secretary(bot, text="saako numeron 040 123 4567 julkaista kunnan tubessa")
    assert "Jätin kysymyksestä pois yhteystietoja" in text_of(sent)
    notice = bot.notifier.sent["slack-u0ict0001"][0]
    assert isinstance(notice, QuestionForSecretary)
    assert notice.question == "saako numeron ••• julkaista kunnan tubessa"


async def test_me_shows_the_questions_that_are_kept_with_my_name(bot: Bot) -> None:
    await asked_secretary(bot)
    assert QUESTION in text_of(await bot.said(STAFF, "minä"))
    assert QUESTION not in text_of(await bot.said(OTHER, "minä"))


# Guests --------------------------------------------------------------------------------------------------------------


async def test_a_guest_may_ask_the_secretary_but_is_told_no_names_and_shown_no_entries(bot: Bot) -> None:
    sent = await bot.pressed(GUEST, await asked(bot, GUEST, guest=True), "Kysy ICT-sihteeriltä", guest=True)
    assert "U0ICT0001" not in text_of(sent)
    await bot.pressed(ICT, await answered(bot), "Lisää vastaus kaikille")
    arrived = await newest_notice(bot, GUEST)
    assert ANSWER in text_of(arrived)
    assert "Vastaaja" not in text_of(arrived)
    assert ANSWER not in text_of(await asked(bot, GUEST, OTHER_WORDS, guest=True))
    assert "vain kunnan omalle henkilöstölle" in text_of(await bot.said(GUEST, "vastaukset", guest=True))
    (entry,) = await bot.application.services.questions.entries.all()
    assert "vain kunnan omalle" in text_of(await press(bot, GUEST, Verb.ENTRY, entry.id, guest=True))


# Odds and ends -------------------------------------------------------------------------------------------------------


async def test_a_vote_in_a_conversation_leaves_the_answer_to_the_others(bot: Bot) -> None:
    person = await bot.person(STAFF)
    said = Incoming(person, Said("kuka päättää uuden kanavan käyttöönotosta"), bot.clock.now(), private=False)
    answer = await bot.application.conversation.handle(said)
    vote = button(answer, "Vastaus auttoi").action
    thanks = await press(bot, STAFF, vote.verb, *vote.args, private=False)
    assert not thanks.replaces
    assert "Kiitos" in text_of(thanks)


async def test_nobody_votes_for_the_asker(bot: Bot) -> None:
    await asked_secretary(bot)
    await answered(bot)
    key = button(await newest_notice(bot, STAFF), "Vastaus auttoi").action.args[1]
    thanks = await press(bot, OTHER, Verb.ARRIVED_FEEDBACK, "yes", key)
    assert ANSWER not in text_of(thanks), "what was said to one is not shown to another"
    (question,) = (await bot.application.questions.read()).of(OPEN).values()
    assert question.given is not None
    assert question.given.helped is None


@pytest.mark.parametrize("verb", [verb for verb in Verb if verb not in (Verb.SAY, Verb.SHARE)])
@pytest.mark.parametrize("count", range(5))
async def test_a_press_on_what_is_gone_has_a_kind_reply(bot: Bot, verb: Verb, count: int) -> None:
    for who in (STAFF, ICT):
        outcome = await press(bot, who, verb, *["gone"] * count)
        assert "jokin meni pieleen" not in text_of(outcome)


def shown(outcome: Outcome) -> Outcome:
    """``outcome``, once it was seen that every surface can show it."""
    for renderer in RENDERERS.values():
        reply = outcome.reply
        seen = renderer.form(reply) if isinstance(reply, Form) else renderer.message(reply)
        assert seen.problems == []
    return outcome


LONGEST = ["x" * 600, '"\\' * 300, "<!channel> &amp; " * 40, "saako " * 120, "👩‍👩‍👧‍👦" * 90]


@pytest.mark.parametrize("text", LONGEST)
async def test_the_longest_questions_and_answers_can_be_shown_everywhere(bot: Bot, text: str) -> None:
    shown(await bot.pressed(STAFF, await asked(bot, text=f"saako {text}"), "Kysy ICT-sihteeriltä"))
    form = shown(await bot.pressed(ICT, shown(await newest_notice(bot, ICT)), "Vastaa"))
    told = shown(await bot.submitted(ICT, form, answer=f"{text} {ANSWER * 99}"[:2000]))
    entry = shown(await bot.pressed(ICT, told, "Lisää vastaus kaikille"))
    shown(await bot.pressed(STAFF, shown(await newest_notice(bot, STAFF)), "Ei auttanut"))
    form = shown(await bot.pressed(ICT, entry, "Muokkaa vastausta"))
    wordings = "\n".join(f"{number} {text}"[:280] for number in range(30))
    edited = shown(await bot.submitted(ICT, form, wordings=wordings))
    shown(await bot.pressed(ICT, edited, "Muokkaa vastausta"))
    shown(await asked(bot, text=f"saako {text}"))
    shown(await bot.said(ICT, "vastaukset"))
    shown(await bot.said(STAFF, "minä"))


@pytest.mark.parametrize("text", LONGEST)
async def test_the_longest_gaps_can_be_shown_everywhere(bot: Bot, text: str) -> None:
    for number in range(40):
        await asked_secretary(bot, text=f"saako {number} {text}")
    form = shown(await bot.pressed(ICT, shown(await bot.said(ICT, "puutteet")), "Vastaa"))
    shown(await bot.submitted(ICT, form, answer=f"{text} {ANSWER * 99}"[:2000]))
    shown(await newest_notice(bot, STAFF))
    shown(await bot.said(STAFF, "minä"))


async def test_an_entry_is_worth_a_look_where_it_is_only_near() -> None:
    bot = await make_bot()
    await made_entry(bot)
    near = await asked(bot, OTHER, "miten valtuuston kokousten tekstitys tehdään")
    assert ANSWER not in text_of(near)
    assert ANSWER in text_of(await bot.pressed(OTHER, near, "ICT-sihteeri: "))
