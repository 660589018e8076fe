"""The text format of figures, as its specification has it."""

from __future__ import annotations

import pytest

from bot.app.metrics import Family, Kind, exposition


def test_each_family_has_its_help_its_type_and_a_line_a_figure() -> None:
    families = [
        Family("some_total", Kind.COUNTER, "All of it.", {"a": 1, "b": 2.5}, "kind"),
        Family("some_age_seconds", Kind.GAUGE, "How old.", {"": 0}),
    ]
    assert exposition(families) == (
        "# HELP some_total All of it.\n"
        "# TYPE some_total counter\n"
        'some_total{kind="a"} 1\n'
        'some_total{kind="b"} 2.5\n'
        "# HELP some_age_seconds How old.\n"
        "# TYPE some_age_seconds gauge\n"
        "some_age_seconds 0\n"
    )


def test_what_would_break_a_line_is_escaped() -> None:
    shown = exposition([Family("x", Kind.GAUGE, 'a\\b\n"c"', {'a\\b\n"c"': 1}, "l")])
    assert shown == '# HELP x a\\\\b\\n"c"\n# TYPE x gauge\nx{l="a\\\\b\\n\\"c\\""} 1\n'


@pytest.mark.parametrize(
    ("figure", "shown"),
    [(float("nan"), "NaN"), (float("inf"), "+Inf"), (float("-inf"), "-Inf"), (1764000000.25, "1764000000.25")],
)
def test_numbers_are_written_as_go_reads_them(figure: float, shown: str) -> None:
    assert exposition([Family("x", Kind.GAUGE, "x", {"": figure})]).splitlines()[-1] == f"x {shown}"


def test_what_is_not_known_is_left_out() -> None:
    assert exposition([Family("x", Kind.GAUGE, "x", {})]) == ""
