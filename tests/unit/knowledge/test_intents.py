"""The rules of what is meant: how they are read, and what is wrong with a file of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.content.findings import Report, Severity
from bot.knowledge.content.tomlfile import TomlFile
from bot.knowledge.content.wording.intents import check_intents, read_intents

RULES = """\
[groups]
address = ["url", "handle"]

[deeds]
unless = ["who"]
rules = [
    "70 verify if address",
    "81 edit or retire if change and address|noun, unless which, may",
]
"""


def test_a_rule_reads_as_a_sentence_and_shares_what_rules_its_family_out(tmp_path: Path) -> None:
    (tmp_path / "intents.toml").write_text(RULES, encoding="utf-8")
    intents = read_intents(tmp_path / "intents.toml", Report())
    first, second = intents.rules
    assert (first.weight, first.intents) == (81, ("edit", "retire"))
    assert first.needs == (frozenset({"change"}), frozenset({"address", "noun"}))
    assert first.unless == {"who", "which", "may"}
    assert second.intents == ("verify",)
    assert second.unless == {"who"}
    assert intents.groups_in({"url", "brief"}) == {"address"}


def test_a_rule_holds_where_one_of_each_need_is_said_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "intents.toml").write_text(RULES, encoding="utf-8")
    rule = read_intents(tmp_path / "intents.toml", Report()).rules[0]
    assert rule.holds(frozenset({"change", "noun", "brief"}))
    assert not rule.holds(frozenset({"change", "brief"}))
    assert not rule.holds(frozenset({"change", "noun", "who"}))
    assert not rule.holds(frozenset({"change", "noun", "may"}))


def found_in(folder: Path, text: str) -> list[tuple[int, str]]:
    path, cues, report = folder / "intents.toml", folder / "cues.toml", Report()
    path.write_text(text, encoding="utf-8")
    signals = {name: TomlFile(cues, report, text="change = []\nchat = []") for name in ("change", "chat")}
    check_intents(read_intents(path, report), signals, ["edit", "verify"])
    return [(one.line, one.message) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('[a]\nrules = ["1 edit if change and hange"]\n', 2, '"hange" is no signal, fact or group: correct it'),
        ('[a]\nunless = ["hange"]\nrules = ["1 edit if change"]\n', 1, '"hange" is no signal, fact or group'),
        (
            '[groups]\nb = ["hange"]\n[a]\nrules = ["1 edit if change|b"]\n',
            2,
            '"hange" is no signal or fact: correct it',
        ),
        ('[groups]\nb = ["url"]\n[a]\nrules = ["1 edit if change"]\n', 2, 'no rule uses the group "b": take it out'),
        ('[a]\nrules = [\n"1 edit or sing if change"\n]\n', 3, 'the bot has no intent "sing": use edit, verify'),
        ('[a]\nrules = ["1 edit if url"]\n', 1, 'no rule uses "change": take it out, or use it in intents.toml'),
        (
            '[a]\nrules = [\n"1 edit if change",\n"2 edit change"]\n',
            4,
            'the rule "2 edit change" must read as',
        ),
        ('[a]\nrules = ["edit if change", "1 edit if change"]\n', 2, 'the rule "edit if change" must read as'),
        ('[a]\nrule = []\nrules = ["1 edit if change"]\n', 2, '"rule" in [a] is not known: use unless and rules'),
        ('a = 1\n[b]\nrules = ["1 edit if change"]\n', 1, '"a" must be a table: write [a], then unless and rules'),
        ('[a]\nunless = "who"\nrules = ["1 edit if change"]\n', 1, '"a" must be a list of texts in quotes'),
    ],
)
def test_what_is_wrong_with_the_rules_is_told_by_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    found = found_in(tmp_path, text)
    assert [(where, what.startswith(message)) for where, what in found] == [(line, True)], found


def test_without_a_file_nothing_is_understood_and_that_is_an_error(tmp_path: Path) -> None:
    report = Report()
    read_intents(tmp_path / "none.toml", report)
    assert [one.severity for one in report.findings] == [Severity.ERROR]
