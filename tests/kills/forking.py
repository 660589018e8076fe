"""Processes that are made to be killed: each is forked from one that has imported what takes long already."""

from __future__ import annotations

import multiprocessing

PROCESSES = multiprocessing.get_context("forkserver")
# There is one such process a test run, and what it imports is settled when the first is forked: the modules of all
# kills, or whichever kill came second would import its own for seconds each time.
PROCESSES.set_forkserver_preload(
    [
        f"tests.kills.{name}"
        for name in (
            "answering",
            "deciding",
            "delivering_process",
            "erasing",
            "looking",
            "migrating",
            "telling",
            "updating",
            "writer",
        )
    ]
)
