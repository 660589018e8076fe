"""What is too long for one message is read on at a press, as long as the bot still has it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import import_register, serving
from tests.support.bot_in_memory import REGISTER

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRETARY = "U0ICT0001"
SCHOOLS = 200
MORE = "Näytä lisää"


def schools(folder: Path) -> Path:
    """A register with a channel of each of so many schools."""
    document = json.loads(REGISTER.read_text(encoding="utf-8"))
    first = document["channels"][0]
    for number in range(SCHOOLS):
        url = f"https://www.instagram.com/esimerkkikoulu{number}/"
        document["channels"].append({**first, "id": f"koulu-{number}", "name": f"Koulun {number:03} sivu", "url": url})
    file = folder / "schools.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


async def test_a_list_of_hundreds_is_read_on_to_its_end_and_after_a_restart_it_is_said_to_be_gone(
    slack: FakeSlack, tmp_path: Path
) -> None:
    data = import_register(tmp_path / "schools", schools(tmp_path))
    async with serving(tmp_path, slack, data=data) as bot:
        secretary = bot.somebody(SECRETARY)
        shown = first = await secretary.ask("kanavat")
        read = [shown.words]
        while MORE in shown.labels:
            await secretary.press(shown, MORE)
            shown = await secretary.reads()
            read.append(shown.words)
        assert len(read) > 1
        assert all(f"Koulun {number:03} sivu" in "\n".join(read) for number in range(SCHOOLS))
        assert await bot.stop() == 0
    async with serving(tmp_path, slack) as bot:
        secretary = bot.somebody(SECRETARY)
        await secretary.press(first, MORE)
        assert "eivät ole enää tallessa" in (await secretary.reads()).words
