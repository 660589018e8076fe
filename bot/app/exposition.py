"""Figures as Prometheus reads them: the text format 0.0.4.

The format: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Kind(StrEnum):
    """What a figure is: a counter only grows, until the process or what it counts begins anew."""

    COUNTER = "counter"
    GAUGE = "gauge"


@dataclass(frozen=True, slots=True)
class Family:
    """All figures of one ``name``, by the values of its ``label``; of one without a label, under the empty value."""

    name: str
    kind: Kind
    about: str
    figures: Mapping[str, float]
    label: str = ""


def exposition(families: Iterable[Family]) -> str:
    """The page that shows ``families``; a family without figures is left out."""
    return "".join(f"{line}\n" for family in families if family.figures for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    about = family.about.replace("\\", r"\\").replace("\n", r"\n")
    yield f"# HELP {family.name} {about}"
    yield f"# TYPE {family.name} {family.kind}"
    for value, figure in family.figures.items():
        labels = f'{{{family.label}="{_escaped(value)}"}}' if family.label else ""
        yield f"{family.name}{labels} {_number(figure)}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(figure: float) -> str:
    if math.isnan(figure):
        return "NaN"
    if math.isinf(figure):
        return "+Inf" if figure > 0 else "-Inf"
    return repr(figure)
