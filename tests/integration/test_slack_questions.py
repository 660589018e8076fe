"""A question that the guideline does not answer, in Slack: to the ICT secretary, back to the asker, and to all who ask
the same."""

from __future__ import annotations

import pytest

from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import block_labelled

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKER, OTHER, SECRETARY = "U0STAFF01", "U0LIB0002", "U0ICT0001"
QUESTION = "voiko valtuuston kokouksen striimata youtubeen"
ANSWER = "Kyllä voi. Varaa striimaus viestinnästä."
IDENTITY_CODE = "131052-308T"
"""The population register's own example."""


async def test_a_question_goes_to_the_secretary_and_its_answer_to_all_who_ask_the_same(own_bot: Serving) -> None:
    asker, secretary = own_bot.somebody(ASKER), own_bot.somebody(SECRETARY)
    silent = await asker.ask(QUESTION)
    await asker.press(silent, "Kysy ICT-sihteeriltä")
    assert "on lähetetty ICT-sihteerille" in (await asker.reads("ICT-sihteerille")).words

    notice = await secretary.reads(QUESTION)
    await secretary.press(notice, "Vastaa")
    view = await secretary.modal()
    assert (await secretary.submit(view, {block_labelled(view, "Vastaus"): ANSWER})).status == 200
    await own_bot.slack.until(lambda: notice.edits)
    assert "lähetettiin kysyjälle" in notice.words

    arrived = await asker.reads(ANSWER)
    assert arrived.place == own_bot.slack.workspace.direct(ASKER).id
    await asker.press(arrived, "Vastaus auttoi")
    await own_bot.slack.until(lambda: arrived.edits)
    assert "Kiitos palautteesta" in arrived.words

    await secretary.press(notice, "Lisää vastaus kaikille")
    await own_bot.slack.until(lambda: "löytyy nyt kaikille" in notice.words)
    found = await own_bot.somebody(OTHER).ask("saako valtuuston kokouksia striimata suorana youtubessa")
    assert ANSWER in found.words
    assert "ei ohjeen tekstiä" in found.words


async def test_a_personal_identity_code_is_warned_of_and_kept_nowhere(own_bot: Serving) -> None:
    asker = own_bot.somebody(ASKER)
    answered = await asker.ask(f"saako facebookiin laittaa asiakkaan tunnuksen {IDENTITY_CODE}")
    assert "henkilötunnus" in answered.words
    assert IDENTITY_CODE not in answered.words
    assert IDENTITY_CODE not in str(answered.blocks)
    assert await own_bot.stop() == 0
    assert IDENTITY_CODE not in own_bot.log
    for file in (own_bot.folder / "data").rglob("*"):
        assert not file.is_file() or IDENTITY_CODE.encode() not in file.read_bytes(), file.name
