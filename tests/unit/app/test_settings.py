"""The settings: their defaults, what is refused, and what the README says of them."""

from __future__ import annotations

import os
import re
from datetime import date, time
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.setting_values import secret
from bot.settings import Settings, load_settings

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty environment, and a folder without a file .env."""
    for name in os.environ:
        if name.upper() in {"HOST", "PORT"} or name.upper().startswith("SOME_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def refusal() -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings()
    return str(refused.value)


def names_of_the_environment() -> dict[str, object]:
    """Each setting's name in the environment and its default."""
    fields = Settings.model_fields.items()
    return {str(field.validation_alias or f"SOME_{name}").upper(): field.get_default() for name, field in fields}


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 3000)
    assert settings.data_dir == Path("data")
    assert settings.knowledge_dir == ROOT / "knowledge" / "suomussalmi"
    assert (settings.ict_secretaries, settings.deciders) == ((), ())
    assert (settings.language, settings.command, settings.update_interval_days) == (Language.FI, "/some", 14)
    assert str(settings.zone) == settings.timezone == "Europe/Helsinki"


def test_everything_can_be_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    typed = {
        "HOST": "0.0.0.0",  # noqa: S104 - an operator may
        "PORT": "0",
        "SOME_DATA_DIR": str(tmp_path),
        "SOME_KNOWLEDGE_DIR": str(tmp_path),
        "SOME_TIMEZONE": "Europe/Mariehamn",
        "SOME_LANGUAGE": "sv",
        "SOME_COMMAND": "/some-kunta",
        "SOME_UPDATE_INTERVAL_DAYS": "366",
        "SOME_DECIDERS": "boss@kunta.example",
    }
    for name, value in typed.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.host == typed["HOST"]
    assert (settings.port, settings.update_interval_days) == (0, 366)
    assert settings.data_dir == settings.knowledge_dir == tmp_path
    assert (settings.timezone, settings.language, settings.command) == ("Europe/Mariehamn", Language.SV, "/some-kunta")
    assert settings.deciders == ("boss@kunta.example",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", ""),
        ("PORT", "web"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", ""),
        ("SOME_TIMEZONE", "Helsinki"),
        ("SOME_TIMEZONE", ""),
        ("SOME_TIMEZONE", "../../etc/passwd"),
        ("SOME_TIMEZONE", "Europe"),
        ("SOME_LANGUAGE", "de"),
        ("SOME_LANGUAGE", ""),
        ("SOME_COMMAND", "some"),
        ("SOME_COMMAND", "/so me"),
        ("SOME_COMMAND", "/some\n"),
        ("SOME_NUDGE_AT", "16:00"),
        ("SOME_NUDGE_AT", "7:59"),
        ("SOME_NUDGE_AT", "nine"),
        ("SOME_DAYS_OFF", "24.12."),
        ("SOME_DAYS_OFF", "2026-12-24 2026-13-01"),
        ("SOME_UPDATE_INTERVAL_DAYS", "0"),
        ("SOME_UPDATE_INTERVAL_DAYS", "two weeks"),
        ("SOME_ICT_SECRETARIES", "First"),
        ("SOME_DECIDERS", "slack:"),
    ],
)
def test_a_malformed_value_is_named_as_in_the_environment_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    text = refusal()
    assert text.startswith(f"{name}: ")
    assert len(text) > len(f"{name}: ")
    assert "\n" not in text


def test_all_that_is_wrong_is_said_at_once_and_nothing_that_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "web")
    monkeypatch.setenv("SOME_COMMAND", "/kanavat")
    monkeypatch.setenv("SOME_LANGUAGE", "de")
    text = refusal()
    assert "PORT: " in text
    assert "SOME_LANGUAGE: " in text
    assert "SOME_COMMAND" not in text
    assert "\n" not in text


@pytest.mark.parametrize(
    "address",
    ["https://hc.example/avain", "https://hc.example:8443/ping/avain?create=1", "http://127.0.0.1:8000/avain"],
)
def test_a_monitor_is_one_over_https_or_on_this_machine(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("SOME_HEARTBEAT_URL", address)
    assert secret(load_settings().heartbeat_url) == address
    assert "avain" not in repr(load_settings())


@pytest.mark.parametrize(
    "address",
    [
        "http://hc.example/avain",
        "http://127.0.0.1.hc.example/avain",
        "https://somebody:avain@hc.example/",
        "https://hc.example:avain/",
        "https://hc.example/avain#part",
        "ftp://hc.example/avain",
        "avain",
    ],
)
def test_any_other_monitor_is_refused_without_showing_its_key(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("SOME_HEARTBEAT_URL", address)
    text = refusal()
    assert text.startswith("SOME_HEARTBEAT_URL: ")
    assert "avain" not in text


def test_a_token_for_the_figures_that_is_easily_guessed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_METRICS_TOKEN", "salasana")
    text = refusal()
    assert text.startswith("SOME_METRICS_TOKEN: ")
    assert "salasana" not in text


def test_the_hour_of_reminders_and_the_days_off_make_the_working_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_NUDGE_AT", "10:30")
    monkeypatch.setenv("SOME_DAYS_OFF", "12-31, 2026-07-06..2026-07-10")
    working = load_settings().working
    assert working.remind_at == time(10, 30)
    assert not working.is_working_day(date(2026, 12, 31))
    assert not working.is_working_day(date(2026, 7, 8))
    assert working.is_working_day(date(2027, 7, 8))


def test_people_are_listed_with_commas_between_in_any_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_ICT_SECRETARIES", " U0ICT0001, slack:W0ICT0002,It@Kunta.Example ,,console:ict\n")
    assert load_settings().ict_secretaries == ("slack:U0ICT0001", "slack:W0ICT0002", "it@kunta.example", "console:ict")


@pytest.mark.parametrize("nobody", ["", " ", ",", " , "])
def test_a_list_of_nobody_is_empty(monkeypatch: pytest.MonkeyPatch, nobody: str) -> None:
    monkeypatch.setenv("SOME_DECIDERS", nobody)
    assert load_settings().deciders == ()


def test_whoever_is_not_known_by_what_is_written_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_ICT_SECRETARIES", "U0ICT0001,First,@second")
    text = refusal()
    assert "'First'" in text
    assert "'@second'" in text
    assert "U0ICT0001'" not in text


def test_a_file_env_is_read_and_the_environment_goes_before_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SOME_LANGUAGE=sv\nPORT=4000\nSOMETHING_ELSE=1\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "5000")
    settings = load_settings()
    assert (settings.language, settings.port) == (Language.SV, 5000)


def test_a_file_env_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SOME_LANGUAGE=\xff\xfe\n")
    assert ".env" in refusal()


def test_the_readme_names_every_setting_with_its_default() -> None:
    table = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Settings")[2].partition("\n## ")[0]
    documented: dict[str, str] = {}
    for row in re.findall(r"^\| (`[A-Z].*?) \| (.*?) \| .* \|$", table, re.MULTILINE):
        names, defaults = (re.findall(r"`([^`]+)`|(–)", cell) for cell in row)
        documented.update({name[0]: "".join(default) for name, default in zip(names, defaults, strict=True)})

    assert documented == {name: as_written(default) for name, default in names_of_the_environment().items()}


def as_written(default: object) -> str:
    """A default as the README writes it; a folder of the project relative to it."""
    if default in ((), None):
        return "–"
    if isinstance(default, Path) and default.is_absolute():
        return default.relative_to(ROOT).as_posix()
    return f"{default:%H:%M}" if isinstance(default, time) else str(default)
