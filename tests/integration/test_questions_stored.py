"""Questions and answers on disk: what one run of the bot was told, the next one and the command line know."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path

import pytest

from bot.app.application import Application
from bot.app.bootstrap import build
from bot.cli import main
from bot.conversation.exchange import Incoming, Outcome, Pressed, Submitted
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from bot.services.questions.documents import ASKED, OPEN
from bot.settings import Settings
from tests.conftest import ROOT
from tests.support.bot_in_memory import text_of

ICT, STAFF = "slack:U0ICT0001", "slack:U0STAFF01"
QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
OTHER_WORDS = "saako valtuuston kokouksia striimata suorana youtubessa"
ANSWER = "Kyllä voi."


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings with folders of the test's own, also for the command line."""
    knowledge = shutil.copytree(ROOT / "knowledge" / "suomussalmi", tmp_path / "knowledge")
    for name, value in (("DATA_DIR", tmp_path / "data"), ("KNOWLEDGE_DIR", knowledge), ("ICT_SECRETARIES", ICT)):
        monkeypatch.setenv(f"SOME_{name}", str(value))
    monkeypatch.setattr("bot.cli.set_up_logging", lambda level: None)  # pytest's own handlers stay
    monkeypatch.chdir(tmp_path)
    return Settings()


async def press(application: Application, who: str, verb: Verb, *args: str) -> Outcome:
    person = await application.services.people.by_identity(who)
    pressed = Pressed(Action(verb, args, Language.FI))
    return await application.conversation.handle(Incoming(person, pressed, application.clock.now()))


async def answered(application: Application) -> str:
    """Ask the ICT secretary, answer, make an entry, and record it; the entry's id."""
    await press(application, STAFF, Verb.ASK_SECRETARY, QUESTION)
    (key,) = (await application.questions.read()).of(OPEN)
    form = (await press(application, ICT, Verb.ANSWER_QUESTION, key)).reply
    assert isinstance(form, Form)
    secretary = await application.services.people.by_identity(ICT)
    values = {**form.values, "answer": ANSWER, "section": "7.5"}
    submitted = Submitted(form.id, form.subject, values)
    told = await application.conversation.handle(Incoming(secretary, submitted, application.clock.now()))
    assert "ei tavoittanut kysyjää" in text_of(told), "on the command line there is no workspace"
    await press(application, ICT, Verb.MAKE_ENTRY, key)
    (entry,) = await application.services.entries.all()
    assert "lisätty tarkistuskysymyksiin" in text_of(await press(application, ICT, Verb.RECORD_ENTRY, entry.id))
    assert "jo tarkistuskysymyksissä" in text_of(await press(application, ICT, Verb.RECORD_ENTRY, entry.id))
    return entry.id


async def test_an_answer_outlives_the_process_and_the_content_is_checked_against_its_question(
    settings: Settings,
) -> None:
    async with build(settings) as application:
        entry = await answered(application)
    async with build(settings, read_only=True) as application:
        answer = await application.services.asking.find(OTHER_WORDS, Language.FI)
    assert answer.entry is not None
    assert answer.entry.now.answer == ANSWER
    lines = (settings.knowledge_dir / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[-1]) == {
        "id": f"fi-{entry}",
        "lang": "fi",
        "q": QUESTION,
        "sections": ["7"],
        "subsection": "7.5",
        "kind": "answerable",
    }


async def test_on_a_folder_that_can_only_be_read_the_question_is_not_recorded_and_that_is_said(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *arguments: object, **more: object) -> None:
        raise PermissionError(13, "no")

    async with build(settings) as application:
        entry = await answered(application)
        (settings.knowledge_dir / "questions.jsonl").unlink()
        monkeypatch.setattr(Path, "open", refuse)
        told = await press(application, ICT, Verb.RECORD_ENTRY, entry)
        monkeypatch.undo()
    assert "ei voi tällä palvelimella kirjoittaa" in text_of(told)


def test_ask_prints_the_secretarys_answer_and_where_it_is_from(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    async def prepare() -> str:
        async with build(settings) as application:
            return await answered(application)

    entry = asyncio.run(prepare())
    assert main(["ask", OTHER_WORDS, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["answered"], answer["decision"], answer["sections"][0]) == (True, "answer", "7")
    assert answer["entry"].items() >= {"id": entry, "question": QUESTION, "answer": ANSWER}.items()
    main(["ask", OTHER_WORDS])
    assert "ei ohjeen tekstiä" in capsys.readouterr().out
    main(["ask", "kuka päättää uuden kanavan käyttöönotosta", "--json"])
    assert "entry" not in json.loads(capsys.readouterr().out)


def test_what_is_said_is_in_the_log_when_the_command_ends(settings: Settings) -> None:
    main(["say", "soita 040 1234567 tarvitaanko lupa kuvata dronella", "--as", STAFF])

    async def read() -> list[str]:
        async with build(settings, read_only=True) as application:
            return [asked.question for asked in (await application.questions.read()).of(ASKED).values()]

    assert asyncio.run(read()) == ["soita ••• tarvitaanko lupa kuvata dronella"]
