"""What the app may do in the workspace, and why: the manifest asks for these scopes, ``doctor`` compares with them.

What each of them allows is told at https://docs.slack.dev/reference/scopes.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class BotScope:
    """One permission: what the bot does with it, and what does not work ``without`` it."""

    name: str
    reason: str
    without: str

    @property
    def missing(self) -> str:
        """That the app does not have it, what comes of that, and what to do."""
        return f"{self.name} is missing: {self.without}: add it to the app (OAuth & Permissions), and install it again"


SPEAKING: Final = "chat:write"
"""The scope without which nothing of what the bot does reaches anybody."""
PICTURES: Final = "files:write"
"""The scope without which pictures are said in words."""
SCOPES: Final = (
    BotScope("commands", "offers the slash command and the shortcuts", "there is no slash command and no shortcut"),
    BotScope("app_mentions:read", "hears questions that mention it, where it was invited", "mentions are not answered"),
    BotScope(SPEAKING, "answers, and sends notices to people; only where it was invited", "it cannot say anything"),
    BotScope(
        "im:history",
        "reads what people write to it in their direct messages with it; no other conversation",
        "direct messages are not answered",
    ),
    BotScope(
        "users:read",
        "knows names and languages, tells guests from staff, and learns who has left",
        "everybody is taken for a guest, and nobody is noticed to have left",
    ),
    BotScope(
        PICTURES,
        "shows the report's pictures to whoever asks it for one in a direct message; it reads and removes no files",
        "the report has its figures in words alone",
    ),
)
"""What the bot always needs. A conversation with a person needs no scope of its own: messages go to the person's id."""

EMAIL: Final = BotScope(
    "users:read.email",
    "finds people who are named by their e-mail address, since SOME_EMAIL_DOMAINS is set",
    "people who are named by e-mail address are not recognised, and get no notices",
)


def scopes_for(*, by_email: bool) -> tuple[BotScope, ...]:
    """The scopes that are used; ``by_email`` where e-mail addresses join people to their accounts."""
    return (*SCOPES, EMAIL) if by_email else SCOPES
