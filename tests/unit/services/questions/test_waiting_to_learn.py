"""Whoever asks before all is learnt waits beside the event loop, and one after the other."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from bot.domain.language import Language
from tests.unit.services.questions.test_answers import answers_of


async def test_what_asks_before_all_is_learnt_is_done_beside_the_event_loop_and_afterwards_on_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "fi").mkdir()
    asked = '1 = ["saako kuvan julkaista"]\n"2.1" = ["milloin salasana vaihdetaan"]\n3 = ["mihin mennessä vastataan"]\n'
    (tmp_path / "fi" / "asked.toml").write_text(asked, encoding="utf-8")
    answers = answers_of(tmp_path)
    at_once: list[bool] = []
    inside = threading.Lock()

    def work() -> tuple[threading.Thread, str]:
        alone = inside.acquire(blocking=False)
        at_once.append(alone)
        answer = answers.ask("kuinka usein salasana vaihdetaan", Language.FI)
        inside.release()
        return threading.current_thread(), answer.hits[0].subsection.id

    done = await asyncio.gather(*(answers.when_learnt(work) for _ in range(3)))
    assert [found for _, found in done] == ["2.1"] * 3
    assert all(at_once)
    assert all(thread is not threading.main_thread() for thread, _ in done)
    await answers.learn()
    thread, _ = await answers.when_learnt(work)
    assert thread is threading.main_thread()
