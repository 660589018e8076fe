"""What people tell the bot or want done, and by which words. Written without a look at the bot's own cues."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY, channels_of, intent_of


@pytest.mark.parametrize(
    "text",
    [
        "haluaisimme perustaa museolle tiktokin",
        "we would like to open a podcast for the library",
        "esitys uudesta kanavasta",
        "Vi vill starta ett instagramkonto för daghemmet",
        "voisimmeko avata oman youtube-kanavan kirjastolle?",
        "ehdotan että nuorille tehdään snapchat",
        "I propose a new channel",
        "förslag: ny blogg för skolorna",
        "suunnittelemme telegram-kanavan avaamista",
        "our unit wants its own facebook page",
        "Kirjasto haluaisi tiktokin",
        "Could we start a podcast for the museum?",
        "ollaan aloittamassa uutta insta-tiliä liikunnalle",
        "propose",
        "voidaanko avata tiktok nuorille",
        "we want a telegram",
        "want a facebook",
        "we'd love a blog",
        "we need an instagram",
        "I want a linkedin",
        "need a discord please",
        "we'd like a snapchat as well",
        "let's get another whatsapp",
    ],
)
def test_wanting_a_new_channel_is_propose(text: str) -> None:
    assert intent_of(text) is Intent.PROPOSE


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("do we need a telegram", Intent.ASK),
        ("who decides whether we get a blog", Intent.ASK),
        ("why would the museum want a discord?", Intent.ASK),
        ("do we have an instagram", Intent.CHANNELS),
        ("we need our facebook updated", Intent.UPDATED),
    ],
)
def test_naming_a_channel_beside_such_a_word_is_no_wish(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("päivitin eilen", "yesterday"),
        ("Done!", ""),
        ("päivitetty", ""),
        ("uppdaterade museets facebook igår", "yesterday"),
        ("I posted on the library instagram this morning", "today"),
        ("postasin tänään nuorten tiktokkiin uuden videon", "today"),
        ("we've updated the school blog last week", "last week"),
        ("julkaisimme kirjaston facebookissa 15.11.", "2026-11-15"),
        ("la upp ett nytt inlägg på bibliotekets instagram i fredags", "2026-11-20"),
        ("kirjaston insta päivitetty toissapäivänä", "2026-11-21"),
        ("klart, har lagt upp bilder", ""),
        ("museon face on nyt hoidettu", ""),
    ],
)
def test_telling_of_an_update_is_updated(text: str, when: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.args.get("when", "")) == (Intent.UPDATED, when)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("muistuta viikon päästä", 7),
        ("remind me tomorrow", 1),
        ("påminn mig om tre dagar", 3),
        ("myöhemmin", None),
        ("ei nyt, palaa asiaan ensi viikolla", 7),
        ("snooze 5 days", 5),
        ("muistuttele torstaina", 3),
        ("not now, ask me again in two weeks", 14),
    ],
)
def test_putting_a_reminder_off_is_snooze(text: str, days: int | None) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.args.get("days")) == (Intent.SNOOZE, days)


@pytest.mark.parametrize(
    ("text", "start", "end", "cover"),
    [
        ("olen lomalla 1.7.–31.7., sijainen slack:U0MAIN005", "2027-07-01", "2027-07-31", "slack:U0MAIN005"),
        ("I'm on holiday July 1–15, slack:W012ABCDE covers for me", "2027-07-01", "2027-07-15", "slack:W012ABCDE"),
        ("jag har semester 1–15 juli", "2027-07-01", "2027-07-15", None),
        ("poissa huomenna", "2026-11-24", "2026-11-24", None),
        (
            "Vuosilomalla 20.12.-6.1. tuuraajana keeper.mallikas@koivuranta.fi",
            "2026-12-20",
            "2027-01-06",
            "keeper.mallikas@koivuranta.fi",
        ),
        ("out of office next week", "2026-11-30", "2026-12-06", None),
        ("oon saikulla kolme päivää", "2026-11-23", "2026-11-25", None),
        ("jag är ledig på fredag, slack:U777ABC99 vikarierar", "2026-11-27", "2026-11-27", "slack:U777ABC99"),
        ("jään äitiyslomalle", None, None, None),
        ("I will be away from Monday to Friday", "2026-11-30", "2026-12-04", None),
    ],
)
def test_telling_of_an_absence_is_away(text: str, start: str | None, end: str | None, cover: str | None) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    args = reading.args
    assert (reading.intent, args.get("from"), args.get("to"), args.get("cover")) == (Intent.AWAY, start, end, cover)


@pytest.mark.parametrize(
    ("text", "to", "channels"),
    [
        ("luovutan museon facebookin slack:U0MAIN009", "slack:U0MAIN009", "museo-facebook"),
        ("I'm handing the library instagram over to slack:U0MAIN009", "slack:U0MAIN009", "kirjasto-instagram"),
        ("slack:U0MAIN009 tar över ungdomarnas tiktok", "slack:U0MAIN009", "nuoriso-tiktok"),
        ("siirretään koulun blogi henkilölle worker@koivuranta.fi", "worker@koivuranta.fi", "koulu-blogi"),
        ("handover kirjasto facebook", None, "kirjasto-facebook"),
        ("jatkossa liikunnan facea hoitaa slack:U0MAIN009", "slack:U0MAIN009", "liikunta-facebook"),
        ("jag lämnar över bibliotekets facebook till slack:U0MAIN009", "slack:U0MAIN009", "kirjasto-facebook"),
    ],
)
def test_giving_a_channel_to_somebody_is_handover(text: str, to: str | None, channels: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.args.get("to"), channels_of(text)) == (Intent.HANDOVER, to, channels.split())


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("register https://www.instagram.com/koivurannanmuseo", Intent.REGISTER),
        ("lisää rekisteriin kirjaston uusi tiktok", Intent.REGISTER),
        ("Please add our podcast to the register", Intent.REGISTER),
        ("lägg till ungdomarnas snapchat i registret", Intent.REGISTER),
        ("rekisteröi nuorten twitch @koivunuoret", Intent.REGISTER),
        ("meille on avattu telegram, laita listalle", Intent.REGISTER),
        ("vaihda museon facebookin vastuuhenkilö", Intent.EDIT),
        ("edit library instagram", Intent.EDIT),
        ("ändra namnet på bibliotekets facebook", Intent.EDIT),
        ("the url of the school blog has changed", Intent.EDIT),
        ("korjaa kirjaston instan osoite", Intent.EDIT),
        ("poista käytöstä tekninen facebook", Intent.RETIRE),
        ("Museon facebook lopetetaan", Intent.RETIRE),
        ("avveckla ungdomarnas discord", Intent.RETIRE),
        ("we are closing the school blog", Intent.RETIRE),
        ("retire nuoriso discord", Intent.RETIRE),
        ("koulun blogi tauolle kesäksi", Intent.PAUSE),
        ("pause the museum facebook until 15 August", Intent.PAUSE),
        ("pausa bibliotekets instagram 1.6.-31.8.", Intent.PAUSE),
        ("päätin, että perustamme museolle blogin", Intent.DECIDE),
        ("vi har beslutat att öppna en snapchat", Intent.DECIDE),
        ("I made the decision to launch a new blog", Intent.DECIDE),
        ("audit", Intent.AUDIT),
        ("tarkasta kaikki kanavat", Intent.AUDIT),
        ("which channels have no maintainer", Intent.AUDIT),
        ("mitkä kanavat ovat päivittämättä?", Intent.AUDIT),
        ("vilka kanaler är inaktiva", Intent.AUDIT),
        ("history", Intent.HISTORY),
        ("kirjaston facebookin muutoshistoria", Intent.HISTORY),
        ("who changed the museum facebook", Intent.HISTORY),
        ("ändringshistorik", Intent.HISTORY),
        ("undo", Intent.UNDO),
        ("peru viimeisin muutos", Intent.UNDO),
        ("ångra", Intent.UNDO),
        ("raportti", Intent.REPORT),
        ("give me a summary of the channels", Intent.REPORT),
        ("visa statistik över kanalerna", Intent.REPORT),
    ],
)
def test_keeping_the_register_has_intents_of_its_own(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ja uppdatera nuorisons insta i fredags", "2026-11-20"),
        ("vi publicera på insta igår", "yesterday"),
        ("i lördags posta vi en bild på insta", "2026-11-21"),
        ("uppdatera fb i morse", "today"),
    ],
)
def test_an_update_is_told_without_the_ending_of_the_preterite(text: str, when: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.when) == (Intent.UPDATED, when)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("finns det nån youtube", Intent.CHANNELS),
        ("finns det någon tiktok", Intent.CHANNELS),
        ("onko meillä discordia", Intent.CHANNELS),
        ("is there a tiktok", Intent.CHANNELS),
        ("va e de här", Intent.HELP),
        ("va", Intent.SMALLTALK),
    ],
)
def test_short_spoken_words_are_nobodys_name(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("fråga Koivurannan museon Facebook istället", Language.SV),
        ("ask Koivurannan museon Facebook instead", Language.EN),
        ("instagram ja, facebook nej", Language.SV),
        ("ja ha glömt lösenordet ti bibliotekets fb", Language.SV),
        ("int vet ja va ja ska göra me facebook", Language.SV),
        ("kysy museon Facebook-sivulta", Language.FI),
    ],
)
def test_names_in_another_language_do_not_choose_that_of_the_reply(text: str, language: Language) -> None:
    assert interpret(text, VOCABULARY, TODAY).language is language
