"""What the settings tell by themselves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import configuration
from bot.doctor.finding import Finding, Mark
from bot.settings import Settings, setting_names

TOKEN, SECRET = "xoxb-1764-salainen-avain", "5a1a15e4a11e4c1f9d7f6a5b4c3d2e1f"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [*os.environ]:
        if name in setting_names():
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def settings(**values: Any) -> Settings:
    """Settings by their names in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        return Settings()


def in_slack(**values: Any) -> Settings:
    return settings(**{"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, **values})


def unknown(environment: dict[str, str], file: Path) -> dict[str, str]:
    return {
        finding.subject: finding.advice
        for finding in configuration.names(environment, file)
        if finding.mark is Mark.WARNING
    }


def test_a_name_that_nobody_reads_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    environment = {"SOME_ICT_SECRETARY": "", "SLACK_SIGNING_SECRETS": "", "SOME_WHAT": "", "PATH": "", "PORT": "1"}
    assert unknown(environment, tmp_path / ".env") == {
        "SOME_ICT_SECRETARY": "did you mean SOME_ICT_SECRETARIES?",
        "SLACK_SIGNING_SECRETS": "did you mean SLACK_SIGNING_SECRET?",
        "SOME_WHAT": "",
    }


def test_the_file_is_read_too_and_its_values_are_not_told(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(f"SLACK_BOT_TOKN={TOKEN}\nsome_language=fi\nexport SOMEDATA_DIR=x\nDATABASE_URL={SECRET}\n")
    findings = list(configuration.names({}, file))
    assert [finding.subject for finding in findings] == ["SLACK_BOT_TOKN", "SOMEDATA_DIR"]
    assert TOKEN not in "".join(map(str, findings))


def test_settings_that_are_all_known_are_well() -> None:
    (finding,) = configuration.names(dict.fromkeys(setting_names(), ""), Path("nowhere"))
    assert finding.mark is Mark.OK


@pytest.mark.parametrize(
    ("token", "word"),
    [
        ("", "not set"),
        (f'"{TOKEN}"', "quotation marks"),
        (f"{TOKEN}'", "quotation marks"),
        ("xoxp-1", "a user's token"),
        ("xapp-1", "an app-level token"),
        ("xoxe.xoxb-1", "rotation"),
        (SECRET, "no bot's token"),
    ],
)
def test_what_is_no_bots_token_is_found_and_not_repeated(token: str, word: str) -> None:
    finding = configuration.token(in_slack(SLACK_BOT_TOKEN=token))
    assert finding.mark is Mark.ERROR
    assert word in finding.found
    assert not token or token.strip() not in str(finding)


@pytest.mark.parametrize("secret", ["", TOKEN, SECRET[:-1], SECRET.upper(), f"'{SECRET}'"])
def test_what_is_no_signing_secret_is_found_and_not_repeated(secret: str) -> None:
    finding = configuration.signing_secret(in_slack(SLACK_SIGNING_SECRET=secret))
    assert finding.mark is Mark.ERROR
    assert not secret or secret not in str(finding)


def test_secrets_of_the_right_form_are_well() -> None:
    assert configuration.token(in_slack()).mark is Mark.OK
    finding = configuration.signing_secret(in_slack())
    assert finding.mark is Mark.OK
    assert "first request" in finding.found


@pytest.mark.parametrize(
    ("people", "domains", "mark"),
    [
        ("", "", Mark.ERROR),
        ("U0ICT0001", "", Mark.OK),
        ("ict@esimerkki.fi", "", Mark.ERROR),
        ("ict@esimerkki.fi", "esimerkki.fi", Mark.OK),
        ("ict@sub.esimerkki.fi", "esimerkki.fi", Mark.ERROR),
        ("console:keeper", "esimerkki.fi", Mark.ERROR),
        ("console:keeper W0ICT0001", "", Mark.OK),
    ],
)
def test_somebody_in_slack_has_to_keep_the_register(people: str, domains: str, mark: Mark) -> None:
    given = in_slack(SOME_ICT_SECRETARIES=people, SOME_EMAIL_DOMAINS=domains)
    assert configuration.secretaries(given).mark is mark
    assert configuration.secretaries(settings()).mark is Mark.OK


def test_an_address_of_no_domain_of_the_municipalitys_is_told_with_what_to_add() -> None:
    given = in_slack(SOME_DECIDERS="boss@esimerkki.fi, Boss@Muualla.fi, U0BOSS001", SOME_EMAIL_DOMAINS="esimerkki.fi")
    (finding,) = configuration.addresses(given)
    assert (finding.mark, finding.subject) == (Mark.ERROR, "SOME_DECIDERS")
    assert "boss@muualla.fi" in finding.found
    assert "muualla.fi to SOME_EMAIL_DOMAINS" in finding.advice


@pytest.mark.parametrize(
    ("secretaries", "told"),
    [
        ("", ["nobody in Slack keeps the register"]),
        ("console:keeper", ["nobody in Slack keeps the register"]),
        ("rehtori@muualla.fi", ["rehtori@muualla.fi is outside"]),
        ("rehtori@muualla.fi, U0ICT0001", ["1 person", "rehtori@muualla.fi is outside"]),
    ],
)
def test_one_mistake_in_the_roles_is_told_once(secretaries: str, told: list[str]) -> None:
    given = in_slack(SOME_ICT_SECRETARIES=secretaries, SOME_EMAIL_DOMAINS="esimerkki.fi")
    findings = list(configuration.roles(given))
    assert len(findings) == len(told)
    assert all(finding.found.startswith(words) for finding, words in zip(findings, told, strict=True))


def listening(host: str, *, slack: bool = True, **environment: str) -> Finding:
    return configuration.listening((in_slack if slack else settings)(HOST=host), environment)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_an_address_that_a_platform_does_not_reach_is_an_error(host: str) -> None:
    finding = listening(host, DYNO="web.1")
    assert finding.mark is Mark.ERROR
    assert "0.0.0.0" in finding.advice  # noqa: S104 - an advice
    assert "a proxy or a tunnel" in listening(host).found
    assert "a proxy or a tunnel" not in listening(host, slack=False).found


def test_an_address_that_everybody_reaches_is_well() -> None:
    for host in ("0.0.0.0", "::", "some.esimerkki.fi"):  # noqa: S104 - what a host needs
        assert listening(host, DYNO="web.1").mark is Mark.OK
