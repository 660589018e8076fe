"""Where services are told of accounts in trouble: the file ``report_pages.toml``."""

from datetime import date
from pathlib import Path

from bot.domain.accounts.addresses import normalise_url
from bot.domain.trouble import ReportPage, ReportPages, TroubleKind
from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import read_toml

_FOUND = "found"


def read_report_pages(path: Path, report: Report) -> ReportPages:
    """The pages by service and by what has happened; ``report`` gets what is wrong."""
    file = read_toml(path, report)
    found: dict[tuple[str, TroubleKind], ReportPage] = {}
    for platform, entry in file.values.items():
        if not isinstance(entry, dict):
            file.error(platform, f"must be a table: write [{platform}]")
            continue
        on = entry.get(_FOUND)
        if on is not None and type(on) is not date:
            file.error(platform, "found must be a day without quotes, such as 2026-11-29")
            on = None
        for kind, url in entry.items():
            if kind == _FOUND:
                continue
            if kind not in set(TroubleKind) or not isinstance(url, str) or normalise_url(url) is None:
                file.error(platform, f"{kind} is not known: give hijacked or fake the address of a page")
            else:
                found[platform, TroubleKind(kind)] = ReportPage(url, on)
    return found
