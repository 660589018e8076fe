"""Measures, prints a line a figure, and ends with one line of JSON: ``{"name": {"value", "unit", "goal"}, …}``."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

from tests.bench.answering import conversation_figures, search_figures
from tests.bench.documents import document_figures
from tests.bench.figures import Figures
from tests.bench.finding import finding_figures
from tests.bench.http import acknowledging_figures, http_figures
from tests.bench.reminding import reminder_figures
from tests.bench.starting import start_figures
from tests.bench.stores import store_figures
from tests.bench.teams import teams_figures
from tests.bench.watching import watching_figures
from tests.bench.writing import side_by_side, write_figures


def main() -> None:
    """Measure everything there is to measure."""
    figures: Figures = {}
    for measured in _one_after_the_other():
        figures |= measured
        for name, figure in measured.items():
            print(f"{name:36}{figure.value:10.3f} {figure.unit:4}{figure.goal}", flush=True)
    writes = asyncio.run(write_figures())
    print("\n".join(side_by_side(writes)))
    as_json = {
        name: {"value": round(figure.value, 4), "unit": figure.unit, "goal": figure.goal}
        for name, figure in {**figures, **writes}.items()
    }
    print(json.dumps(as_json, ensure_ascii=False))


def _one_after_the_other() -> Iterator[Figures]:
    yield finding_figures()
    yield search_figures()
    yield asyncio.run(conversation_figures())
    yield start_figures()
    yield asyncio.run(document_figures())
    yield asyncio.run(reminder_figures())
    yield asyncio.run(watching_figures())
    yield store_figures()
    yield asyncio.run(http_figures())
    yield asyncio.run(acknowledging_figures())
    yield asyncio.run(teams_figures())


if __name__ == "__main__":
    main()
