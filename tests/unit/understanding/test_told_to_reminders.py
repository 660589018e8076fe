"""What whoever was reminded says in words, and what is only heard as an order, an alarm or a sigh: told apart."""

from __future__ import annotations

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.plain_answers import Plain
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY, intent_of


@pytest.mark.parametrize(
    "text",
    [
        "kuntalainen uhkasi tappaa meidät museon facebookin kommenteissa",
        "museon instagramiin tuli pommiuhka",
        "Saimme väkivallalla uhkailevan viestin, poistakaa se kirjaston facebookista",
        "en man hotade skjuta oss på museets instagram",
        "vi fick ett dödshot på museets facebook, ta bort kanalen",
        "somebody is going to kill you, it says on the museum's facebook",
        "we got a bomb threat on the museum's instagram, close it",
    ],
)
def test_a_threat_of_violence_is_never_an_order(text: str) -> None:
    assert intent_of(text) is Intent.ASK


@pytest.mark.parametrize(
    "text",
    [
        *("museon instagram on kaatunut", "museon facebook ei lataudu", "museets instagram ligger nere"),
        *("museets facebook fungerar inte", "the museum facebook doesn't work", "the museum's instagram is down"),
    ],
)
def test_a_channel_that_does_not_work_is_told_to_its_people(text: str) -> None:
    assert intent_of(text) is Intent.OWNER


@pytest.mark.parametrize(
    "text",
    [
        *("voisiko joku opastaa meidät", "tarvitsemme koulutusta"),
        *("kan någon utbilda oss", "vi behöver utbildning", "could someone coach our team", "we need training please"),
    ],
)
def test_whoever_wants_training_or_a_message_sent_reports_no_trouble(text: str) -> None:
    assert intent_of(text) is Intent.ASK


@pytest.mark.parametrize("text", ["lähetä viesti jokaiselle ylläpitäjälle", "eikun en julkaissutkaan", "laita viesti"])
def test_what_says_nothing_of_an_account_tells_of_none_in_trouble(text: str) -> None:
    assert intent_of(text) is not Intent.TROUBLE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "oon kypsä näihin viesteihin",
            "muistutukset voisi tulla vaikka kerran kuussa",
            "miten muistutukset saa pois",
        ),
        *("lopettakaa jo tuo muistuttelu", "muistutuksia tulee liian usein", "jag orkar inte med dessa meddelanden"),
        *("sluta tjata på mig", "påminn mig mer sällan", "I am sick of these messages", "please send fewer reminders"),
    ],
)
def test_fewer_reminders_are_wished_for_without_distress(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.mood) == (Intent.SNOOZE, "")
    assert reading.answer
    assert reading.answer.what is Plain.NO_MORE


@pytest.mark.parametrize(
    "text",
    [
        *("meillä ei ole mitään julkaistavaa", "ei mitään uutta", "en ole vielä postannut museon instaan"),
        *("vi har inga nyheter", "det finns inget att uppdatera", "jag har inte hunnit uppdatera museets instagram"),
        *("there's nothing to post", "I haven't updated the museum instagram yet"),
    ],
)
def test_nothing_to_update_and_not_yet_updated_are_a_no(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert reading.intent is Intent.SNOOZE
    assert reading.answer
    assert reading.answer.what is Plain.NO


@pytest.mark.parametrize(
    "text",
    [
        *("hoidan sen perjantaina", "laitan sen ensi viikolla", "en mitenkään kerkiä", "lykkää muistutusta"),
        *("minulla on hirveä kiire tällä viikolla", "siirrä muistutuksia", "vi uppdaterar på fredag"),
        *("jag har så bråttom just nu", "I'll do it on Friday", "I am so busy right now"),
    ],
)
def test_what_comes_later_is_put_off(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.close, reading.failed) == (Intent.SNOOZE, (), None)


@pytest.mark.parametrize(
    "text",
    [
        *("miksi lähetät mulle näitä", "mikä tili tämä on", "mistä kanavasta on kyse", "mitä nämä viestit ovat"),
        *("varför får jag dessa meddelanden", "vilket konto gäller det", "why am I getting these messages"),
        "what account is this",
    ],
)
def test_why_reminders_come_and_of_which_channel_is_told_with_ones_own(text: str) -> None:
    assert intent_of(text) is Intent.MINE


@pytest.mark.parametrize(
    "text",
    [
        *("lähden uusiin hommiin", "jään eläkkeelle keväällä", "irtisanouduin", "jag slutar på kommunen i vår"),
        *("jag går i pension", "I am leaving my job soon"),
    ],
)
def test_whoever_leaves_the_job_comes_to_the_handover(text: str) -> None:
    assert intent_of(text) is Intent.HANDOVER


@pytest.mark.parametrize(
    "text",
    [
        *("mulla ei oo salasanaa siihen", "minulla ei ole enää oikeuksia", "jag har inte tillträde längre"),
        "I don't have the login anymore",
    ],
)
def test_lost_access_is_asked_of_the_guideline(text: str) -> None:
    assert intent_of(text) is Intent.ASK


@pytest.mark.parametrize(
    "text",
    [
        *(
            "haluaisin jutella jonkun oikean ihmisen kanssa",
            "soittaisiko ICT-sihteeri minulle",
            "vem är ICT-sekreterare",
        ),
        *("Välitä viesti ICT-sihteerille: kaapeli puuttuu", "kysy ICT-sihteeriltä saako tämän poistaa"),
        *("skicka ett meddelande till ICT-sekreteraren", "contact the ICT secretary", "I want to talk to a human"),
    ],
)
def test_whoever_wants_a_human_is_led_to_the_ict_secretary(text: str) -> None:
    assert intent_of(text) is Intent.SECRETARY


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("pitääkö tästä kysyä ICT-sihteeriltä", Intent.ASK),
        ("saako ihmisen kuvan julkaista", Intent.ASK),
        ("mikä kanava sopii nuorille", Intent.ASK),
        ("saako päivityksiä tehdä harvemmin", Intent.ASK),
        ("kuka on pomoni", Intent.ASK),
        ("vem är min chef", Intent.ASK),
        ("mulla on sijainen kesällä", Intent.AWAY),
        ("kuka on mun sijainen", Intent.ABSENCES),
        ("museon instagram ei ole enää käytössä", Intent.RETIRE),
        ("lopetan museon instagramin", Intent.RETIRE),
    ],
)
def test_what_only_sounds_like_it_stays_what_it_is(text: str, intent: Intent) -> None:
    assert intent_of(text) is intent


@pytest.mark.parametrize("text", ["olen aivan uupunut ja ahdistunut", "jag orkar inte mer", "I feel hopeless"])
def test_distress_is_still_heard(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).mood == "distress"
