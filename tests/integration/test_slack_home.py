"""The bot's home in Slack, by role."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, import_register, serving
from tests.fake_slack.views import View
from tests.fake_slack.workspace import Json, words
from tests.support.bot_in_memory import REGISTER

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, KEEPER, SECRETARY, GUEST = "U0STAFF01", "U0LIB0001", "U0ICT0001", "U0GUEST01"


async def home_of(bot: Serving, user: str, what: str = "Kysy") -> View:
    """What the person sees when they look at their home."""
    assert (await bot.somebody(user).opens_home()).status == 200

    def drawn() -> View | None:
        view = bot.slack.views.homes.get(user)
        return view if view is not None and what in said(view) else None

    return await bot.slack.until(drawn)


def said(view: View) -> str:
    return "\n".join(words(view.content["blocks"]))


async def press(bot: Serving, user: str, view: View, label: str, row: str = "") -> None:
    found = [
        (block, one)
        for block in view.content["blocks"]
        for one in (*block.get("elements", ()), block.get("accessory", {}))
        if one.get("type") == "button" and label in one["text"]["text"] and row in _text(block)
    ]
    assert found, said(view)
    block, button = found[0]
    assert (await bot.somebody(user).act_in_view(view, button, block["block_id"])).status == 200


def _text(block: Json) -> str:
    return str((block.get("text") or {}).get("text") or "")


async def test_staff_find_the_way_to_ask(bot: Serving) -> None:
    view = await home_of(bot, STAFF)
    assert "ICT-sihteerin" not in said(view)
    await press(bot, STAFF, view, "Kysy")
    asked = await bot.somebody(STAFF).modal("Kysy")
    await bot.somebody(STAFF).close(asked)


async def test_a_keeper_sees_their_channels_and_tells_of_an_update_there(bot: Serving) -> None:
    view = await home_of(bot, KEEPER, "Kirjaston Instagram")
    before = view.hash
    await press(bot, KEEPER, view, "Päivitetty", "Kirjaston Instagram")
    await bot.slack.until(lambda: bot.slack.views.homes[KEEPER].hash != before)
    now = said(bot.slack.views.homes[KEEPER])
    assert "päivitä viimeistään" in now
    assert bot.slack.views.top(KEEPER) is None, "the page itself shows it"


async def test_the_ict_secretary_sees_what_waits_and_can_let_reminders_begin(bot: Serving) -> None:
    view = await home_of(bot, SECRETARY, "ICT-sihteerin työt")
    assert "Huomiota kaipaavia kanavia" in said(view)
    await press(bot, SECRETARY, view, "Näytä", "Huomiota")
    audit = await bot.somebody(SECRETARY).modal("rekisterissä kaikkiaan")
    await bot.somebody(SECRETARY).close(audit)
    await press(bot, SECRETARY, view, "Aloita")
    shown = await home_of(bot, SECRETARY, "Muistutukset")
    await bot.slack.until(lambda: "ei vielä lähetetä" not in said(bot.slack.views.homes[SECRETARY]))
    await press(bot, SECRETARY, shown, "Keskeytä")
    form = await bot.somebody(SECRETARY).modal("Viimeinen päivä")
    await bot.somebody(SECRETARY).close(form)


async def test_a_guest_sees_nothing_that_is_not_public(bot: Serving) -> None:
    assert "Kirjaston" not in said(await home_of(bot, GUEST))


async def test_the_tab_with_the_messages_is_no_home(bot: Serving) -> None:
    other = "U0STAFF03"
    assert (await bot.somebody(other).opens_home("messages")).status == 200
    await bot.somebody(other).ask("")
    assert other not in bot.slack.views.homes


async def test_a_home_of_many_channels_is_gone_through_and_the_way_back_stays_open(
    slack: FakeSlack, tmp_path: Path
) -> None:
    document = json.loads(REGISTER.read_text(encoding="utf-8"))
    one = {**document["channels"][0], "responsible": SECRETARY, "maintainers": [SECRETARY]}
    address = "https://www.instagram.com/kunnantili"
    document["channels"] = [
        {**one, "id": f"tili-{number}", "name": f"Tili {number:03}", "url": f"{address}{number}/"}
        for number in range(150)
    ]
    register = tmp_path / "many.json"
    register.write_text(json.dumps(document), encoding="utf-8")
    async with serving(tmp_path, slack, data=import_register(tmp_path / "imported", register)) as bot:
        somebody, view = bot.somebody(SECRETARY), await home_of(bot, SECRETARY, "Tili 000")
        seen, shown = said(view), view
        while "Tili 149" not in seen:
            await press(bot, SECRETARY, shown, "Näytä lisää")
            before = seen
            shown = await somebody.modal(f"Tili {before.count('Tili '):03}")
            seen += said(shown)
        await somebody.close(shown, all_of_them=True)
        await press(bot, SECRETARY, view, "Rekisteröi")
        await somebody.close(await somebody.modal("Kanavan nimi"))
        await somebody.command("rekisteröi")
        await somebody.close(await somebody.modal("Kanavan nimi"))
