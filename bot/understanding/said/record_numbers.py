"""The number that a decision has in the records, where a text says it: "§ 12", "12 §", "dnro 45/2026"."""

import re
from typing import Final

_NUMBER: Final = r"\d{1,5}(?:\s?[/.–-]\s?\d{1,5}){0,3}"
_SAID: Final = re.compile(
    rf"§\s?{_NUMBER}|(?<![\d.])(?<![\d.]\s){_NUMBER}\s?§(?!\s?\d)"
    rf"|\b(?:dnro|d:?nro|diaarinumero|diarienummer|dnr|asianumero|ärendenummer|case number)\.?:?\s?{_NUMBER}"
    rf"|(?:numero|number|nummer|record|nro|nr)\.?:?\s(?P<bare>{_NUMBER})",
    re.IGNORECASE,
)


def record_number(text: str) -> str:
    """The number as it was typed; empty where there is none."""
    match = _SAID.search(text)
    return (match["bare"] or match[0]).strip() if match else ""
