"""What people type, and what they want by it. Written without a look at the bot's own cues."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.commands import COMMANDS, Intent
from bot.conversation.cues import FACTS, GROUPS, RULES, SIGNALS
from bot.conversation.interpret import LIMIT, interpret
from bot.conversation.vocabulary import Vocabulary
from bot.domain.channels import Channel, Scope, UnitName
from bot.domain.language import Language
from bot.domain.register import Register
from bot.knowledge.vocabulary import load_platforms, load_words

TODAY = date(2026, 11, 23)  # a Monday
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
UNITS = {
    "hallinto": UnitName("Hallintopalvelut", "Förvaltningstjänster", "Administrative services"),
    "kirjasto": UnitName("Kirjastopalvelut", "Bibliotekstjänster", "Library services"),
    "nuoriso": UnitName("Nuorisopalvelut", "Ungdomstjänster", "Youth services"),
    "museo": UnitName("Museopalvelut", "Museitjänster", "Museum services"),
    "liikunta": UnitName("Liikuntapalvelut", "Idrottstjänster", "Sports services"),
    "tekninen": UnitName("Tekniset palvelut", "Tekniska tjänster", "Technical services"),
    "koulu": UnitName("Koulutuspalvelut", "Utbildningstjänster", "Education services"),
    "elinvoima": UnitName("Elinvoimapalvelut", "Livskraftstjänster", "Business and vitality services"),
    "kulttuuri": UnitName("Kulttuuripalvelut", "Kulturtjänster", "Cultural services"),
}
CHANNELS = (
    ("kunta-www", "website", "hallinto", "Koivurannan kunnan verkkosivut", "https://www.koivuranta.fi/"),
    (
        "kunta-facebook",
        "facebook",
        "hallinto",
        "Koivurannan kunnan Facebook",
        "https://www.facebook.com/koivurannankunta",
    ),
    (
        "kunta-instagram",
        "instagram",
        "hallinto",
        "Koivurannan kunnan Instagram",
        "https://instagram.com/koivurannankunta",
    ),
    ("kunta-youtube", "youtube", "hallinto", "Koivurannan kunnan YouTube", "https://www.youtube.com/@koivurannankunta"),
    (
        "kirjasto-facebook",
        "facebook",
        "kirjasto",
        "Koivurannan kirjasto",
        "https://www.facebook.com/koivurannankirjasto",
    ),
    ("kirjasto-instagram", "instagram", "kirjasto", "Kirjaston Instagram", "https://instagram.com/koivurannankirjasto"),
    ("nuoriso-instagram", "instagram", "nuoriso", "Nuorison Instagram", "https://instagram.com/koivurannannuoriso"),
    ("nuoriso-tiktok", "tiktok", "nuoriso", "Nuorisopalvelujen TikTok", "https://www.tiktok.com/@koivuranta.nuoriso"),
    ("nuoriso-discord", "discord", "nuoriso", "Nuorisotilan Discord", "https://discord.gg/koivurannannuoriso"),
    ("museo-facebook", "facebook", "museo", "Koivurannan museon Facebook", "https://www.facebook.com/koivurannanmuseo"),
    ("liikunta-facebook", "facebook", "liikunta", "Liikuntapalvelut", "https://www.facebook.com/liikuntakoivuranta"),
    ("tekninen-facebook", "facebook", "tekninen", "Teknisten palvelujen Facebook", "https://fb.com/koivurantatekninen"),
    ("koulu-blogi", "blog", "koulu", "Koulujen blogi", "https://blogi.koivuranta.fi/koulut"),
    ("elinvoima-linkedin", "linkedin", "elinvoima", "Elinvoiman LinkedIn", "https://linkedin.com/company/koivuranta"),
    ("hilla-instagram", "instagram", "kulttuuri", "Kulttuuritalo Hillan Instagram", "https://instagram.com/hillatalo"),
)


def _channel(row: tuple[str, str, str, str, str]) -> Channel:
    channel_id, platform, unit, name, url = row
    scope = Scope.MUNICIPALITY if channel_id.startswith("kunta-") else Scope.UNIT
    handle = url.rstrip("/").rpartition("/")[2].lstrip("@")
    return Channel(channel_id, platform, name, UNITS[unit], "p1", scope, url, handle)


REGISTER = Register({row[0]: _channel(row) for row in CHANNELS})
VOCABULARY = Vocabulary.of(REGISTER, load_platforms(KNOWLEDGE / "platforms.toml"), load_words(KNOWLEDGE / "words.toml"))
INSTAGRAMS = "kunta-instagram kirjasto-instagram nuoriso-instagram hilla-instagram"
FACEBOOKS = "kunta-facebook kirjasto-facebook museo-facebook liikunta-facebook tekninen-facebook"


def intent_of(text: str) -> Intent:
    return interpret(text, VOCABULARY, TODAY).intent


def channels_of(text: str) -> list[str]:
    query = interpret(text, VOCABULARY, TODAY).query
    return [] if query.is_empty else [channel.id for channel in REGISTER.find(query)]


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("who owns instagram", INSTAGRAMS),
        ("kenellä on tunnukset nuorten tiktokkiin", "nuoriso-tiktok"),
        ("vem sköter bibliotekets facebook?", "kirjasto-facebook"),
        ("kirjaston insta kuka", "kirjasto-instagram"),
        ("contact for the museum facebook", "museo-facebook"),
        ("youtube vastuuhenkilö", "kunta-youtube"),
        ("kirjaston instagram", "kirjasto-instagram"),
        ("Kuka pyörittää kunnan facea?", "kunta-facebook"),
        ("kelle laitan viestiä jos museon facebookissa on virhe", "museo-facebook"),
        ("kuka postailee nuorisopalveluiden tiktokkiin", "nuoriso-tiktok"),
        ("Kuka on teknisen toimen Facebook-sivun ylläpitäjä?", "tekninen-facebook"),
        ("kenen vastuulla koulujen blogi on", "koulu-blogi"),
        ("Who is behind the youth discord", "nuoriso-discord"),
        ("whose job is it to run the town's youtube", "kunta-youtube"),
        ("Vem är ansvarig för ungdomarnas tiktok", "nuoriso-tiktok"),
        ("vem har lösenordet till museets facebook", "museo-facebook"),
        ("Vem ska jag kontakta om kommunens instagram?", "kunta-instagram"),
        ("kuka omistaa telegramin", ""),
        ("who runs our telegram channel", ""),
        ("kirjasto fb omistaja", "kirjasto-facebook"),
        ("facebok kirjasto ylläpitäjä", "kirjasto-facebook"),
        ("instagran nuoriso kuka hoitaa", "nuoriso-instagram"),
        ("mistä saan salasanan kunnan youtubeen", "kunta-youtube"),
        ("museosomesta vastaava?", "museo-facebook"),
        ("kuka vastaa kirjastofacebookista", "kirjasto-facebook"),
        ("Voitko kertoa kuka ylläpitää elinvoimapalvelujen LinkedIniä?", "elinvoima-linkedin"),
        ("Could you tell me who manages the library's Instagram account?", "kirjasto-instagram"),
        ("kuka päiväkodin instagramia päivittää", ""),
        ("bibliotekets fb ansvarig", "kirjasto-facebook"),
        ("need the person responsible for the sports facebook", "liikunta-facebook"),
        ("koulun blogin tekijä", "koulu-blogi"),
        ("Hillan insta", "hilla-instagram"),
        ("vem ligger bakom kommunens webbplats", "kunta-www"),
        ("keneltä kysyn kunnan nettisivuista", "kunta-www"),
        ("who updates the town website?", "kunta-www"),
        ("admin of library ig?", "kirjasto-instagram"),
        ("https://www.facebook.com/koivurannankirjasto kuka ylläpitää", "kirjasto-facebook"),
        ("kuka hoitaa kirjaston fb:tä ja ig:tä", "kirjasto-facebook kirjasto-instagram"),
        ("KUKA VASTAA LIIKUNNAN FACESTA???", "liikunta-facebook"),
        ("hej vem uppdaterar tekniska sektorns fejan", "tekninen-facebook"),
        ("Milloin museon facebook on viimeksi päivitetty?", "museo-facebook"),
    ],
)
def test_asking_who_is_behind_a_channel_is_owner(text: str, channels: str) -> None:
    assert (intent_of(text), channels_of(text)) == (Intent.OWNER, channels.split())


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("list", ""),
        ("lista", ""),
        ("Kanavat", ""),
        ("kanaler", ""),
        ("mitä kanavia kirjastolla on", "kirjasto-facebook kirjasto-instagram"),
        ("museon kanavat", "museo-facebook"),
        ("näytä kaikki some-kanavat", ""),
        ("Which accounts does the library have?", "kirjasto-facebook kirjasto-instagram"),
        ("vilka konton har museet", "museo-facebook"),
        ("list all channels", ""),
        ("listaa nuorten tilit", "nuoriso-instagram nuoriso-tiktok nuoriso-discord"),
        ("what social media channels do we have", ""),
        ("onko kirjastolla tiktokia", ""),
        ("har biblioteket instagram?", "kirjasto-instagram"),
        ("Do we have a podcast?", ""),
        ("Montako instagram-tiliä kunnalla on?", INSTAGRAMS),
        ("bibliotekets kanaler", "kirjasto-facebook kirjasto-instagram"),
        ("missä somekanavissa museo on mukana", "museo-facebook"),
        ("visa alla våra facebooksidor", FACEBOOKS),
        ("mitkä kaikki facebookit meillä on käytössä", FACEBOOKS),
        ("channels of technical services", "tekninen-facebook"),
        ("saanko listan teidän kanavista", ""),
    ],
)
def test_asking_which_channels_there_are_is_channels(text: str, channels: str) -> None:
    assert (intent_of(text), channels_of(text)) == (Intent.CHANNELS, channels.split())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.facebook.com/koivurannankirjasto", "https://www.facebook.com/koivurannankirjasto"),
        ("onko tämä meidän https://facebook.com/koivuranta-virallinen?", "https://facebook.com/koivuranta-virallinen"),
        ("@koivuranta_kunta", "@koivuranta_kunta"),
        ("is @koivurannan.kirjasto ours", "@koivurannan.kirjasto"),
        ("är detta vårt konto? instagram.com/koivuranta_bibliotek", "instagram.com/koivuranta_bibliotek"),
        (
            "<https://instagram.com/koivurantaa|instagram.com/koivurantaa> huijaustili vai aito",
            "https://instagram.com/koivurantaa",
        ),
        ("tarkista www.facebook.com/museo123", "www.facebook.com/museo123"),
        ("Someone sent me this, is it a scam? https://x.com/koivurantafi", "https://x.com/koivurantafi"),
        ("voiko tähän luottaa https://facebook.com/kunta.arvonta", "https://facebook.com/kunta.arvonta"),
        ("verify @hillatalo", "@hillatalo"),
    ],
)
def test_an_address_with_or_without_is_it_ours_is_verify(text: str, address: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.address) == (Intent.VERIFY, address)


@pytest.mark.parametrize(
    "text",
    [
        "kuka päättää uuden kanavan avaamisesta",
        "Who may open a new channel for the library?",
        "vem beslutar om ett nytt konto",
        "kuka saa päivittää kirjaston instagramia?",
        "Who keeps the list of channels?",
        "kuka pitää kirjaa kunnan some-kanavista",
        "saanko käyttää facebookia työajalla",
        "can I use my own phone for the municipality's instagram",
        "får man dela bilder på barn på facebook",
        "kuinka usein kanavaa pitää päivittää",
        "How quickly must we answer comments?",
        "hur ofta ska sidan uppdateras",
        "mitä tarvitaan uuden kanavan perustamiseen",
        "voidaanko avata tiktok nuorille",
        "Do we need a decision before starting a TikTok?",
        "pitääkö linkedinissä mainita työnantaja",
        "mitä ohje sanoo salassa pidettävistä tiedoista",
        "what does the guideline say about holidays",
        "Miten lomien aikainen ylläpito järjestetään?",
        "kuka vastaa kommentteihin facebookissa",
        "who is responsible for the content of a page",
        "vem ansvarar för innehållet",
        "mikä on vastuuhenkilön tehtävä",
        "tili on hakkeroitu, mitä teen",
        "saako asiakkaan kuvan julkaista instagramissa",
        "millainen sää huomenna on",
        "what's for lunch today",
        "tekijänoikeudet",
        "voinko poistaa asiattoman kommentin",
        "how do I hand over a channel when I leave",
        "Pitääkö tili poistaa käytöstä jos sitä ei päivitetä?",
        "När måste en kanal stängas?",
        "kuka myöntää luvan käyttää kunnan vaakunaa",
        "voiko samassa kanavassa olla kaksi ylläpitäjää",
        "onko instagram sallittu työajalla",
        "mikä kanava sopii nuorten tavoittamiseen",
        "which social media should we use to reach young people?",
        "gdpr",
        "saavutettavuus videoissa",
        "Miksi kanavia pitää päivittää säännöllisesti",
    ],
)
def test_asking_for_the_rule_is_ask(text: str) -> None:
    assert intent_of(text) is Intent.ASK


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
    ],
)
def test_wanting_a_new_channel_is_propose(text: str) -> None:
    assert intent_of(text) is Intent.PROPOSE


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
        ("olen lomalla 1.7.–31.7., sijainen <@U0MAIN005|keeper>", "2027-07-01", "2027-07-31", "slack:U0MAIN005"),
        ("I'm on holiday July 1–15, <@W012ABCDE> covers for me", "2027-07-01", "2027-07-15", "slack:W012ABCDE"),
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
        ("jag är ledig på fredag, <@U777ABC99> vikarierar", "2026-11-27", "2026-11-27", "slack:U777ABC99"),
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
        ("luovutan museon facebookin <@U0MAIN009|other>", "slack:U0MAIN009", "museo-facebook"),
        ("I'm handing the library instagram over to <@U0MAIN009>", "slack:U0MAIN009", "kirjasto-instagram"),
        ("<@U0MAIN009> tar över ungdomarnas tiktok", "slack:U0MAIN009", "nuoriso-tiktok"),
        ("siirretään koulun blogi henkilölle worker@koivuranta.fi", "worker@koivuranta.fi", "koulu-blogi"),
        ("handover kirjasto facebook", None, "kirjasto-facebook"),
        ("jatkossa liikunnan facea hoitaa <@U0MAIN009>", "slack:U0MAIN009", "liikunta-facebook"),
        ("jag lämnar över bibliotekets facebook till <@U0MAIN009>", "slack:U0MAIN009", "kirjasto-facebook"),
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
    ("text", "intent"),
    [
        ("omat kanavat", Intent.MINE),
        ("my channels", Intent.MINE),
        ("mina kanaler", Intent.MINE),
        ("mistä kanavista minä vastaan", Intent.MINE),
        ("which channels am I responsible for?", Intent.MINE),
        ("mitä minulla on tekemättä", Intent.MINE),
        ("vilka konton sköter jag", Intent.MINE),
        ("minä", Intent.ME),
        ("mitä tiedät minusta", Intent.ME),
        ("What data do you have on me?", Intent.ME),
        ("vad vet du om mig", Intent.ME),
        ("mitä henkilötietoja minusta on tallennettu", Intent.ME),
        ("", Intent.UNKNOWN),
        ("👍🎉", Intent.UNKNOWN),
        ("???", Intent.UNKNOWN),
        (":thumbsup:", Intent.UNKNOWN),
        ("\x00\x07\u200b", Intent.UNKNOWN),
        ("help", Intent.HELP),
        ("apua", Intent.HELP),
        ("mitä osaat tehdä?", Intent.HELP),
        ("how does this work", Intent.HELP),
        ("vad kan du göra", Intent.HELP),
        ("mitä voin kysyä sinulta", Intent.HELP),
        ("moi", Intent.SMALLTALK),
        ("Hei somebot!", Intent.SMALLTALK),
        ("kiitos paljon avusta :)", Intent.SMALLTALK),
        ("tack så mycket", Intent.SMALLTALK),
        ("are you human?", Intent.SMALLTALK),
        ("oletko robotti", Intent.SMALLTALK),
        ("good morning", Intent.SMALLTALK),
        ("mitä kuuluu", Intent.SMALLTALK),
    ],
)
def test_a_person_may_speak_of_themselves_or_to_the_bot(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("kuka hoitaa kirjaston instagramia", {"platform": "instagram", "unit": "Kirjastopalvelut"}),
        ("who runs telegram", {"platform": "telegram"}),
        ("onko @koivuranta_kunta meidän", {"handle": "koivuranta_kunta"}),
        ("is https://x.com/koivuranta ours?", {"url": "https://x.com/koivuranta"}),
        ("päivitin museon facebookin eilen", {"platform": "facebook", "unit": "Museopalvelut", "when": "yesterday"}),
        ("muistuta viikon päästä", {"days": 7}),
        ("olen lomalla viikolla 29", {"from": "2027-07-19", "to": "2027-07-25"}),
        ("poissa 3 päivää", {"from": "2026-11-23", "to": "2026-11-25", "days": 3}),
        (
            "hand over the school blog to <@U0MAIN009> on 1 May",
            {"platform": "blog", "unit": "Koulutuspalvelut", "to": "slack:U0MAIN009"},
        ),
        (
            "pause library instagram 1.6.–31.8.",
            {"platform": "instagram", "unit": "Kirjastopalvelut", "from": "2027-06-01", "to": "2027-08-31"},
        ),
        ("register @koivunuoret on tiktok", {"platform": "tiktok", "handle": "koivunuoret"}),
        ("miten kanava avataan facebookissa", {}),
        ("list", {}),
    ],
)
def test_args_hold_what_was_said_and_the_intent_takes(text: str, args: dict[str, object]) -> None:
    found = interpret(text, VOCABULARY, TODAY).args
    assert json.loads(json.dumps(dict(found))) == args


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kuka ylläpitää kirjaston instagramia", Language.FI),
        ("vem sköter bibliotekets instagram", Language.SV),
        ("who runs the library instagram", Language.EN),
        ("kanavat", Language.FI),
        ("kanaler", Language.SV),
        ("help", Language.EN),
        ("lista", None),
        ("instagram", None),
        ("https://facebook.com/koivuranta", None),
    ],
)
def test_a_clear_text_or_an_alias_tells_the_language(text: str, language: Language | None) -> None:
    assert interpret(text, VOCABULARY, TODAY).language is language


def test_a_mention_at_the_start_calls_the_bot_unless_it_can_only_be_who_takes_over() -> None:
    said = "<@U0SOMEBOT> olen lomalla 1.7.–31.7., sijainen <@U0MAIN005>"
    assert interpret(said, VOCABULARY, TODAY).people == ("slack:U0MAIN005",)
    said = "<@U0MAIN005> sijaistaa minua 1.7.–31.7."
    assert interpret(said, VOCABULARY, TODAY).people == ("slack:U0MAIN005",)
    assert interpret("<@U0SOMEBOT> kuka hoitaa facebookia", VOCABULARY, TODAY).people == ()


def test_the_rest_is_what_follows_the_command_without_addresses_and_people() -> None:
    reading = interpret("/some register https://x.com/a kirjaston X, <@U0MAIN005>", VOCABULARY, TODAY)
    assert reading.rest == "kirjaston X,"


def test_an_address_in_a_text_names_the_channel() -> None:
    assert channels_of("kuka ylläpitää @hillatalo") == ["hilla-instagram"]
    assert channels_of("poista käytöstä https://discord.gg/koivurannannuoriso") == ["nuoriso-discord"]


def test_whose_an_unknown_address_is_can_only_be_verified() -> None:
    assert intent_of("kuka ylläpitää https://facebook.com/vieras") is Intent.VERIFY
    assert channels_of("kuka ylläpitää facebook-sivua https://facebook.com/koivurannanmuseo") == ["museo-facebook"]


def test_a_question_on_the_rules_means_no_channel() -> None:
    assert channels_of("saako kirjaston instagramissa mainostaa") == []


def test_every_name_in_the_rules_is_known() -> None:
    signals = [line.partition(":")[0] for line in SIGNALS.strip().splitlines() if not line.startswith(" ")]
    known = {*signals, *GROUPS, *FACTS.split()}
    assert len(signals) == len(set(signals))
    for members in GROUPS.values():
        assert set(members.split()) <= known
    for rule in RULES.strip().splitlines():
        if not rule.startswith("#"):
            told, _, conditions = rule.partition(":")
            weight, intent = told.split()
            assert weight.isdigit()
            assert Intent(intent)
            assert set(conditions.replace("!", " ").replace("|", " ").split()) <= known, rule


def test_the_cues_are_written_as_they_are_compared() -> None:
    assert SIGNALS.isascii()
    assert SIGNALS.lower() == SIGNALS


def test_every_intent_but_the_unreadable_can_be_said_without_a_command() -> None:
    told = {rule.partition(":")[0].split()[-1] for rule in RULES.strip().splitlines() if not rule.startswith("#")}
    assert told == {intent.value for intent in Intent} - {"unknown"}


_WORDS = sorted({word for row in CHANNELS for word in row[3].split()} | set(SIGNALS.replace("*", "e").split()[:900]))
_ALIASES = [alias for command in COMMANDS for group in command.aliases.values() for alias in group]
_ODD = ["<@U0MAIN005>", "https://fb.com/x", "@x_y", "1.7.–31.7.", "ﬀ", "ß", "İ", "<", ":x:", "?", "\u200b", "12 päivää"]
TEXTS = st.text() | st.lists(st.sampled_from(_WORDS + _ALIASES + _ODD), max_size=12).map(" ".join)


@given(TEXTS, st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_any_text_has_a_reading(text: str, today: date) -> None:
    reading = interpret(text, VOCABULARY, today)
    json.dumps(dict(reading.args))
    assert reading.dates is None or reading.dates.start <= reading.dates.end


@given(TEXTS, st.sampled_from(["", " ", "\n\t ", "\u00a0"]))
def test_case_and_surrounding_space_do_not_change_the_intent(text: str, space: str) -> None:
    assert intent_of(text.upper()) is intent_of(text.lower()) is intent_of(f"{space}{text.lower()}{space}")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a" * 100_000,
            "a " * 9_000,
            "<" * 9_000,
            "@" * 9_000,
            "1." * 9_000,
            "1-" * 9_000,
            "a.b/" * 9_000,
            "kuka " * 9_000,
        ),
        *(
            "who ~ " * 9_000,
            ":a" * 9_000,
            "_a" * 9_000,
            "ﷺ" * 9_000,
            "instagramz " * 9_000,
            "\u0301" * 9_000,
            "u1" * 9_000,
        ),
        *("kirjastokirjasto" * 900, "tammikuu 1 " * 900, "<a" * 9_000, "a@b." * 9_000, "en en " * 900, "1.1.–" * 900),
    ],
    ids=lambda text: text[:10],
)
def test_no_text_takes_long(text: str) -> None:
    start = time.process_time()
    interpret(text, VOCABULARY, TODAY)
    assert time.process_time() - start < 0.2


def test_a_long_text_is_read_to_its_limit() -> None:
    assert intent_of("x" * LIMIT + " https://facebook.com/koivuranta") is Intent.ASK
