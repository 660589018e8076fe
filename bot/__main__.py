"""``python -m bot``."""

import gc
import sys

# What is imported stays for good: looking through it for garbage, again and again, makes the start a quarter longer.
gc.disable()

from bot.cli import main  # noqa: E402 - see above

gc.freeze()
gc.enable()

sys.exit(main())
