"""A question that the guideline does not answer, in Slack: to the ICT secretary, back to the asker, and to all who ask
the same."""

from __future__ import annotations

import json

import pytest

from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import block_labelled, seen_in

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKER, OTHER, SECRETARY = "U0STAFF01", "U0LIB0002", "U0ICT0001"
QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
ANSWER = "Kyllä voi. Varaa striimaus viestinnästä."
IDENTITY_CODE = "131052-308T"
"""The population register's own example."""


def assert_nowhere(stopped: Serving) -> None:
    """Neither the code nor the birthday in it went to Slack, into the log, or into a file."""
    birthday = IDENTITY_CODE[:6]
    assert [call.method for call in stopped.slack.calls if birthday in json.dumps(dict(call.arguments))] == []
    files = [path for path in stopped.folder.rglob("*") if path.is_file()]
    assert {"log", "questions"} <= {name for path in files for name in (path.name, path.parent.name)}
    assert [path for path in files if birthday.encode() in path.read_bytes()] == []


async def test_a_question_goes_to_the_secretary_and_its_answer_to_all_who_ask_the_same(own_bot: Serving) -> None:
    asker, other, secretary = (own_bot.somebody(user) for user in (ASKER, OTHER, SECRETARY))
    silent = await asker.ask(QUESTION)
    assert silent.only_to == ASKER
    await asker.press(silent, "Kysy ICT-sihteeriltä")
    assert "on lähetetty ICT-sihteerille" in (await asker.reads("ICT-sihteerille")).words

    notice = await secretary.reads(QUESTION)
    assert notice.place == own_bot.slack.workspace.direct(SECRETARY).id
    await secretary.press(notice, "Vastaa")
    view = await secretary.modal(QUESTION)
    assert "Lähimmät kohdat ohjeessa" in seen_in(view)
    assert (await secretary.submit(view, {block_labelled(view, "Vastaus"): ANSWER})).status == 200
    await own_bot.slack.until(lambda: notice.edits)
    assert "lähetettiin kysyjälle" in notice.words

    arrived = await asker.reads(ANSWER)
    assert arrived.place == own_bot.slack.workspace.direct(ASKER).id
    assert "ei ohjeen tekstiä" in arrived.words
    await asker.press(arrived, "Auttoi")
    await own_bot.slack.until(lambda: arrived.edits)
    assert "Kiitos palautteesta" in arrived.words
    assert ANSWER in arrived.words
    assert "Auttoi" not in arrived.labels

    await secretary.press(notice, "Lisää vastaus kaikille")
    await own_bot.slack.until(lambda: "saavat nyt kaikki" in notice.words)
    found = await other.ask("saako valtuuston kokouksia striimata suorana youtubessa")
    for shown in (QUESTION, ANSWER, "ICT-sihteerin vastaus", "ei ohjeen tekstiä"):
        assert shown in found.words
    await other.press(found, "Auttoi")
    assert (await other.reads("Kiitos palautteesta")).only_to == OTHER
    assert not found.edits, "the answer stays as it was"


async def test_an_answer_with_a_personal_identity_code_is_refused_at_its_field_and_reaches_nobody(
    own_bot: Serving,
) -> None:
    asker, secretary = own_bot.somebody(ASKER), own_bot.somebody(SECRETARY)
    await asker.press(await asker.ask(QUESTION), "Kysy ICT-sihteeriltä")
    await asker.reads("on lähetetty")
    await secretary.press(await secretary.reads(QUESTION), "Vastaa")
    view = await secretary.modal(QUESTION)
    field = block_labelled(view, "Vastaus")
    await secretary.submit(view, {field: f"Kysy numerosta {IDENTITY_CODE}"})
    view = await secretary.modal("Poista se")
    assert view.errors.keys() == {field}
    assert QUESTION in seen_in(view)
    await secretary.submit(view, {field: ANSWER})
    assert IDENTITY_CODE not in (await asker.reads(ANSWER)).words
    assert asker.unread == []
    assert await own_bot.stop() == 0
    assert_nowhere(own_bot)


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        "kuka päättää uuden kanavan käyttöönotosta",
        "kuka hoitaa instagramia",
        "saako facebookiin laittaa asiakkaan tunnuksen",
    ],
)
async def test_a_personal_identity_code_is_warned_of_and_kept_nowhere(own_bot: Serving, question: str) -> None:
    asker, slack, said = own_bot.somebody(ASKER), own_bot.slack, f"{question} {IDENTITY_CODE}"
    warned = [await asker.ask(said)]
    await asker.direct(said)
    warned.append(await asker.reads())
    for reply in warned:
        assert "henkilötunnus" in reply.words
        assert IDENTITY_CODE not in reply.words + json.dumps(reply.blocks)
        assert "Kysy ICT-sihteeriltä" not in reply.labels
    assert await own_bot.stop() == 0
    assert_nowhere(own_bot)
    posted = {shown.place for shown in slack.workspace.shown if shown.way == "chat.postMessage"}
    assert posted <= {slack.workspace.direct(ASKER).id}
