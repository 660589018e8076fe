"""What a document says of its own approval: the day, the body, or that it is a draft. The rest stays open."""

import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bot.domain.guideline import Approval
from bot.importing.document import Fact
from bot.language.days.dates import find_dates
from bot.language.days.spans import Prefer
from bot.language.sentences import sentences

LINE: Final = 200
"""A sentence that tells of the approval is no longer, in characters."""

_FINNISH = (
    r"(?P<government>\w*hallitu)(?:s|kse\w{1,3})|(?P<committee>(?:tekninen )?\w*lautakun)(?:ta|na\w{1,3}|nan)|"
    r"(?P<whole>\w*(?:valtuusto|jaosto|johtaja|johtoryhmä))(?:n|ss[aä]|ll[aä]|lle)?"
)
_SWEDISH = r"\w*(?:styrelsen|fullmäktige|nämnden|direktören|ledningsgruppen)"
_ENGLISH = (
    r"(?:(?:City|Town|Village|County|Municipal|Borough|Township|Executive|Management) )*"
    r"(?:Board of [A-Z]\w+|Chief Executive|Council|Board|Commission|Committee|Manager|Mayor)"
)
_BODY = re.compile(rf"(?<!\w)(?:{_FINNISH}|{_SWEDISH}|{_ENGLISH}|K[HVSF]|Khall|Kvalt)(?!\w)", re.IGNORECASE)
_SOME_BODY = re.sub(r"\?P<\w+>", "?:", _BODY.pattern)
_VERB = (
    r"(?:hyväksy(?:tty|nyt|ttiin|i|mä|jä|misp\w+)|vahvist(?:ettu|anut|ettiin|ama|i)|godkän(?:d|da|t|ts|des|nande)|"
    r"anta(?:gen|get|gna|gits|gande)|antogs|fastställ(?:d|da|t|ts|des|ande)|beslut(?:ad|ades|at|sdatum|sinstans)|"
    r"approv(?:ed|al)|adopt(?:ed|ion))(?!\w)"
)
_SUBJECT = r"[\w-]*(?:ohje|linjauks|opas|riktlinje|anvisning|policy|guide|handbo|manual|document|dokument|asiakirj)\w*"
_LEADING = r"(?:datum för|datum|date(?: of)?|tämä|denna|detta|dessa|this|these|the)\s+"
_OF_ITSELF = re.compile(
    rf"(?:{_LEADING}){{0,2}}(?:{_SUBJECT}\s+(?:\w+\s+){{0,2}}?)?{_VERB}|"
    rf"{_SOME_BODY}\s+(?:(?:on|har|has)\s+)?{_VERB}\s+(?:(?:\w+\s+)?{_SUBJECT}|(?:den |on )?\d)",
    re.IGNORECASE,
)
_IN_MINUTES = re.compile(rf"{_SOME_BODY}\W{{1,3}}\d.{{5,30}}?§\s*\d+", re.IGNORECASE)
_DRAFT = re.compile(r"(?<!\w)(?:luonnos|ehdotus|utkast|förslag|draft)(?!\w)", re.IGNORECASE)


def approval_in(lines: Iterable[str]) -> list[Fact]:
    """The day and the body of the approval, of the newest where ``lines`` tell of several."""
    found = [(day, body, line) for line in lines for day, body in _told(line)]
    day, _, dated = max(((day, body, line) for day, body, line in found if day), default=(None, "", ""))
    named = next((one for one in found if one[1] and (one[2] == dated or not dated or one[0] is None)), None)
    facts = [Fact("approved_on", day.isoformat(), dated)] if day else []
    if named:
        facts.append(Fact("approved_by", named[1], named[2]))
    return [Fact("status", Approval.APPROVED, facts[0].line), *facts] if facts else []


def draft_in(lines: Iterable[str]) -> list[Fact]:
    """That it is a draft, where one of ``lines`` says so."""
    return [Fact("status", Approval.DRAFT, line) for line in lines if len(line) <= 80 and _DRAFT.search(line)][:1]


def is_draft(line: str) -> bool:
    """Whether ``line`` says that the document is a draft, and hardly more."""
    return len(line.split()) <= 6 and _DRAFT.search(line) is not None


def tells_of_approval(line: str) -> bool:
    """Whether ``line`` says when or by whom it was approved."""
    return next(_told(line), None) is not None


def is_body(line: str) -> bool:
    """Whether ``line`` is the name of a body that decides."""
    return _BODY.fullmatch(line.strip()) is not None


def day_in(text: str) -> date | None:
    """The day that ``text`` names with its year; None where it names none."""
    days = {find_dates(text).counted(today, Prefer.PAST).span for today in (date(1990, 6, 1), date(2090, 6, 1))}
    span = days.pop()
    return span.start if span and not days and span.start == span.end else None


def _told(line: str) -> Iterator[tuple[date | None, str]]:
    """The day and the body of each approval that ``line`` tells of; one of them may be missing."""
    for sentence in sentences(line):
        if len(sentence) <= LINE and (_IN_MINUTES.match(sentence) or _OF_ITSELF.match(sentence)):
            day, body = day_in(sentence), _body_in(sentence)
            if day or body:
                yield day, body


def _body_in(sentence: str) -> str:
    """The first body of a sentence; with the body above it that it is named after ("kunnanhallituksen jaosto")."""
    found = [*_BODY.finditer(sentence)]
    if not found:
        return ""
    runs_on = [other.start() - one.end() == 1 for one, other in itertools.pairwise(found)]
    last = next((place for place, goes_on in enumerate(runs_on) if not goes_on), len(runs_on))
    return sentence[found[0].start() : found[last].start()] + _nominative(found[last])


def _nominative(body: re.Match[str]) -> str:
    """The body's name as it stands in a list, whatever ending it has in the text."""
    if stem := body["government"]:
        return f"{stem}s"
    return f"{body['committee']}ta" if body["committee"] else body["whole"] or body[0]
