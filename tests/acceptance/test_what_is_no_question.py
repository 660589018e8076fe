"""Secrets and clients, distress and insults, thanks and names: what each is answered, and that it is kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from bot.services.questions.answers import Answers
from bot.services.questions.documents import ASKED
from tests.acceptance.people import ICT, STAFF
from tests.support.bot_in_memory import Bot, answers_from, buttons, labels, make_bot, text_of
from tests.support.invented import guideline, search
from tests.unit.knowledge.support import folder_of

CODE = "010181-900C"


async def kept(bot: Bot) -> list[str]:
    await bot.application.settle()
    return [one.question for one in (await bot.application.questions.read()).of(ASKED).values()]


@pytest.mark.parametrize(
    ("text", "found", "secret"),
    [
        (f"Hoidettavamme {CODE} täytti sata vuotta, laitetaanko juttu nettiin?", "henkilötunnus", "Salassa pidettäviä"),
        (f"Kan vi publicera att {CODE} fick plats på dagis", "personbeteckning", "Sekretessbelagd information"),
        (f"is it fine to share that {CODE} has moved into our home", "personal identity code", "Secret information"),
        ("potilaamme haluaa kertoa tarinansa, voidaanko julkaista se?", "potilasta", "Salassa pidettäviä"),
        ("en elev vann en tävling, kan vi dela namnet", "elev", "Sekretessbelagd information"),
        ("can we upload a video where a patient is singing", "patient", "Secret information"),
    ],
)
async def test_what_concerns_a_client_is_answered_with_secrecy_and_named_and_kept_nowhere(
    bot: Bot, text: str, found: str, secret: str
) -> None:
    reply = await bot.said(STAFF, text)
    assert found in text_of(reply)
    assert secret in text_of(reply)
    assert CODE not in text_of(reply)
    assert not {Verb.ASK_SECRETARY, Verb.SHARE, Verb.FEEDBACK} & {one.action.verb for one in buttons(reply)}
    assert await kept(bot) == []
    form = await bot.pressed(STAFF, reply, labels(reply)[-1])
    assert CODE not in text_of(form), "who asks again begins anew"


@pytest.mark.parametrize(
    ("text", "rule", "secrecy"),
    [
        ("saako oppilaan kuvan laittaa instaan", "henkilötietolaki", "salassapito"),
        ("mitä pitää huomioida kun julkaistaan kuvia asiakkaista", "henkilötietolaki", "salassapito"),
        ("får man lägga ut en bild på en elev", "personuppgiftslagen", "sekretessen"),
        ("may we share photos of students on Facebook", "personal data act", "remember secrecy"),
    ],
)
async def test_who_asks_about_pictures_in_general_gets_the_rule_first_and_secrecy_after_it(
    bot: Bot, text: str, rule: str, secrecy: str
) -> None:
    reply = text_of(await bot.said(STAFF, text))
    assert reply.index(rule) < reply.index(secrecy)
    assert reply.count(">") >= 3, "the rule and what the guideline says on secrecy"
    assert await kept(bot) == []


@pytest.mark.parametrize(
    "text",
    [
        "saako tämän oppilaan kuvan laittaa instaan",
        "oppilas voitti stipendin, saako kuvan julkaista",
        "saako oppilaan Leevi Kuvitellun kuvan julkaista",
        "saako potilaan kuvan julkaista",
        "får vi lägga ut en bild på eleven",
        "may I post a photo of my client",
    ],
)
async def test_who_asks_about_pictures_of_somebody_in_particular_is_warned_first(bot: Bot, text: str) -> None:
    reply = text_of(await bot.said(STAFF, text))
    assert any(word in reply.split("\n")[0] for word in ("En tallenna", "sparar den inte", "do not store it"))
    assert await kept(bot) == []


async def test_a_code_alone_is_answered_in_the_language_of_whoever_sent_it(bot: Bot) -> None:
    reply = text_of(await bot.said(STAFF, CODE, locale=Language.SV))
    assert "personbeteckning" in reply
    assert "Sekretessbelagd information" in reply
    assert "endast på finska" not in reply


async def test_a_code_is_no_evidence_of_silence(bot: Bot) -> None:
    reply = text_of(await bot.said(STAFF, f"pitääkö {CODE} kohdalla huomioida jotakin"))
    assert "henkilötunnus" in reply
    assert "ei sanota tästä mitään" not in reply


@pytest.mark.parametrize("name", ["a", "c"])
async def test_another_guideline_is_found_to_speak_of_secrecy_by_its_subjects(name: str) -> None:
    bot = await make_bot(answers=Answers(guideline(name), search(name)))
    for text in (
        "saako asiakkaan tarinan julkaista",
        "får man visa klienten på video",
        "may we publish a pupil's name",
    ):
        reply = await bot.said(STAFF, text)
        assert ">" in text_of(reply), "something of the guideline is quoted"
        assert await kept(bot) == []


async def test_a_guideline_without_a_word_on_secrecy_still_says_that_the_law_has_one(tmp_path: Path) -> None:
    files = {"guideline.toml": 'languages = ["fi"]\n', "fi/1.md": "---\nid: 1\ntitle: Sävy\n---\nOle ystävällinen.\n"}
    bot = await make_bot(answers=answers_from(folder_of(tmp_path, files)))
    assert "laki kieltää" in text_of(await bot.said(STAFF, "saako oppilaan todistuksen julkaista"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("olen aivan rikki tähän työhön", "112"),
        ("mua ahdistaa", "työterveyshuoltoon"),
        ("jag mår väldigt dåligt", "företagshälsovården"),
        ("I feel so alone", "occupational health care"),
        ("sinä olet turha botti", "Harmi"),
        ("du är så jävla dum", "irriterat dig"),
        ("you are an idiot", "sorry to have annoyed"),
        ("kiitos avusta!", "Ole hyvä"),
        ("tackar", "Varsågod"),
        ("thank you so much", "welcome"),
        ("anteeksi, väärä viesti", "Ei se mitään"),
    ],
)
async def test_moods_are_met_with_manners_and_kept_nowhere(bot: Bot, text: str, said: str) -> None:
    locale = {"tackar": Language.SV, "you are an idiot": Language.EN, "thank you so much": Language.EN}.get(text)
    reply = text_of(await bot.said(STAFF, text, locale=locale))
    assert said in reply
    assert await kept(bot) == []
    assert "ei ole" in text_of(await bot.said(ICT, "puutteet"))


async def test_distress_is_answered_to_the_person_alone(bot: Bot) -> None:
    assert (await bot.said(STAFF, "olen ihan loppu", private=False)).visibility == "private"


async def test_the_municipality_says_whom_its_staff_can_talk_to(tmp_path: Path) -> None:
    files = {
        "guideline.toml": (
            'languages = ["fi"]\n[support]\nfi = "työterveys, huone 12"\nen = "occupational health, room 12"\n'
        ),
        "fi/1.md": "---\nid: 1\ntitle: Sävy\n---\nOle ystävällinen.\n",
    }
    bot = await make_bot(answers=answers_from(folder_of(tmp_path, files)))
    assert "työterveys, huone 12" in text_of(await bot.said(STAFF, "en jaksa enää mitään"))
    assert "occupational health, room 12" in text_of(await bot.said(STAFF, "I am so exhausted and I cannot cope"))
    assert "työterveys, huone 12" in text_of(await bot.said(STAFF, "jag orkar inte mer")), "better so than not at all"


async def test_nobody_who_is_busy_is_taken_to_be_in_distress(bot: Bot) -> None:
    for text in (
        "miten jaksaa vastata kaikille",
        "saako masennuksesta kertoa blogissa",
        "how do we reply to sad comments",
    ):
        assert "112" not in text_of(await bot.said(STAFF, text))


@pytest.mark.parametrize(
    "text",
    [
        "miksi näin?",
        "får man?",
        "why not?",
        "lähtenyt liisa",
        "siirrä tämä sille toiselle",
        "puhu englantia",
        "svara på svenska",
        "entä viikonloppuna?",
        "and in the evening?",
        "where does it say that",
        "sataako viikonloppuna lunta",
        "mitä ruokalassa on lounaaksi",
        "Veikko Esimerkinen",
        "bläg zorp",
    ],
)
async def test_what_is_no_question_on_social_media_never_reaches_the_list(bot: Bot, text: str) -> None:
    await bot.said(STAFF, text)
    assert await kept(bot) == []


async def test_what_is_off_topic_has_no_section_near(bot: Bot) -> None:
    for text in ("sataako viikonloppuna lunta", "hur blir vädret på fredag", "who won the hockey game"):
        assert Verb.SECTION not in {one.action.verb for one in buttons(await bot.said(STAFF, text))}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("saako siivooja postata meidän insta-tilille", "ei sanota"),
        ("palkkasihteeri ei tajua somea", "ei sanota"),
        ("får lönesekreteraren publicera inlägg", "säger ingenting"),
        ("the printer guy wants social media", "does not say"),
    ],
)
async def test_what_speaks_of_social_media_is_not_said_to_be_about_something_else(
    bot: Bot, text: str, says: str
) -> None:
    reply = text_of(await bot.said(STAFF, text))
    assert says not in reply


async def test_silence_is_said_of_a_known_subject_and_never_of_a_low_score(bot: Bot) -> None:
    assert "Aihe: Kilpailut" in text_of(await bot.said(STAFF, "saako tiktokissa järjestää arvonnan"))
    for text in ("mitä jos palohälytin soi kesken kaiken", "kissanpentu karkasi"):
        assert "ei sanota tästä" not in text_of(await bot.said(STAFF, text))


@pytest.mark.parametrize(
    "text",
    [
        "kuntalainen pilkkaa minua somessa",
        "vår lärare blir förolämpad i en facebookgrupp",
        "a neighbour calls my colleague names in our comments",
        "mua kiusataan snapchatissa",
        "vi blir förolämpade på tiktok",
        "I was ridiculed on snapchat",
    ],
)
async def test_who_is_insulted_is_told_who_helps_and_not_to_answer_fast(bot: Bot, text: str) -> None:
    reply = text_of(await bot.said(STAFF, text))
    assert any(whom in reply for whom in ("oma esihenkilö", "din chef", "your superior"))
    assert not any(word in reply for word in ("nopeasti", "snabbt", "quickly"))


async def test_the_registers_people_are_named_in_nothing_that_is_kept(bot: Bot) -> None:
    await bot.said(STAFF, "saako nuorisotyön sijainen järjestää arvontoja tiktokissa")
    assert await kept(bot) == ["saako ••• järjestää arvontoja tiktokissa"]


@pytest.mark.parametrize("text", ["keskiviikkona sitten", "face torstaina ja insta perjantaina", "på onsdag kanske"])
async def test_a_few_words_that_tell_a_day_are_no_question_to_be_answered(bot: Bot, text: str) -> None:
    await bot.said(STAFF, text)
    assert await kept(bot) == []
    await bot.said(STAFF, "saako viikonloppuna julkaista")
    assert await kept(bot) == ["saako viikonloppuna julkaista"]
