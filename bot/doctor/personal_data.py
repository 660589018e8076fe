"""What the bot keeps of people: how long, by what it goes, and why it is there."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, ok
from bot.services.privacy.terms import TERMS


def terms() -> Iterator[Finding]:
    """A line for each thing that is kept."""
    for term in TERMS:
        yield ok(f"kept: {term.name}", f"{term.how_long}; by {term.by}; {term.why}")
