"""The register from a document or a list and back: all or nothing, and an export imports as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import ChannelId, FieldChange
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.services.access import require_ict_secretary
from bot.services.committing import update_register
from bot.services.ports import Change, Event, EventKind, Store
from bot.services.register.documents import puts, register_of
from bot.services.register.lists.import_plan import ImportPlan, plan_import
from bot.services.register.lists.listings import InvalidImportError, Listing, listing_of
from bot.services.register.records.person_records import reference_in, to_person_record
from bot.services.register.records.record_mapping import people_of, to_record

__all__ = ["ImportResult", "InvalidImportError", "Transfer"]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The ids of the channels that an import added, changed and left as they were, or would.

    ``differences`` tell the changed ones field by field, ``people_added`` and ``people_changed`` are labels of people,
    ``left_alone`` names what else was in the file, and ``corrected`` the cells that were read otherwise than written.
    """

    added: tuple[ChannelId, ...]
    changed: tuple[ChannelId, ...]
    unchanged: tuple[ChannelId, ...]
    differences: Mapping[ChannelId, tuple[FieldChange, ...]] = field(default_factory=dict, compare=False)
    people_added: tuple[str, ...] = field(default=(), compare=False)
    people_changed: tuple[str, ...] = field(default=(), compare=False)
    left_alone: tuple[str, ...] = field(default=(), compare=False)
    corrected: tuple[str, ...] = field(default=(), compare=False)


class Transfer:
    """Imports and exports the register."""

    def __init__(self, store: Store, platforms: Platforms) -> None:
        self._store = store
        self._platforms = platforms

    async def export(self) -> dict[str, object]:
        """The register as a JSON-ready document: its channels in order, and the people they refer to."""
        register = register_of(await self._store.read())
        reference = cache(lambda person_id: reference_in(register, person_id))
        only_by_id = map(Person, sorted(people_of(register.channels.values()) - register.people.keys()))
        return {
            "channels": [to_record(channel, reference) for channel in register.channels.values()],
            "people": [to_person_record(person) for person in (*register.people.values(), *only_by_id)],
        }

    async def preview(self, actor: Actor, document: object, at: datetime) -> ImportResult:
        """What ``import_document`` would do, without doing it. Raises what it raises."""
        require_ict_secretary(actor)
        listing = listing_of(document)
        return _result(self._plan(register_of(await self._store.read()), listing, at), listing)

    async def import_document(self, actor: Actor, document: object, at: datetime) -> ImportResult:
        """Add the channels of a JSON document or a Listing, and replace those that the register has.

        A row is the channel with its id; a row without an id is the channel at its address, where the register has one:
        without that, importing a list without ids again would double everything. A channel without evidence counts as
        registered on the day of the import. Raises NotAllowedError and InvalidImportError; in both cases nothing is
        imported.
        """
        require_ict_secretary(actor)
        listing = listing_of(document)
        plan = self._plan(register_of(await self._store.read()), listing, at)
        if not plan.is_empty:

            def changes(register: Register) -> list[Change]:
                nonlocal plan
                plan = self._plan(register, listing, at)
                return puts(plan.channels, plan.people)

            await update_register(self._store, Event(actor.person.id, at, EventKind.IMPORT), changes)
        return _result(plan, listing)

    def _plan(self, register: Register, listing: Listing, at: datetime) -> ImportPlan:
        return plan_import(register, listing, self._platforms, at.date())


def _result(plan: ImportPlan, listing: Listing) -> ImportResult:
    before = plan.register
    touched = [channel.id for channel in plan.channels]
    return ImportResult(
        added=tuple(key for key in touched if key not in before.channels),
        changed=tuple(key for key in touched if key in before.channels),
        unchanged=tuple(key for key in plan.listed if key not in touched),
        differences=plan.differences(),
        people_added=tuple(one.label for one in plan.people if one.id not in before.people),
        people_changed=tuple(one.label for one in plan.people if one.id in before.people),
        left_alone=listing.left_alone,
        corrected=tuple(map(str, plan.corrected)),
    )
