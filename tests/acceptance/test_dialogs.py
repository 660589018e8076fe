"""Whole dialogs through ``handle``: what was said, and what the reply must have in it, for every intent."""

from __future__ import annotations

import pytest

from bot.conversation.commands import Intent
from bot.conversation.exchange import Outcome
from bot.domain.changes import differences
from bot.domain.language import Language
from bot.messages.notices import render
from tests.bot_in_memory import buttons, make_bot, text_of

STAFF, MAINTAINER, ICT = "slack:U0STAFF01", "slack:U0LIB0001", "slack:U0ICT0001"
FI, SV, EN = Language.FI, Language.SV, Language.EN

# Who, the language of the workspace, what was said, the intent, and what the reply says.
DIALOGS: list[tuple[str, Language, str, Intent, list[str]]] = [
    (STAFF, FI, "kuka hoitaa kirjaston instagramia", Intent.OWNER, ["Kirjastotoimenjohtaja", "Kirjaston ylläpitäjä 2"]),
    (STAFF, SV, "vem sköter bibliotekets instagram", Intent.OWNER, ["Ansvarig person: Kirjastotoimenjohtaja"]),
    (STAFF, EN, "who owns the library's instagram", Intent.OWNER, ["Responsible person: Kirjastotoimenjohtaja"]),
    (STAFF, FI, "kanavat", Intent.CHANNELS, ["6 kanavaa", "Kunnan Facebook"]),
    (STAFF, SV, "vilka kanaler har ungdomstjänster", Intent.CHANNELS, ["Nuorisopalvelujen TikTok"]),
    (STAFF, EN, "list", Intent.CHANNELS, ["6 channels", "Administrative services"]),
    (STAFF, FI, "onko https://www.instagram.com/esimerkkikunta meidän", Intent.VERIFY, ["Kyllä", "Kunnan Instagram"]),
    (STAFF, SV, "är https://instagram.com/esimerkkikunta.palkinnot vårt konto", Intent.VERIFY, ["finns inte"]),
    (STAFF, EN, "is @esimerkkiliikunta our account", Intent.VERIFY, ["retired"]),
    (STAFF, FI, "kuka päättää uuden kanavan käyttöönotosta", Intent.ASK, ["kunnanjohtaja", "luku 3", "luonnos"]),
    (STAFF, SV, "vem beslutar om att ta i bruk en ny kanal", Intent.ASK, ["Kommundirektören", "kapitel 3"]),
    (STAFF, EN, "may working time be used for social media", Intent.ASK, ["section 6", "translation"]),
    (STAFF, FI, "paljonko lounas maksaa tänään", Intent.ASK, ["Ohjeessa ei sanota tästä mitään"]),
    (MAINTAINER, FI, "omat", Intent.MINE, ["Sinun kanavasi", "Kirjaston Facebook"]),
    (MAINTAINER, SV, "mina kanaler", Intent.MINE, ["Kirjaston Instagram"]),
    (STAFF, EN, "my channels", Intent.MINE, ["not the responsible person"]),
    (MAINTAINER, FI, "mitä tiedät minusta", Intent.ME, ["slack:U0LIB0001", "Kirjaston Facebook"]),
    (STAFF, SV, "vad vet du om mig", Intent.ME, ["slack:U0STAFF01"]),
    (STAFF, EN, "what do you know about me", Intent.ME, ["slack:U0STAFF01"]),
    (STAFF, FI, "haluaisimme perustaa museolle oman kanavan", Intent.PROPOSE, ["kunnanjohtaja", "ICT-sihteeri"]),
    (STAFF, SV, "vi skulle vilja öppna en ny kanal för museet", Intent.PROPOSE, ["Kommundirektören"]),
    (STAFF, EN, "we would like to open a new channel for the museum", Intent.PROPOSE, ["municipal manager"]),
    (MAINTAINER, FI, "päivitin kirjaston facebookin eilen", Intent.UPDATED, ["Kirjaston Facebook", "22.11.2026"]),
    (MAINTAINER, SV, "jag uppdaterade bibliotekets facebook i går", Intent.UPDATED, ["Kirjaston Facebook"]),
    (MAINTAINER, EN, "I updated the library's facebook yesterday", Intent.UPDATED, ["22 Nov 2026"]),
    (STAFF, FI, "päivitin kirjaston facebookin eilen", Intent.UPDATED, ["vastuuhenkilö", "ICT-sihteeri"]),
    (MAINTAINER, FI, "muistuta viikon päästä", Intent.SNOOZE, ["ei ole nyt muistutuksia"]),
    (MAINTAINER, SV, "påminn mig om en vecka", Intent.SNOOZE, ["påminnelser"]),
    (MAINTAINER, EN, "remind me in a week", Intent.SNOOZE, ["reminders"]),
    (
        MAINTAINER,
        FI,
        "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002|x>",
        Intent.AWAY,
        ["1.7.2027", "Kirjaston ylläpitäjä 2"],
    ),
    (MAINTAINER, SV, "jag har semester 1–31.7, vikarie <@U0LIB0002>", Intent.AWAY, ["Kirjaston ylläpitäjä 2"]),
    (MAINTAINER, EN, "I am on holiday 1–31 July, cover <@U0LIB0002>", Intent.AWAY, ["Kirjaston ylläpitäjä 2"]),
    (MAINTAINER, FI, "luovutan kirjaston instagramin <@U0LIB0009>", Intent.HANDOVER, ["slack:U0LIB0009"]),
    (MAINTAINER, SV, "överlåt bibliotekets instagram till <@U0LIB0009>", Intent.HANDOVER, ["slack:U0LIB0009"]),
    (MAINTAINER, EN, "hand over the library's instagram to <@U0LIB0009>", Intent.HANDOVER, ["slack:U0LIB0009"]),
    (
        ICT,
        FI,
        "rekisteröi https://www.tiktok.com/@esimerkkikirjasto",
        Intent.REGISTER,
        ["Palvelu=tiktok", "esimerkkikirjasto"],
    ),
    (ICT, SV, "registrera", Intent.REGISTER, ["Registrera en kanal"]),
    (ICT, EN, "register", Intent.REGISTER, ["Register a channel"]),
    (STAFF, EN, "register", Intent.REGISTER, ["Only the ICT secretary"]),
    (ICT, FI, "muokkaa kirjaston instagram", Intent.EDIT, ["Kanavan nimi=Kirjaston Instagram"]),
    (ICT, SV, "redigera bibliotekets instagram", Intent.EDIT, ["Kirjaston Instagram"]),
    (ICT, EN, "edit instagram", Intent.EDIT, ["Which channel"]),
    (ICT, FI, "poista käytöstä kirjaston instagram", Intent.RETIRE, ["Sisällön säilytyspaikka="]),
    (ICT, SV, "avsluta bibliotekets instagram", Intent.RETIRE, ["Kirjaston Instagram"]),
    (ICT, EN, "retire the library's instagram", Intent.RETIRE, ["Kirjaston Instagram"]),
    (ICT, FI, "tauko kirjaston instagram", Intent.PAUSE, ["Ensimmäinen päivä="]),
    (ICT, SV, "pausa bibliotekets instagram", Intent.PAUSE, ["Kirjaston Instagram"]),
    (ICT, EN, "pause the library's instagram", Intent.PAUSE, ["First day="]),
    (ICT, FI, "lähtenyt <@U0LIB0001>", Intent.LEFT, ["Kirjaston ylläpitäjä 1", "Kirjaston Facebook"]),
    (ICT, SV, "slutat", Intent.LEFT, ["Har slutat"]),
    (ICT, EN, "left <@U0ICT0001>", Intent.LEFT, ["did not keep any channels"]),
    (ICT, FI, "tarkastus", Intent.AUDIT, ["Kunnan Facebook"]),
    (ICT, SV, "granska", Intent.AUDIT, ["Kunnan Facebook"]),
    (ICT, EN, "audit", Intent.AUDIT, ["Kunnan Facebook"]),
    (ICT, FI, "raportti", Intent.REPORT, ["Kanavia yhteensä: 6"]),
    (ICT, SV, "rapport", Intent.REPORT, ["6"]),
    (ICT, EN, "report", Intent.REPORT, ["6"]),
    (ICT, FI, "historia", Intent.HISTORY, ["tuonti tiedostosta"]),
    (ICT, SV, "historik", Intent.HISTORY, ["import"]),
    (ICT, EN, "history", Intent.HISTORY, ["imported"]),
    (ICT, FI, "peru", Intent.UNDO, ["tuonti tiedostosta", "varmuuskopiosta"]),
    (ICT, SV, "ångra", Intent.UNDO, ["import", "säkerhetskopia"]),
    (ICT, EN, "undo", Intent.UNDO, ["import", "backup"]),
    (ICT, FI, "puutteet", Intent.GAPS, ["Vastaamattomia kysymyksiä ei ole"]),
    (ICT, SV, "luckor", Intent.GAPS, ["inga obesvarade frågor"]),
    (ICT, EN, "gaps", Intent.GAPS, ["no unanswered questions"]),
    (STAFF, FI, "vastaukset", Intent.ENTRIES, ["vastauksia ei vielä ole"]),
    (STAFF, SV, "frågor och svar", Intent.ENTRIES, ["ännu inga svar"]),
    (STAFF, EN, "answers", Intent.ENTRIES, ["no answers"]),
    (STAFF, FI, "apua", Intent.HELP, ["/some kanavat"]),
    (STAFF, SV, "hjälp", Intent.HELP, ["/some kanaler"]),
    (ICT, EN, "help", Intent.HELP, ["/some register"]),
    (STAFF, FI, "moi", Intent.SMALLTALK, ["Somebot"]),
    (STAFF, SV, "hejsan", Intent.SMALLTALK, ["Somebot"]),
    (STAFF, EN, "hello there", Intent.SMALLTALK, ["Somebot"]),
    (STAFF, FI, "🤷", Intent.UNKNOWN, ["apua"]),
    (STAFF, SV, "…", Intent.UNKNOWN, ["hjälp"]),
    (STAFF, EN, "???", Intent.UNKNOWN, ["help"]),
]


