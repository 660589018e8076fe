"""How the content and the evaluation sets are scored on the command line, and how an answer explains itself."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.search.learning.kept import keep_in
from tests.conftest import KEPT
from tests.integration.running import RULE, WEATHER, Run, written

QUESTIONS: list[dict[str, object]] = [
    {"id": "a", "q": RULE, "sections": ["3"], "lang": "fi", "kind": "answerable"},
    {"id": "b", "q": WEATHER, "sections": []},
]
UTTERANCES: list[dict[str, object]] = [
    {"id": 1, "text": "kuka hoitaa kirjaston instagramia", "intent": "owner", "channel": "kirjasto-instagram"},
    {"id": 2, "text": "moi", "intent": "unknown", "channel": None},
    {"id": 3, "text": "apua", "intent": "help", "channel": []},
]


def lines(folder: Path, items: list[dict[str, object]]) -> Path:
    return written(folder, "set.jsonl", "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items))


def test_questions_are_scored_with_a_line_an_item_and_the_scores_last(run: Run, tmp_path: Path) -> None:
    ran = run("evaluate", "questions", lines(tmp_path, QUESTIONS), "--json")
    *items, last = ran.objects
    assert [item.pop("id") for item in items] == ["a", "b"]
    assert items[0] == run("ask", RULE, "--json").objects[0]
    assert set(last) == {"scores", "intervals", "groups"}
    assert (last["scores"]["items"], last["scores"]["recall@1"], ran.code) == (2, 1.0, 0)


def test_a_right_section_may_be_named_by_its_title_and_the_item_that_answers_by_its_id_or_words(
    run: Run, tmp_path: Path
) -> None:
    music = "saako biisin laittaa videoon"
    items: list[dict[str, object]] = [
        {"id": "a", "q": music, "sections": ["henkilöstö sosiaalisen MEDIAN käyttäjänä"], "fact": "6.7.5"},
        {"id": "b", "q": music, "sections": ["Staff as users of social media"], "fact": "6.7.1"},
        {"id": "c", "q": music, "sections": ["6"], "fact": "käyttö- ja  tekijänoikeuksia on kunnioitettava"},
        {"id": "d", "q": music, "sections": ["Ei tällaista lukua"], "fact": "mitä tekijä tahtoo"},
    ]
    scores = run("evaluate", "questions", lines(tmp_path, items), "--json").objects[-1]
    assert scores["scores"]["recall@1"] == 0.75
    assert scores["scores"]["right_item_quoted"] == pytest.approx(2 / 3)
    assert list(scores["groups"]) == ["fi"], "by the language that was found, where the set names none"


def test_what_is_learnt_beforehand_is_kept_and_without_a_place_for_it_the_command_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("knowledge", "learn").out == f"What the bot understands and answers by is learnt, and kept in {KEPT}\n"
    names = {path.name.rpartition("-")[0] for path in KEPT.iterdir()}
    assert names >= {f"{what}-{one}" for what in ("answers", "guideline", "intents", "subjects") for one in Language}
    monkeypatch.setenv("SOME_CACHE_DIR", str(written(tmp_path, "file", "") / "learnt"))
    assert run("knowledge", "learn").refuses("SOME_CACHE_DIR", "name a folder")
    keep_in(KEPT)


def test_links_are_printed_by_subject(run: Run) -> None:
    *_, last = printed = run("knowledge", "links", "--json").objects
    assert all(list(one) == ["subject", "title", "state", "weight", "passages"] for one in printed)
    assert (printed[0]["state"], last["state"]) == ("doubtful", "not covered")
    (terms,) = (one for one in printed if one["subject"] == "platform-terms")
    assert terms["state"] == "confirmed"
    assert [one["id"] for one in terms["passages"]] == ["6.7.6"]
    assert "confirmed" in run("knowledge", "links").out


def test_a_line_ends_where_json_lines_end_and_nowhere_else(run: Run, tmp_path: Path) -> None:
    item: dict[str, object] = {"id": "a", "q": "mitä\u2028on\u0085sää", "sections": []}
    assert len(run("evaluate", "questions", lines(tmp_path, [item]), "--json").objects) == 2


def test_utterances_are_scored_against_the_register_in_the_store(filled: Run, tmp_path: Path) -> None:
    *items, last = filled("evaluate", "utterances", lines(tmp_path, UTTERANCES), "--json").objects
    assert [item["id"] for item in items] == [1, 2, 3]
    assert all({"id", "intent", "channels", "args"} <= set(item) for item in items)
    assert items[0]["channels"] == ["kirjasto-instagram"]
    assert last["scores"] == {"items": 3, "intent": 1.0, "channel": 1.0}
    plain = filled("evaluate", "utterances", lines(tmp_path, UTTERANCES)).out
    assert [line.split()[:2] for line in plain.splitlines()] == [
        ["all:", "3"],
        ["intent", "1.000"],
        ["channel", "1.000"],
    ]


@pytest.mark.parametrize(
    ("kind", "bad"),
    [
        ("questions", '{"id": "x"'),
        ("questions", '{"id": "x"}'),
        ("questions", '{"id": "x", "q": "kuka"}'),
        ("questions", '{"id": "x", "q": "kuka", "sections": 3}'),
        ("questions", "[" * 100_000),
        ("utterances", '{"id": "x", "text": "kuka"}'),
        ("utterances", '{"id": "x", "text": "kuka", "intent": "owner", "channel": 5}'),
    ],
)
def test_a_malformed_item_is_named_by_its_line(run: Run, tmp_path: Path, kind: str, bad: str) -> None:
    good = QUESTIONS[0] if kind == "questions" else UTTERANCES[0]
    path = written(tmp_path, "set.jsonl", f"{json.dumps(good)}\n\n{bad}\n")
    assert run("evaluate", kind, path).refuses(f"{path}:3: ")


def test_misses_are_listed_on_demand(run: Run, tmp_path: Path) -> None:
    missed: dict[str, object] = {"id": "m", "q": RULE, "sections": ["7"]}
    ran = run("evaluate", "questions", lines(tmp_path, [*QUESTIONS, missed]), "--misses")
    assert ran.out.startswith(f"m: {RULE}\n  right: sections ['7']; was: decision answer")
    assert ran.out.count("right: ") == 1
    only = run("evaluate", "questions", lines(tmp_path, [*QUESTIONS, missed]), "--misses", "--json").objects
    assert [item.get("id") for item in only] == ["m", None]


def test_an_answer_explains_itself(run: Run) -> None:
    ran = run("ask", RULE, "--explain")
    assert "best subsection 3.2" in ran.out
    assert re.search(r"^ +\+\d\.\d\d  paattaa$", ran.out, re.MULTILINE)
    explained = run("ask", RULE, "--json", "--explain").objects[0]["explain"]
    assert explained["lang"] == "fi"
    assert {"word", "weight"} == set(explained["words"][0])
    assert explained["entries"][0]["id"] == "3.2"
    assert "explain" not in run("ask", RULE, "--json").objects[0]


def test_own_questions_are_recorded_and_then_may_not_break(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "knowledge"
    (folder / "fi").mkdir(parents=True)
    (folder / "guideline.toml").write_text('languages = ["fi"]\n', encoding="utf-8")
    section = folder / "fi/1.md"
    section.write_text("---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa.\n", encoding="utf-8")
    own = folder / "questions.jsonl"
    own.write_text('{"q": "tarvitaanko kuvan julkaisemiseen lupa", "sections": ["1"]}\n', encoding="utf-8")
    monkeypatch.setenv("SOME_KNOWLEDGE_DIR", str(folder))

    assert "1 of them are not recorded yet" in run("knowledge", "check").out
    assert "1 of them are recorded now" in run("knowledge", "check", "--record").out
    assert run("knowledge", "check").out == "1 of 1 own questions come out right\n0 errors, 0 warnings\n"

    section.write_text("---\nid: 1\ntitle: Muuta\n---\nTämä puhuu jostakin aivan toisesta.\n", encoding="utf-8")
    broken = run("knowledge", "check")
    assert broken.code == 1
    assert broken.out.startswith(f"error: {own}:1: ")
    assert "it came out right before" in broken.out


@pytest.mark.shared
@pytest.mark.parametrize(("kind", "file"), [("questions", "questions-dev"), ("utterances", "utterances-dev")])
def test_the_development_sets_are_scored(run: Run, shared: Path, kind: str, file: str) -> None:
    assert run("register", "import", shared / "eval" / "register-fixture.json").code == 0
    *items, last = run("evaluate", kind, shared / "eval" / f"{file}.jsonl", "--json").objects
    scores = last["scores"]
    assert scores.pop("items") == len(items) > 0
    assert scores
    assert all(0 <= score <= 1 for score in scores.values())
