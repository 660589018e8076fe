"""The same dialogs as anywhere, between people who have identities in Teams, over HTTP and with signed tokens."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.domain.language import Language
from bot.understanding.commands import Intent
from tests.acceptance.dialogs import DIALOGS
from tests.acceptance.people import ICT
from tests.fake_teams.service import member
from tests.fake_teams.tenant import Tenant, a_tenant, in_teams
from tests.support.bot_in_memory import REGISTER


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    register = in_teams(REGISTER.read_text(encoding="utf-8"))
    async with a_tenant(register=register, settings={"ict_secretaries": (in_teams(ICT),)}) as made:
        yield made


@pytest.mark.parametrize(("who", "locale", "said", "intent", "replied"), DIALOGS)
async def test_what_is_said_in_teams_is_replied_to(
    tenant: Tenant, who: str, locale: Language, said: str, intent: Intent, replied: list[str]
) -> None:
    account = in_teams(who).removeprefix("teams:")
    tenant.service.members[account] = member(f"29:{account}", account, "")
    posted = await tenant.say(account, in_teams(said), locale=f"{locale.value}-FI")
    assert posted.activity["locale"] == locale.value
    for words in map(in_teams, replied):
        assert words.removeprefix("teams:") in posted.text  # the picker of people goes without it