@pytest.mark.parametrize(("who", "locale", "said", "intent", "replied"), DIALOGS)
async def test_what_is_said_is_replied_to(
    who: str, locale: Language, said: str, intent: Intent, replied: list[str]
) -> None:
    bot = await make_bot()
    outcome = await bot.said(who, said, locale=locale)
    assert outcome.understood is not None
    assert outcome.understood.intent == intent
    assert outcome.reply.language is locale
    for words in replied:
        assert words in text_of(outcome)


def test_every_intent_is_tried_in_every_language() -> None:
    tried = {(intent, locale) for _, locale, _, intent, _ in DIALOGS}
    assert tried == {(intent, locale) for intent in Intent for locale in Language}


async def test_the_help_names_only_what_the_person_can_do() -> None:
    bot = await make_bot()
    help_of = {who: text_of(await bot.said(who, "help", locale=EN)) for who in (STAFF, MAINTAINER, ICT)}
    assert "/some register" not in help_of[STAFF]
    assert "/some register" not in help_of[MAINTAINER]
    assert "I updated it" not in help_of[STAFF]
    assert "I updated it" in help_of[MAINTAINER]
    assert "/some register" in help_of[ICT]


async def test_several_owners_are_listed_with_the_municipality_first() -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, "who owns instagram")
    text = text_of(outcome)
    assert (
        text.index("Kunnan Instagram") < text.index("Kirjaston Instagram") < text.index("Nuorisopalvelujen Instagram")
    )
    details = await bot.pressed(STAFF, outcome, "Nuorisopalvelujen Instagram")
    assert "Covering today: Nuorisotyön sijainen" in text_of(details)


