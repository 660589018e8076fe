"""Who everybody on the console is: made-up people, called by what they do, in the language of the page."""

from typing import Final

from bot.domain.language import Language
from bot.domain.people import WorkspaceAccount
from bot.surfaces.console.personas import SCHEME
from bot.surfaces.console.phrases import phrases_in

CALLED: Final = {
    "staff": "console-persona-staff",
    "maintainer": "console-role-maintainer",
    "ict-secretary": "console-persona-ict-secretary",
    "manager": "console-persona-manager",
    "sample-administration": "console-role-administration",
    "sample-communications": "console-role-communications",
    "sample-library": "console-role-library",
    "sample-librarian": "console-role-librarian",
    "sample-youth": "console-role-youth",
    "sample-youth-worker": "console-role-youth-worker",
    "sample-museum": "console-role-museum",
    "sample-sports": "console-role-sports",
}
"""The text that says what each of them does; of the persona who maintains channels, also which."""


def accounts(language: Language) -> tuple[WorkspaceAccount, ...]:
    """The people of the sample register and those that one can try the bot as, as a workspace's directory would have
    them whose people speak ``language``."""
    phrases = phrases_in(language)
    return tuple(WorkspaceAccount(f"{SCHEME}{name}", phrases(key)) for name, key in CALLED.items())
