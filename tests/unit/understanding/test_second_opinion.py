"""What was learnt from examples, beside the rules: it must not make a deed of what is none, nor take an answer away.

None of these texts is an example in ``knowledge/common/utterances``. What examples do well is measured by
``test_utterances``.
"""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.language.analysis import plain
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.reading import Reading
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY

AT_ONCE = {Intent.UPDATED, Intent.SNOOZE, Intent.AWAY, Intent.BACK, Intent.UNDO, Intent.HANDOVER}

QUESTIONS_ON_THE_GUIDELINE = """
saako vanhan julkaisun poistaa jälkikäteen
milloin sulkemisesta täytyy sopia esihenkilön kanssa
kenelle luovutettu kanava kuuluu siirtymäaikana
kuinka pitkältä ajalta muutoshistoria pitää säilyttää
onko poissaolosta ilmoitettava myös vastuuhenkilölle
päivityksiä tulee liian harvoin, mikä on ohjeen mukainen väli
ovatko seuraajat minun vai työnantajan omaisuutta
kanavan siirto toiseen yksikköön, mitä pitää muistaa
jos ylläpitäjä vaihtaa työpaikkaa, kenelle kanava jää
måste en uppdatering alltid godkännas på förhand
hur länge får en kanal ha paus
måste frånvaro meddelas också till den ansvariga
får man exportera en lista över följare
är följarna mina eller kommunens
vem äger kanalen medan den överlåts
om administratören byter jobb, hos vem blir kanalen
does every update have to be approved beforehand
how long can a pause last at most
how long is the change history to be kept
may a list of followers be exported to a spreadsheet
are the followers mine or the employer's
who owns a channel while it is being handed over
if the maintainer changes jobs, with whom does the channel stay
"""

QUESTIONS_ABOUT_DEEDS = """
miten perun viimeisen muutoksen
kuinka luovutan kanavan toiselle
voiko tehdyn luovutuksen perua
kuka voi perua luovutuksen
mitä tapahtuu jos kuittaan päivityksen
hur ångrar jag den senaste ändringen
hur överlåter jag en kanal till någon annan
kan en överlåtelse tas tillbaka
vem kan återkalla en överlåtelse
hur markerar jag att jag har uppdaterat
how do I undo the last change
how can I hand a channel over to somebody
can a handover be taken back
who can call a handover back
how do I mark that I have updated
"""

NO_WISH = """
koulujen syysloma alkaa viikolla 42
kokous siirtyi ensi viikkoon
vesikatko Asematiellä päättyi aamulla
insta on tosi slow tänään
että tällaista tänään
skolornas höstlov börjar vecka 42
mötet flyttades till nästa vecka
volleybollsäsongen börjar vecka 40
så roligt att bli påmind igen
the schools' autumn break starts in week 42
the meeting was moved to next week
the volleyball season starts in week 40
how nice to be reminded once more
päivitys
lomat
kahvi
i går
semestrar
yesterday
holidays
"""

DENIED = """
emme päivittäneet kirjaston Instagramia eilen
en luovuta kanavaani kenellekään
en ole vielä palannut töihin
en ole palannut vielä lomalta
vi har inte uppdaterat bibliotekets Instagram i går
jag är inte tillbaka på jobbet ännu
vi har inte lagt ut något nytt ännu
we did not update the library's Instagram yesterday
I am not back at work yet
we haven't posted anything new there yet
nothing needs to be handed over to anybody
do not undo it
don't undo that
ei peruta sitä
ångra inte
"""

OF_OTHERS = """
naapurikunta sulki tiktokinsa viime viikolla
kahvihuoneessa puhuttiin että joku oli päivittänyt tiktokia viime yönä
naapurin tyttö on taas töissä kahvilassa
meidän talonmies on reissussa
grannens flicka är på jobbet igen på caféet
vår vaktmästare är på resa
the neighbour's girl is at work again in the café
in the coffee room they said that somebody updated tiktok last night
our caretaker is travelling
"""

IN_DISTRESS = """
en halua enää herätä aamulla
lopetan elämäni
elämässäni ei ole mieltä
en näe enää syytä elää
olisi parempi jos minua ei olisi
joku lähettää minulle uhkauksia joka päivä
jag vill inte vakna mer
jag vill göra slut på allt
jag vill inte finnas längre
det vore bättre om jag inte fanns
jag ser ingen mening med att leva längre
I don't want to wake up any more
I want to end it all
there is nothing left to live for
nobody would miss me
it would be better if I did not exist
somebody sends me threats every day
"""


def lines(*texts: str) -> list[str]:
    return [line for text in texts for line in text.strip().splitlines()]


def read(text: str) -> Reading:
    return interpret(text, VOCABULARY, TODAY)


@pytest.mark.parametrize("text", lines(QUESTIONS_ON_THE_GUIDELINE))
def test_a_question_on_the_guideline_that_shares_words_with_deeds_is_answered(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.close) == (Intent.ASK, ())


@pytest.mark.parametrize("text", lines(QUESTIONS_ABOUT_DEEDS, NO_WISH, DENIED, OF_OTHERS))
def test_nothing_is_done_at_once_of_what_is_no_wish(text: str) -> None:
    reading = read(text)
    assert reading.intent not in AT_ONCE or reading.close


@pytest.mark.parametrize("text", lines(IN_DISTRESS))
def test_who_is_not_well_is_told_where_to_get_support_however_it_is_said(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.mood) == (Intent.SMALLTALK, "distress")


@pytest.mark.parametrize(
    "text", ["mitä tehdään jos joku uhkaa itsemurhalla kommenteissa", "vad gör man om någon hotar ta livet av sig"]
)
def test_what_to_do_when_others_are_in_distress_is_a_question(text: str) -> None:
    assert read(text).intent is Intent.ASK


@pytest.mark.parametrize("text", ["haha vilken rolig bot", "sing me something", "mitäpä sinne bottilaan"])
def test_small_talk_that_is_learnt_is_no_distress(text: str) -> None:
    assert not read(text).mood


def test_a_deed_in_words_that_no_rule_knows_is_understood_still() -> None:
    """What the conditions above must not take away."""
    assert read("got the new pictures up on the library's insta this morning").intent is Intent.UPDATED
    assert read("ping me about this after the weekend").intent is Intent.SNOOZE


def test_these_texts_are_not_the_examples() -> None:
    examples = {plain(text) for one in Language for some in common.utterances(one).values() for text in some}
    tried = lines(QUESTIONS_ON_THE_GUIDELINE, QUESTIONS_ABOUT_DEEDS, NO_WISH, DENIED, OF_OTHERS, IN_DISTRESS)
    assert not examples & set(map(plain, tried))


@pytest.mark.parametrize(
    "text",
    [
        "työkaveri jää lomalle maanantaina",
        "työkaveri on lomalla ensi viikon",
        "esihenkilö on koulutuksessa poissa ensi viikon",
        "vår chef är ledig hela juli",
        "min arbetskamrat är sjukskriven nästa vecka",
        "our manager is on leave until Friday",
        "my teammate has a holiday next week",
    ],
)
def test_a_colleagues_absence_is_not_taken_for_ones_own_without_a_word(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert reading.intent is not Intent.AWAY or reading.close


@pytest.mark.parametrize(
    "text",
    [
        "olen lomalla ensi viikon, työkaveri sijaistaa",
        "jag är ledig i juli och min kollega vikarierar",
        "I'm away next week, a colleague covers for me",
    ],
)
def test_whoever_is_away_themselves_may_name_a_colleague(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.close) == (Intent.AWAY, ())
