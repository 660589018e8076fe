"""Texts that are chosen by a value: each value that there can be has its text, in each language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

import pytest

from bot.activity.links import Proof
from bot.app.bootstrap import OPERATOR
from bot.conversation.forms.decisions import ANSWER, ASK, AUTHORISE, DECLINE, REFUSE
from bot.conversation.forms.table import FORMS
from bot.domain import duties
from bot.domain.accounts.lookalikes import Likeness
from bot.domain.channels import Channel, Scope, Status
from bot.domain.decisions import ENDS, Move, Waiting
from bot.domain.delivery import Reason
from bot.domain.evidence import EvidenceKind, State
from bot.domain.language import Language
from bot.domain.people import Standing
from bot.domain.register import Narrowing
from bot.domain.reminders.notice import Answered
from bot.domain.reminders.seasons import Season
from bot.domain.trouble import TroubleKind
from bot.language.days.unread import WhyUnread
from bot.messages.register.activity import KINDS, SERVER
from bot.messages.texts import texts_in
from bot.services.access import DIRECTORY
from bot.services.ports import EventKind
from bot.services.privacy.terms import BY_COLLECTION
from bot.services.register.change_notices import Part
from bot.services.register.lookup import Verdict
from bot.services.register.records import channel_records as records
from bot.understanding.interpret import MOODS
from tests.conftest import ROOT

SOURCES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "bot").rglob("*.py"))}


def nodes() -> Iterator[ast.AST]:
    return (node for tree in SOURCES.values() for node in ast.walk(tree))


def strings(node: ast.AST) -> set[str]:
    """The strings that the expression is, or chooses from."""
    if isinstance(node, ast.IfExp):
        return strings(node.body) | strings(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return {"".join(str(one.value) if isinstance(one, ast.Constant) else "*" for one in node.values)}
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def arguments(name: str, place: int) -> set[str]:
    """What stands at that place of the calls of ``name``, where it is a string."""
    calls = (node for node in nodes() if isinstance(node, ast.Call))
    named = (call for call in calls if name in (getattr(call.func, "id", ""), getattr(call.func, "attr", "")))
    return {one for call in named if len(call.args) > place for one in strings(call.args[place])}


OF_LISTS = {"double", "corrected"}
"""What is wrong with a row of a list, which is told on the command line alone."""


def problems() -> set[str]:
    """The codes of all that can be wrong with a field."""
    codes = arguments("Problem", 1) | arguments("_note", 1) | set(records._CODES.values())
    codes |= {records._code_by_field(name) for name in records.ChannelRecord.model_fields}
    found = {f"{field}-taken" for field in ("url", "handle")} if "*-taken" in codes else set()
    found |= {f"account-{one}" for one in Standing} - {"account-staff", "account-unknown"}
    return {code for code in codes if "*" not in code and code not in OF_LISTS} | found


def hyphened(values: Iterable[str]) -> set[str]:
    return {value.replace("_", "-") for value in values}


FAMILIES = {
    "event-*": {*EventKind, "other"},
    "history-by-*": {OPERATOR.person.id, DIRECTORY.person.id},
    "day-unread-*": set(WhyUnread),
    "problem-*": problems(),
    "not-allowed-*": arguments("NotAllowedError", 0),
    "updated-*": arguments("UpdateRefusedError", 0),
    "status-*": hyphened(Status),
    "data-*": hyphened(BY_COLLECTION) | {"history"},
    "scope-*": set(Scope),
    "notice-no-longer-*": set(Part),
    "platform-*": {"website", "podcast", "blog", "other"},
    "channels-*": set(Narrowing) - {Narrowing.BY_UNIT, Narrowing.PEOPLE},
    "channels-*-none": set(Narrowing) - {Narrowing.BY_UNIT, Narrowing.PEOPLE},
    "advice-*": {"threat", "hijacking"},
    "state-*": set(State),
    "language-*": set(Language),
    "in-language-*": set(Language),
    "small-talk-*": set(MOODS),
    "evidence-*": set(EvidenceKind),
    "duty-*": hyphened(duties.DUTIES),
    "lacking-*": hyphened(duties.DUTIES),
    "standing-*": set(duties.Standing),
    "proof-*": hyphened(Proof),
    "unreachable-*": set(Reason),
    "reminder-answer-*": hyphened(Answered),
    "report-answer-*": hyphened(Answered),
    "button-trouble-*": {*TroubleKind, "log", "close"},
    "clicked-step-*": {"support", "password", "bank", "channel"},
    "trouble-step-*": {*TroubleKind, "report", "tell", "log"},
    "trouble-words-*": set(TroubleKind),
    "holidays-heading-*": set(Season),
    "verify-*": hyphened(Verdict),
    "verify-likeness-*": hyphened(Likeness),
    "form-*": set(FORMS),
    "field-words-*": {AUTHORISE, REFUSE, ASK, ANSWER, DECLINE},
    "proposal-ask-*": {*Waiting, "decider"},
    "proposal-moved-*": set(Move) - {Move.NAMED, Move.ASKED, Move.ANSWERED},
    "proposal-done-*": set(Move) - {Move.ENTERED},
    "proposal-step-*": set(Move),
    "proposal-waits-*": set(Waiting),
    "proposal-ended-*": set(ENDS),
    "field-*": hyphened(Channel.__dataclass_fields__) - {"id", "version"},
    "source-*": {*KINDS.values(), SERVER},
    "notice-handover-*": {"accepted", "declined"},
    "notice-handover-*-heading": {"accepted", "declined"},
}
ELSEWHERE = {
    *("button-*", "button-reminder-later-*", "help-*", "help-*-example", "app-shortcut-*", "app-shortcut-*-what"),
    "answers-*",
}
"""Families whose values are shown whole by tests of what they are for: buttons, the help, and the app's manifest; and
what only looks like one."""


def test_each_family_of_texts_is_known() -> None:
    joined = {one for node in nodes() if isinstance(node, ast.JoinedStr) for one in strings(node)}
    keys = {key for language in Language for key in _keys(language)}
    families = {one for one in joined if re.fullmatch(r"[a-z]+(-[a-z]+)*-\*(-[a-z]+)?", one)}
    used = {one for one in families if any(re.fullmatch(one.replace("*", ".+"), key) for key in keys)}
    assert used - FAMILIES.keys() - ELSEWHERE == set()


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("language", list(Language))
def test_each_value_has_its_text(family: str, language: Language) -> None:
    assert FAMILIES[family], "nobody uses it"
    assert {one for one in FAMILIES[family] if family.replace("*", one) not in _keys(language)} == set()


def test_what_is_done_to_the_register_is_never_a_free_string() -> None:
    assert arguments("event_of", 2) == set()
    assert arguments("Event", 2) == set()


def test_an_event_that_an_older_version_kept_has_a_text_as_well() -> None:
    assert all(texts_in(language)("event-other") for language in Language)


def _keys(language: Language) -> set[str]:
    text = (ROOT / "bot" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"(?m)^([a-z][\w-]*) =", text))
