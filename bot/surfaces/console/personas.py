"""The people that one can try the bot as. They are roles, not persons."""

from dataclasses import dataclass

SCHEME = "console:"


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody to try the bot as: ``name`` stands in addresses and identities, ``examples`` name texts that are offered
    as something to start with."""

    name: str
    examples: tuple[str, ...]

    @property
    def identity(self) -> str:
        """Who this is to the register."""
        return SCHEME + self.name

    @property
    def label_key(self) -> str:
        """The key of the text that names the role."""
        return f"console-persona-{self.name}"

    @property
    def example_keys(self) -> tuple[str, ...]:
        """The keys of the texts to start with."""
        return tuple(f"console-example-{example}" for example in self.examples)


PERSONAS = (
    Persona("staff", ("owner", "rule", "channels", "help")),
    Persona("maintainer", ("updated", "answering", "owner", "help")),
    Persona("ict-secretary", ("channels", "register", "owner", "help")),
    Persona("manager", ("channels", "decision", "owner", "help")),
)
"""In the order of the tabs; the first is the one that the page opens with."""
