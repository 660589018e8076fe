"""Measures, prints a line a figure, and ends with one line of JSON: ``{"name": {"value", "unit", "goal"}, …}``."""

from __future__ import annotations

import asyncio
import json

from tests.bench.answering import conversation_figures, search_figures
from tests.bench.documents import document_figures
from tests.bench.figures import Figures
from tests.bench.finding import finding_figures
from tests.bench.starting import start_figures
from tests.bench.writing import side_by_side, write_figures


def main() -> None:
    """Measure everything there is to measure."""
    figures: Figures = {
        **finding_figures(),
        **search_figures(),
        **asyncio.run(conversation_figures()),
        **start_figures(),
        **asyncio.run(document_figures()),
    }
    for name, figure in figures.items():
        print(f"{name:36}{figure.value:10.3f} {figure.unit:4}{figure.goal}")
    writes = asyncio.run(write_figures())
    print("\n".join(side_by_side(writes)))
    as_json = {
        name: {"value": round(figure.value, 4), "unit": figure.unit, "goal": figure.goal}
        for name, figure in {**figures, **writes}.items()
    }
    print(json.dumps(as_json, ensure_ascii=False))


if __name__ == "__main__":
    main()
