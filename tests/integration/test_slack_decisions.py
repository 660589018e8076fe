"""From a wish to a channel of the register in Slack: messages that it takes, modals that it opens, homes it draws."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from tests.acceptance.reminder_days import AT_START
from tests.fake_slack.on_a_clock import BotOnAClock, on_a_clock
from tests.fake_slack.server import fake_slack
from tests.fake_slack.somebody import Somebody, block_labelled
from tests.fake_slack.workspace import Shown

STAFF, HEAD, BOSS, SECRETARY, LIBRARIAN = "U0STAFF01", "U0LIBHEAD", "U0BOSS001", "U0ICT0001", "U0LIB0001"
WISH = {
    "Palvelu": "tiktok",
    "Kanavan nimi": "Museon TikTok",
    "Yksikkö": "Museopalvelut",
    "Tarkoitus": "Esineiden tarinoita nuorille",
    "Kenelle kanava on": "yläkoululaiset",
    "Ylläpitäjät": [LIBRARIAN],
    "Työaika viikossa": "2",
    "Ylläpitäjien esihenkilö": HEAD,
}


async def fill_in(bot: BotOnAClock, who: Somebody, shown: Shown, label: str, values: Mapping[str, object]) -> None:
    """Press the button, and send the modal in that it opens."""
    assert (await who.press(shown, label)).status == 200
    view = await who.modal()
    filled = {block_labelled(view, field): value for field, value in values.items()}
    assert (await who.submit(view, filled)).status == 200
    bot.slack.views.close(who.id, all_of_them=True)


async def notice(bot: BotOnAClock, who: Somebody, words: str) -> Shown:
    """The message that reaches them once what waits is delivered."""
    await bot.application.deliver(bot.clock.at)
    return await who.reads(words)


async def test_each_takes_the_proposal_on_from_the_message_that_reaches_them(tmp_path: Path) -> None:
    async with fake_slack() as slack, on_a_clock(tmp_path, slack, AT_START) as bot:
        staff, head, boss, secretary = (bot.somebody(one) for one in (STAFF, HEAD, BOSS, SECRETARY))
        shown = await staff.ask("ehdota uutta kanavaa")
        await fill_in(bot, staff, shown, "Ehdota kanavaa", WISH)

        asked = await notice(bot, head, "Valtuutatko")
        assert "Esineiden tarinoita" in asked.words
        assert (await head.press(asked, "Valtuutan")).status == 200
        await slack.until(lambda: asked.edits)

        to_decide = await notice(bot, boss, "odottaa päätöstäsi")
        await boss.opens_home()
        home = await slack.until(lambda: slack.views.homes.get(BOSS))
        assert "Museon TikTok" in json.dumps(home.content, ensure_ascii=False)
        await fill_in(bot, boss, to_decide, "Hyväksy", {"Päätöksen numero": "Kj 12/2026", "Ehdot": "Vuoden kokeilu"})
        await slack.until(lambda: to_decide.edits)

        entering = await notice(bot, secretary, "vie se rekisteriin")
        assert "Vuoden kokeilu" in entering.words
        await fill_in(bot, secretary, entering, "Vie rekisteriin", {"Osoite": "https://www.tiktok.com/@esimerkkimuseo"})
        await slack.until(lambda: entering.edits)
        assert "Museon TikTok" in (await staff.ask("kuka vastaa museon tiktokista")).words
        assert slack.problems == []
