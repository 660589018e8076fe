"""The bot in a tenant of the tests' own: Teams' keys are at ``BENCH_KEYS``, and tokens are given at ``BENCH_LOGIN``."""

from __future__ import annotations

import os
import sys
from functools import partial

from bot.cli import main
from bot.surfaces.teams import connection, gate

if __name__ == "__main__":
    # Where Microsoft's own addresses are is no setting: a bot must not be told to believe others.
    vars(gate)["SigningKeys"] = partial(gate.SigningKeys, metadata=os.environ["BENCH_KEYS"])
    vars(connection)["AppToken"] = partial(connection.AppToken, login=os.environ["BENCH_LOGIN"])
    sys.exit(main(["serve"]))