async def test_a_channel_that_is_not_updated_is_shown_with_the_duty() -> None:
    bot = await make_bot()
    text = text_of(await bot.said(STAFF, "kuka vastaa kunnan facebookista"))
    assert "luku 4 Osallistumisen periaatteet" in text
    assert "1.10.2026" in text


async def test_a_platform_that_we_are_not_on_is_said_with_whom_to_ask() -> None:
    bot = await make_bot()
    text = text_of(await bot.said(STAFF, "kuka hoitaa telegramia"))
    assert "Rekisterissä ei ole tällaista kanavaa" in text
    assert "ICT-sihteeri" in text


async def test_an_answer_is_shared_at_a_press_and_only_what_shows_something() -> None:
    bot = await make_bot()
    answer = await bot.said(STAFF, "who owns the library's instagram")
    shared = await bot.pressed(STAFF, answer, "Share here")
    assert shared.visibility == "conversation"
    assert "Kirjastotoimenjohtaja" in text_of(shared)
    assert not [button for button in buttons(shared) if "Share" in button.label]


async def test_a_mention_is_answered_for_all_to_see_without_a_share_button() -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, "who owns the library's instagram", private=False)
    assert outcome.visibility == "conversation"
    assert not [button for button in buttons(outcome) if "Share" in button.label]


