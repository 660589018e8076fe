"""``intents.toml``: which signals and facts together mean which intent, as rules that read as sentences.

``81 edit if change and channel|noun, unless which``: of the rules that hold, the one that weighs most decides. ``a|b``
is either; two intents with "or" are readings so close that the bot asks back, the first being the likelier. Rules stand
in families, which may share what rules all of them out (``unless``); ``[groups]`` are names for "one of these".
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml
from bot.knowledge.content.wording.cues import UNRULED

FACTS = frozenset(
    (
        *("platform", "unit", "scope", "name", "noun", "tail", "specific", "url", "handle", "person", "date", "days"),
        *("numbered_part", "only_number", "decimal"),
        *("question", "brief", "word", "called", "role", "bare", "begins", "chat_only", "chatty"),
        *("renamed", "regular", "record_number"),
    )
)
"""What is found in a text without cues; the file says what each means."""

_GROUPS, _UNLESS, _RULES = "groups", "unless", "rules"
_SENTENCE = re.compile(r"(\d+) (\w+(?: or \w+)*) if ([\w|]+(?: and [\w|]+)*)(?:, unless (\w+(?:, \w+)*))?")
_FORM = 'must read as "81 edit if change and channel|noun, unless which"'


@dataclass(frozen=True, slots=True)
class Rule:
    """``intents`` are meant where one of each of ``needs`` is said and none of ``unless``; of these, ``own_unless`` are
    what its ``sentence`` says and not its family."""

    weight: int
    intents: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str]
    sentence: str
    own_unless: frozenset[str]

    def holds(self, facts: frozenset[str]) -> bool:
        """Whether a text with these signals, facts and groups is meant."""
        return self.unless.isdisjoint(facts) and not any(map(facts.isdisjoint, self.needs))


@dataclass(frozen=True, slots=True)
class Intents:
    """The groups, and the rules, the weightiest first; ``shared`` is what each family of rules is ruled out by."""

    file: TomlFile
    groups: Mapping[str, frozenset[str]]
    rules: tuple[Rule, ...]
    shared: Mapping[str, frozenset[str]]

    def groups_in(self, facts: Collection[str]) -> set[str]:
        """The groups that one of ``facts`` belongs to."""
        return {group for group, members in self.groups.items() if not members.isdisjoint(facts)}


def read_intents(path: Path, report: Report) -> Intents:
    """The file ``path``; ``report`` gets what cannot be read, by line."""
    file = read_toml(path, report, without="nothing that is said is understood")
    groups, rules, shared = {}, list[Rule](), {}
    for name, table in file.values.items():
        if not isinstance(table, dict):
            file.error(name, f'"{name}" must be a table: write [{name}], then unless and rules')
        elif name == _GROUPS:
            groups = {group: frozenset(file.list_of_texts(group, members)) for group, members in table.items()}
        else:
            for key in table.keys() - {_UNLESS, _RULES}:
                file.error(key, f'"{key}" in [{name}] is not known: use {_UNLESS} and {_RULES}')
            shared[name] = frozenset(file.list_of_texts(name, table.get(_UNLESS, [])))
            rules += _rules(file, file.list_of_texts(name, table.get(_RULES, [])), shared[name])
    return Intents(file, groups, tuple(sorted(rules, key=lambda rule: -rule.weight)), shared)


def check_intents(intents: Intents, signals: Mapping[str, TomlFile], known: Collection[str]) -> None:
    """Report every name that nothing stands behind, and every group and signal that no rule uses.

    ``signals`` are those with cues, each with the first file that has it; ``known`` are the intents of the bot.
    """
    file = intents.file
    names = {*signals, *FACTS}
    for group, members in intents.groups.items():
        for name in sorted(members - names):
            file.warning(group, f'"{name}" is no signal or fact: correct it')
    for place, given in _named(intents):
        for name in sorted(given - names - intents.groups.keys()):
            file.warning(place, f'"{name}" is no signal, fact or group: correct it')
    for rule in intents.rules:
        for intent in sorted({*rule.intents} - {*known}):
            file.warning(rule.sentence, f'the bot has no intent "{intent}": use {", ".join(sorted(known))}')
    in_rules = {name for rule in intents.rules for name in {*rule.unless}.union(*rule.needs)}
    for group in sorted(intents.groups.keys() - in_rules):
        file.warning(group, f'no rule uses the group "{group}": take it out')
    used = in_rules.union(*intents.groups.values())
    for signal in sorted(signals.keys() - used - UNRULED):
        signals[signal].warning(signal, f'no rule uses "{signal}": take it out, or use it in {file.path.name}')


def _named(intents: Intents) -> Iterator[tuple[str, frozenset[str]]]:
    """What each family and rule names, with the text by which its line is found."""
    yield from intents.shared.items()
    for rule in intents.rules:
        yield rule.sentence, rule.own_unless.union(*rule.needs)


def _rules(file: TomlFile, sentences: Collection[str], shared: frozenset[str]) -> Iterator[Rule]:
    for sentence in sentences:
        read = _SENTENCE.fullmatch(sentence)
        if read is None:
            file.error(sentence, f'the rule "{sentence}" {_FORM}')
            continue
        weight, intents, needs, unless = read.groups(default="")
        one_of = tuple(frozenset(need.split("|")) for need in needs.split(" and "))
        own = frozenset(unless.split(", ") if unless else ())
        yield Rule(int(weight), tuple(intents.split(" or ")), one_of, own | shared, sentence, own)
