"""What people ask, and what they want by it. Written without a look at the bot's own cues."""

from __future__ import annotations

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from tests.unit.understanding.interpret_support import FACEBOOKS, INSTAGRAMS, TODAY, VOCABULARY, channels_of, intent_of


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
        ("onko nuorisotilalla omaa discordia", "nuoriso-discord"),
        ("onko kirjastolla omaa facebookia", "kirjasto-facebook"),
        ("har museet ett konto på facebook", "museo-facebook"),
        ("does the library have its own facebook page", "kirjasto-facebook"),
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
            "<https://instagram.com/koivurantaa> huijaustili vai aito",
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
        "Do we need a decision before starting a TikTok?",
        "pitääkö linkedinissä mainita työnantaja",
        "mitä ohje sanoo salassa pidettävistä tiedoista",
        "what does the guideline say about holidays",
        "Miten lomien aikainen ylläpito järjestetään?",
        "kuka vastaa kommentteihin facebookissa",
        "who is responsible for the content of a page",
        "vem ansvarar för innehållet",
        "mikä on vastuuhenkilön tehtävä",
        "mitä teen, jos tili hakkeroidaan",
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


def test_an_address_in_a_text_names_the_channel() -> None:
    assert channels_of("kuka ylläpitää @hillatalo") == ["hilla-instagram"]
    assert channels_of("poista käytöstä https://discord.gg/koivurannannuoriso") == ["nuoriso-discord"]


def test_whose_an_unknown_address_is_can_only_be_verified() -> None:
    assert intent_of("kuka ylläpitää https://facebook.com/vieras") is Intent.VERIFY
    assert channels_of("kuka ylläpitää facebook-sivua https://facebook.com/koivurannanmuseo") == ["museo-facebook"]


def test_a_question_on_the_rules_means_a_channel_where_it_names_a_certain_one() -> None:
    assert channels_of("saako kirjaston instagramissa mainostaa") == ["kirjasto-instagram"]
    assert channels_of("saako instagramissa mainostaa") == []
    assert channels_of("saako kirjasto mainostaa") == []


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
    ("text", "intent"),
    [
        ("onko telegram sosiaalista mediaa", Intent.ASK),
        ("lasketaanko discord someksi", Intent.ASK),
        ("räknas pinterest som sociala medier", Intent.ASK),
        ("does snapchat count as social media", Intent.ASK),
        ("onko meillä telegramia", Intent.CHANNELS),
        ("kuka hyväksyy youtuben ehdot", Intent.ASK),
        ("vem godkänner villkoren för Instagram", Intent.ASK),
        ("who accepts tiktok's terms", Intent.ASK),
        ("kenen on luettava snapchatin käyttöehdot", Intent.ASK),
        ("ketkä lukevat youtuben ehdot läpi", Intent.ASK),
        ("är pinterest sociala medier", Intent.ASK),
        ("mun pomo ei anna tehdä somea työvuorolla", Intent.ASK),
        ("vår chef låter oss inte använda facebook i tjänsten", Intent.ASK),
        ("our supervisor gives us no hours for facebook", Intent.ASK),
        ("koska nuorten tiktokista on päätetty", Intent.OWNER),
        ("när beslutades det om bibliotekets facebook", Intent.OWNER),
        ("when was the museum facebook decided on", Intent.OWNER),
        ("kuka sinut on rakentanut", Intent.SMALLTALK),
        ("vem programmerade dig", Intent.SMALLTALK),
        ("who created you", Intent.SMALLTALK),
        ("säilyvätkö kysymykseni jossakin", Intent.ME),
        ("hur länge förvaras frågorna", Intent.ME),
        ("how long is my question kept", Intent.ME),
        ("laita muistutukset päälle", Intent.PAUSE),
        ("återuppta påminnelserna", Intent.PAUSE),
        ("turn the reminders on", Intent.PAUSE),
        ("muistuta minua huomenna", Intent.SNOOZE),
        ("miksi sain tämän viestin", Intent.MINE),
        ("varför påminner du mig om kanalen", Intent.MINE),
        ("why do I get these reminders?", Intent.MINE),
        ("auta", Intent.HELP),
        ("mikä on somebot?", Intent.HELP),
        ("vem är Somebot", Intent.SMALLTALK),
    ],
)
def test_what_only_looks_like_the_question_for_a_channel_is_none(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize(
    "text",
    ["kuka tarkistaa youtuben ehdot", "vem läser villkoren för facebook", "who checks the terms of tiktok"],
)
def test_whoever_is_to_read_a_services_terms_is_not_whoever_is_behind_its_channels(text: str) -> None:
    assert intent_of(text) is Intent.ASK
