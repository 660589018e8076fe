"""What the bot holds in memory after a long day in Slack: 20,000 commands of all kinds by 50 people.

By itself: ``python -m tests.bench.long_day``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, cycle, islice
from typing import Final

from tests.bench.answering import QUESTIONS
from tests.bench.commands import bodies, owner_texts
from tests.bench.figures import Figure, Figures
from tests.bench.http import BOT, a_folder, add_users, loaded, running
from tests.bench.load import Job
from tests.fake_slack.server import fake_slack

_COMMANDS, _EARLY, _AT_ONCE = 20_000, 6_000, 1_000
_PEOPLE: Final = 50
_SHORT: Final = (
    *("", "apua", "kanavat", "kanavat kirjasto", "omat", "tiedot", "koti", "ohje", "luku 4", "4.8", "kiitos", "ehdota"),
    *("hjälp", "kanaler", "mina", "hem", "kapitel 2", "tack", "help", "list", "mine", "home", "guideline", "thanks"),
    *("onko tämä meidän https://www.instagram.com/kirjasto/", "is @museo ours", "olen pois 1.7.–31.7.", "perun loman"),
    *("raportti", "ehdotukset", "kuka on poissa", "siirrä muistutus ensi viikkoon", "päivitin eilen", "asdf", "👍"),
)


async def long_day_figures() -> Figures:
    """Resident memory at the start, after 6,000 and after 20,000 commands."""
    figures: Figures = {}
    async with fake_slack() as slack, a_folder() as folder, running(BOT, slack, folder, SOME_RATE_LIMIT="0") as app:
        figures["slack_memory_ready"] = Figure(app.resident(), "MiB")
        commands = bodies(islice(_texts(), _COMMANDS), add_users(slack, _PEOPLE), slack.response_url)
        job = Job(f"http://127.0.0.1:{app.port}/slack/events", slack.signing_secret, (), _AT_ONCE, _PEOPLE)
        for sent in range(0, _COMMANDS, _AT_ONCE):
            await loaded(replace(job, bodies=commands[sent : sent + _AT_ONCE]))
            if sent + _AT_ONCE == _EARLY:
                figures["slack_memory_early"] = Figure(app.resident(), "MiB")
        figures["slack_memory_asked"] = Figure(app.resident(), "MiB", "<= 130")
    return figures


def _texts() -> Iterator[str]:
    """A third of each kind: who is behind a channel, questions on the guideline, and everything else."""
    return chain.from_iterable(zip(cycle(owner_texts(200)), cycle(QUESTIONS), cycle(_SHORT), strict=False))


if __name__ == "__main__":
    print(asyncio.run(long_day_figures()))  # noqa: T201 - the figures