async def test_guests_get_units_and_no_people() -> None:
    bot = await make_bot()
    refused = await bot.said("slack:U0GUEST01", "register", locale=EN, guest=True)
    assert "Only the ICT secretary" in text_of(refused)
    assert "ICT-sihteeri" not in text_of(refused)
    text = text_of(await bot.said("slack:U0GUEST01", "who owns the library's instagram", guest=True))
    assert "Library services" in text
    assert "Kirjastotoimenjohtaja" not in text
    assert "Kirjaston ylläpitäjä" not in text


async def test_an_update_of_one_of_several_channels_is_asked_back() -> None:
    bot = await make_bot()
    asked = await bot.said(MAINTAINER, "päivitin eilen", locale=FI)
    assert "Minkä kanavan" in text_of(asked)
    noted = await bot.pressed(MAINTAINER, asked, "Kirjaston Facebook")
    assert noted.replaces
    assert "22.11.2026" in text_of(noted)


async def test_the_ict_secretary_registers_a_channel_and_mends_what_was_wrong() -> None:
    bot = await make_bot()
    form = await bot.said(ICT, "register", locale=EN)
    values = {"platform": "threads", "name": "Museum Threads", "unit": "Museopalvelut", "responsible": "U0MUSEUM1"}
    again = await bot.submitted(ICT, form, **values, url="threads museum")
    assert "Write the whole address" in text_of(again)
    done = await bot.submitted(ICT, again, url="https://www.threads.net/@museum")
    assert "Museum Threads" in text_of(done)
    assert list(bot.notifier.sent) == ["slack-u0museum1"]
    assert "U0MUSEUM1" in text_of(await bot.said(STAFF, "who owns the museum threads"))


async def test_the_later_of_two_editors_sees_what_changed_and_decides() -> None:
    bot = await make_bot()
    mine = await bot.said(ICT, "edit the library's instagram", locale=EN)
    theirs = await bot.said(ICT, "edit the library's instagram", locale=EN)
    await bot.submitted(ICT, theirs, name="Library on Instagram")
    conflict = await bot.submitted(ICT, mine, purpose="Events")
    assert "Kirjaston Instagram → Library on Instagram" in text_of(conflict)
    await bot.submitted(ICT, conflict, name="Library on Instagram")
    history = text_of(await bot.said(ICT, "history of the library's instagram", locale=EN))
    assert "Events" in history


async def test_a_channel_is_retired_and_the_change_taken_back() -> None:
    bot = await make_bot()
    form = await bot.said(ICT, "retire the library's instagram", locale=EN)
    again = await bot.submitted(ICT, form, closing_archive="the municipality's archive")
    assert text_of(again).count("fill in this field") == 2
    retired = await bot.submitted(ICT, again, closing_access_by="U0LIB0001", closing_announcement="A last post")
    assert "Kirjaston ylläpitäjä 1" in text_of(retired)
    assert "A last post" in text_of(retired)
    assert "Kirjaston Instagram" not in text_of(await bot.said(STAFF, "list", locale=EN))
    question = await bot.said(ICT, "undo", locale=EN)
    await bot.pressed(ICT, question, "Undo")
    assert "Kirjaston Instagram" in text_of(await bot.said(STAFF, "list", locale=EN))


