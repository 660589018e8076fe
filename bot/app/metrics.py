"""``/metrics``: how the bot does, in figures for Prometheus. Nobody is in them: no person, no channel, no address.

Unless a token is set, they are for this machine alone. A proxy on this machine comes over loopback as well, with what
others ask: what a proxy has marked is refused, and so is a name that is not this machine's. The text format 0.0.4:
https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
"""

import hmac
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from ipaddress import ip_address
from typing import Final

from aiohttp import hdrs, web
from yarl import URL

from bot.activity.model import Result
from bot.app.application import Application
from bot.errors import StoreError
from bot.knowledge.search.confidence import Answerability
from bot.services.activity.documents import SOURCES
from bot.services.ports import State
from bot.services.reminders.entries import OUTBOX, Stage
from bot.services.reminders.punctuality import ROUNDS_GONE, THE_ROUNDS
from bot.settings import LOOPBACK

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Kind(StrEnum):
    """What a figure is: a counter only grows, until the process or what it counts begins anew."""

    COUNTER = "counter"
    GAUGE = "gauge"


@dataclass(frozen=True, slots=True)
class Family:
    """All figures of one ``name``, by the values of its ``label``; of one without a label, under the empty value."""

    name: str
    kind: Kind
    about: str
    figures: Mapping[str, float]
    label: str = ""


def exposition(families: Iterable[Family]) -> str:
    """The page that shows ``families``; a family without figures is left out."""
    return "".join(f"{line}\n" for family in families if family.figures for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    about = family.about.replace("\\", r"\\").replace("\n", r"\n")
    yield f"# HELP {family.name} {about}"
    yield f"# TYPE {family.name} {family.kind}"
    for value, figure in family.figures.items():
        labels = f'{{{family.label}="{_escaped(value)}"}}' if family.label else ""
        yield f"{family.name}{labels} {_number(figure)}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(figure: float) -> str:
    if math.isnan(figure):
        return "NaN"
    if math.isinf(figure):
        return "+Inf" if figure > 0 else "-Inf"
    return repr(figure)


PATH: Final = "/metrics"
_PASSED_ON: Final = (hdrs.FORWARDED, hdrs.X_FORWARDED_FOR, hdrs.X_FORWARDED_HOST, hdrs.VIA, "X-Real-IP")
"""What proxies and tunnels mark requests with that they pass on for somebody else."""
_DECISIONS: Final = {
    Answerability.ANSWER: "answered",
    Answerability.CANDIDATES: "near",
    Answerability.NOT_COVERED: "silent",
}
_AGAIN: Final = "again"


def serve_metrics(app: web.Application, application: Application, token: str) -> None:
    """Serve the figures of ``application``, to whoever has the ``token``; where it is empty, to this machine alone."""

    async def answer(request: web.Request) -> web.Response:
        _check(request, token)
        try:
            shown = exposition(await families(application, application.clock.now()))
        except StoreError:  # the log has it from whoever needed the store
            return web.Response(status=503, text="the store cannot be read\n")
        return web.Response(body=shown.encode(), headers={hdrs.CONTENT_TYPE: CONTENT_TYPE})

    app.router.add_get(PATH, answer)


async def families(application: Application, at: datetime) -> list[Family]:
    """The figures of ``application`` as of ``at``."""
    kept, questions = await application.store.read(), await application.questions.read()
    return [
        *_rounds(application, kept),
        *_outbox(kept, application.outbox.outcomes, at),
        _questions(application.services.asking.decisions),
        _sources(kept),
        Family(
            "somebot_store_commits_total",
            Kind.COUNTER,
            "Changes of the store, whichever process made them.",
            {"kept": kept.version, "questions": questions.version},
            "store",
        ),
        Family(
            "somebot_surface_up",
            Kind.GAUGE,
            "Whether people are heard there, as far as can be told.",
            {surface.scheme.rstrip(":"): int(surface.trouble() is None) for surface in application.surfaces},
            "surface",
        ),
    ]


def _rounds(application: Application, kept: State) -> Iterator[Family]:
    counts, last = application.round_counts, kept.of(ROUNDS_GONE).get(THE_ROUNDS)
    yield Family(
        "somebot_rounds_total",
        Kind.COUNTER,
        "Rounds of reminders that this process has gone: hourly, also when there is nothing to send.",
        {outcome: counts[outcome] for outcome in ("done", "failed")},
        "outcome",
    )
    yield Family(
        "somebot_rounds_last_success_timestamp_seconds",
        Kind.GAUGE,
        "When a round was last gone to its end, by whichever process.",
        {"": last.last.timestamp()} if last else {},
    )


def _outbox(kept: State, outcomes: Counter[Stage], at: datetime) -> Iterator[Family]:
    waiting = [entry.posted_at for entry in kept.of(OUTBOX).values() if entry.stage is Stage.WAITING]
    yield Family("somebot_outbox_waiting", Kind.GAUGE, "Notices that wait to go out.", {"": len(waiting)})
    yield Family(
        "somebot_outbox_oldest_waiting_seconds",
        Kind.GAUGE,
        "Age of the notice that has waited longest; at night and at weekends many wait for office hours.",
        {"": max(0.0, (at - min(waiting)).total_seconds()) if waiting else 0},
    )
    shown = {_AGAIN if stage is Stage.WAITING else stage: outcomes[stage] for stage in Stage if stage != Stage.SENDING}
    yield Family(
        "somebot_sends_total",
        Kind.COUNTER,
        "What came of notices that this process has handed on; again: to be tried once more.",
        shown,
        "outcome",
    )


def _questions(decisions: Counter[Answerability]) -> Family:
    counted = {name: decisions[decision] for decision, name in _DECISIONS.items()}
    about = "Questions to this process, by whether the guideline or an answer of the ICT secretary answers them."
    return Family("somebot_questions_total", Kind.COUNTER, about, counted, "decision")


def _sources(kept: State) -> Family:
    found = Counter(source.result for source in kept.of(SOURCES).values())
    states = {str(result): found[result] for result in Result}
    return Family("somebot_sources", Kind.GAUGE, "Sources of channels, by what their last look found.", states, "state")


def _check(request: web.Request, token: str) -> None:
    """Raises HTTPUnauthorized or HTTPForbidden, with a line of text that says what to do."""
    if token:
        scheme, _, given = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
        # As bytes: a header may hold what is no ASCII.
        right = hmac.compare_digest(given.strip().encode(errors="surrogateescape"), token.encode())
        if scheme.lower() != "bearer" or not right:
            needed = {hdrs.WWW_AUTHENTICATE: "Bearer"}
            raise web.HTTPUnauthorized(text="send SOME_METRICS_TOKEN as the bearer token\n", headers=needed)
    elif not (
        _is_loopback(request.remote)
        and _names_loopback(request)
        and not any(map(request.headers.__contains__, _PASSED_ON))
    ):
        raise web.HTTPForbidden(text="for this machine alone, unless SOME_METRICS_TOKEN is set\n")


def _is_loopback(address: str | None) -> bool:
    try:
        ip = ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return ip.is_loopback or (mapped is not None and mapped.is_loopback)


def _names_loopback(request: web.Request) -> bool:
    """Whether the request is for a name of this machine: not for one that a web site has made to lead here."""
    try:
        return URL(f"http://{request.host}").host in LOOPBACK
    except ValueError:
        return False
