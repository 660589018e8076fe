"""What staff ask in everyday words, as they have asked it: the right passage, or that the guideline is silent on it."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.search import Answerability, Search
from bot.services.questions.answers import Answers
from tests.conftest import ROOT

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.fixture(scope="module")
def answers() -> Answers:
    guideline = load(ROOT / "knowledge" / "suomussalmi")
    return Answers(guideline, Search(guideline))


@pytest.mark.parametrize(
    ("language", "question", "place"),
    [
        (FI, "saako koululaisten kasvot näkyä instassa", "6.6"),
        (FI, "voinko kertoa omalla facesivulla mitä töissä on sattunut", "6.7"),
        (FI, "saako lähteä kesälomalle niin ettei kanavalla ole tuuraajaa", "4.8"),
        (FI, "mitä ohjeessa sanotaan lomista", "4.8"),
        (FI, "entä jos ei keretä vastata viesteihin", "4.7"),
        (FI, "mitkä säännöt on tärkeimmät", "6.7"),
        (FI, "saako pinterestiä käyttää", "7.1"),
        (FI, "mihin kuntalainen voi antaa palautetta", "7.2"),
        (FI, "onko hyvinvointialueen sitoumus voimassa", "5.6"),
        (FI, "mikä some on?", "1.1"),
        (SV, "får jag på fritiden skriva på min facebook om jobbet", "6.7"),
        (SV, "vad säger anvisningarna om ledigheter", "4.8"),
        (SV, "får praktikanten uppdatera sidan", "3.5"),
        (SV, "måste hemsidan ha en länk till kanalen", "4.4"),
        (SV, "kan jag kritisera min arbetsgivare", "6.7"),
        (SV, "gäller tystnadsplikten på insta", "5.4"),
        (EN, "what does the guideline say about annual holidays", "4.8"),
        (EN, "does confidentiality apply on instagram", "5.4"),
        (EN, "may I write about my job in my free time on my facebook", "6.7"),
        (EN, "may the work computer have social media for the job", "6.2"),
        (EN, "is pinterest allowed", "7.1"),
    ],
)
def test_what_the_guideline_says_is_found(answers: Answers, language: Language, question: str, place: str) -> None:
    found = answers.ask(question, language)
    assert found.decision is Answerability.ANSWER
    assert found.hits[0].subsection.id == place


@pytest.mark.parametrize(
    ("language", "question", "topic"),
    [
        (FI, "tarvitaanko huoltajan suostumus lapsen kuvaan", "photo_consent_forms"),
        (FI, "pitääkö kuvassa olevilta kysyä lupa", "photo_consent_forms"),
        (SV, "behövs vårdnadshavarens samtycke för en bild på barnet", "photo_consent_forms"),
        (SV, "måste man fråga dem som syns på bilden om lov", "photo_consent_forms"),
        (EN, "is the guardian's consent needed for a photo of a child", "photo_consent_forms"),
        (EN, "should the people in the photo be asked for permission", "photo_consent_forms"),
        (FI, "saako meidän instassa järjestää arvonnan", "competitions"),
        (FI, "mitä teen kun toimittaja kysyy facebookissa", "media_interviews"),
        (FI, "mitä mulle tapahtuu jos rikon someohjetta", "sanctions"),
        (SV, "hur får jag åtkomst till sidan", "number_of_admins"),
        (EN, "how can I get access to the page", "number_of_admins"),
    ],
)
def test_what_the_guideline_does_not_say_is_named(
    answers: Answers, language: Language, question: str, topic: str
) -> None:
    found = answers.ask(question, language)
    assert found.decision is Answerability.NOT_COVERED
    assert found.topic is not None
    assert found.topic.id == topic


@pytest.mark.parametrize(
    ("language", "question"),
    [
        (FI, "saako eskarilaisten kuvia julkaista"),
        (FI, "saako asukkaan kuvan laittaa someen jos hän on antanut luvan"),
        (SV, "får man publicera foton på förskolebarn"),
        (SV, "behöver vi samtycke av den som är på bilden"),
        (EN, "may we post photos of preschool children"),
        (EN, "do we need the consent of a customer in the picture"),
    ],
)
def test_who_is_in_a_picture_is_no_matter_of_copyright(answers: Answers, language: Language, question: str) -> None:
    found = answers.ask(question, language)
    assert not any("oikeuk" in one or "rätt" in one or "copyright" in one for one in found.quote)