async def test_a_chosen_language_is_used_where_the_text_does_not_tell() -> None:
    bot = await make_bot()
    me = await bot.said(STAFF, "minä", locale=FI)
    chosen = await bot.pressed(STAFF, me, "Svenska")
    assert chosen.reply.language is SV
    assert (await bot.said(STAFF, "🤷", locale=FI)).reply.language is SV
    assert (await bot.said(STAFF, "who owns instagram", locale=FI)).reply.language is EN


async def test_one_line_registers_a_channel() -> None:
    bot = await make_bot()
    line = "register https://www.threads.net/@museum name=Museum Threads unit=Museopalvelut responsible=<@U0MUSEUM1>"
    assert "Museum Threads" in text_of(await bot.said(ICT, line, locale=EN))
    assert "U0MUSEUM1" in text_of(await bot.said(STAFF, "who owns the museum threads"))


async def test_one_line_with_an_error_opens_the_form_with_what_was_typed() -> None:
    bot = await make_bot()
    outcome = await bot.said(ICT, "register threads name=Museum Threads unit=Museopalvelut url=nowhere", locale=EN)
    assert "Channel name=Museum Threads" in text_of(outcome)
    assert "Write the whole address" in text_of(outcome)


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("muokkaa kirjaston instagram päivitysväli=30", "update_interval_days", 30),
        ("edit the library's instagram interval=30", "update_interval_days", 30),
        ("redigera bibliotekets instagram intervall=30", "update_interval_days", 30),
        ("edit the library's instagram hours=2,5", "weekly_hours", 2.5),
        ("muokkaa kirjaston instagram nimi=Kirjasto Instassa", "name", "Kirjasto Instassa"),
    ],
)
async def test_one_line_changes_a_fact(line: str, key: str, value: object) -> None:
    bot = await make_bot()
    before = (await bot.application.store.read()).channels["kirjasto-instagram"]
    await bot.said(ICT, line)
    register = await bot.application.store.read()
    assert [change.field for change in differences(before, register.channels["kirjasto-instagram"])] == [key]
    assert getattr(register.channels["kirjasto-instagram"], key) == value


async def test_one_line_adds_a_maintainer_with_the_superior_who_authorised() -> None:
    bot = await make_bot()
    refused = await bot.said(ICT, "edit the library's instagram add=<@U0NEW0001>", locale=EN)
    assert "fill in this field" in text_of(refused)
    await bot.said(ICT, "edit the library's instagram add=<@U0NEW0001> authorised=<@U0LIBHEAD> remove=<@U0LIB0002>")
    channel = (await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001", "slack-u0new0001")
    assert channel.maintainers[1].authorised_by == "slack-u0libhead"
    assert "slack-u0new0001" in bot.notifier.sent


async def test_one_line_pauses_a_channel_and_the_form_ends_the_pause() -> None:
    bot = await make_bot()
    paused = await bot.said(ICT, "tauko kirjaston instagram alkaa=1.12.2026 päättyy=31.12.2026 syy=remontti", locale=FI)
    assert "1.12.2026–31.12.2026" in text_of(paused)
    form = await bot.said(ICT, "pause the library's instagram", locale=EN)
    resumed = await bot.submitted(ICT, form, start="", end="")
    assert "in use again" in text_of(resumed)


async def test_the_notice_that_somebody_has_left_lets_the_ict_secretary_hand_their_channels_over() -> None:
    bot = await make_bot()
    await bot.application.services.staffing.account_closed("slack:U0LIB0001", bot.clock.now())
    told = Outcome(render(bot.notifier.sent["slack-u0ict0001"][-1], FI))
    form = await bot.pressed(ICT, told, "Luovuta kaikki kanavat")
    done = await bot.submitted(ICT, form, to="U0LIB0002", authorised_by="U0LIBHEAD")
    assert done.replaces
    assert not (await bot.application.store.read()).kept_by("slack-u0lib0001")
    to_head = Outcome(render(bot.notifier.sent["slack-u0libhead"][-1], FI))
    assert "Kirjaston Facebook" in text_of(to_head)
    assert not buttons(to_head), "they may not hand them over"


async def test_somebody_who_leaves_is_flagged_and_their_channels_handed_over_at_once() -> None:
    bot = await make_bot()
    marked = await bot.said(ICT, "left <@U0LIB0001>", locale=EN)
    assert "PersonLeft" in str(bot.notifier.sent["slack-u0libhead"])
    audit = text_of(await bot.said(ICT, "audit", locale=EN))
    assert "Some of those in charge have left (2): Kirjaston Instagram, Kirjaston Facebook" in audit
    form = await bot.pressed(ICT, marked, "Hand over all")
    done = await bot.submitted(ICT, form, to="U0NEW0001", authorised_by="U0LIBHEAD")
    assert "2 channels" in text_of(done)
    register = await bot.application.store.read()
    assert not register.kept_by("slack-u0lib0001")
    assert {channel.id for channel in register.kept_by("slack-u0new0001")} == {
        "kirjasto-instagram",
        "kirjasto-facebook",
    }
    assert len(bot.notifier.sent["slack-u0new0001"]) == 2


async def test_the_ict_secretary_gets_the_buttons_that_keep_a_channel() -> None:
    bot = await make_bot()
    shown = await bot.said(ICT, "who owns the library's instagram")
    form = await bot.pressed(ICT, shown, "Maintainers")
    await bot.submitted(ICT, form, remove="U0LIB0002")
    channel = (await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001",)
    assert not [b for b in buttons(await bot.said(STAFF, "who owns the library's instagram")) if "Retire" in b.label]


async def test_what_waits_for_a_maintainer_comes_first() -> None:
    bot = await make_bot()
    outcome = await bot.said("slack:U0COMM001", "mine", locale=EN)
    assert "no recent word of one of these channels" in text_of(outcome)
    assert [one.label for one in buttons(outcome)] == ["Updated: Kunnan Facebook", "Updated: Kunnan Instagram"]


@pytest.mark.parametrize("said", ["minä", "omat", "historia", "rekisteröi", "peru", "päivitin eilen"])
async def test_what_is_about_a_person_stays_private_in_a_shared_conversation(said: str) -> None:
    bot = await make_bot()
    assert (await bot.said(ICT, said, private=False)).visibility == "private"
    assert (await bot.said(MAINTAINER, said, private=False)).visibility == "private"


async def test_a_field_that_the_form_does_not_have_is_said_and_nothing_is_saved() -> None:
    bot = await make_bot()
    before = await bot.application.store.read()
    line = "edit the library's instagram interval=30 add=<@U0NEW0001>"
    assert "no field ‘add’" in text_of(await bot.said(ICT, line, locale=EN))
    assert await bot.application.store.read() == before


async def test_a_label_of_several_words_names_its_field() -> None:
    bot = await make_bot()
    await bot.said(ICT, "muokkaa kirjaston instagram linkki kunnan verkkosivuilla=ei päätöksen numero=§ 12")
    channel = (await bot.application.store.read()).channels["kirjasto-instagram"]
    assert (channel.website_link, channel.decision.record) == (False, "§ 12")


async def test_a_retired_channel_does_not_vanish_from_look_up() -> None:
    bot = await make_bot()
    text = text_of(await bot.said(STAFF, "kuka vastaa liikunnan youtubesta"))
    assert "Liikunnan vanha YouTube" in text
    assert "poistettu käytöstä" in text


async def test_the_history_of_several_channels_leaves_the_others_out() -> None:
    bot = await make_bot()
    await bot.said(ICT, "muokkaa kirjaston instagram nimi=Kirjasto Instassa")
    await bot.said(ICT, "muokkaa kunnan facebook nimi=Kunta Facessa")
    text = text_of(await bot.said(ICT, "historia kirjaston", locale=FI))
    assert "Kirjasto Instassa" in text
    assert "Kunta Facessa" not in text


async def test_a_handle_after_a_command_is_nobodys_account_to_check() -> None:
    bot = await make_bot()
    outcome = await bot.said(ICT, "lähtenyt @nimi", locale=FI)
    assert outcome.understood is not None
    assert outcome.understood.intent is Intent.LEFT
    assert "Merkitse lähteneeksi" in text_of(outcome)
