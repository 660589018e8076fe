"""What the bot has to work with: the guideline, and the register."""

from pathlib import Path

from bot.app.stores import open_stores
from bot.doctor.finding import Finding, error, ok, warning
from bot.domain.register import Register
from bot.errors import SomebotError, StoreError
from bot.knowledge.content import common
from bot.knowledge.content.findings import Severity, counted
from bot.knowledge.content.loader import check
from bot.services.register.documents import COLLECTIONS, register_of
from bot.settings import Settings
from bot.storage.embedded.lock import holder

_CHECK = "see `knowledge check`"


def knowledge(folder: Path) -> Finding:
    """The guideline's files, taken together."""
    if not folder.is_dir():
        return error("knowledge", f"{folder} is no folder", "set SOME_KNOWLEDGE_DIR to a guideline's folder")
    _, findings = check(folder)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if findings:
        report = error if errors else warning
        return report("knowledge", f"{counted(errors, len(findings) - errors)} in {folder}", _CHECK)
    try:
        common.platforms(folder)
        common.words(folder)
    except SomebotError as problem:
        return error("knowledge", str(problem))
    return ok("knowledge", "no errors, no warnings")


async def read_register(settings: Settings) -> Register:
    """The register as it is kept. Raises StoreError."""
    stores = await open_stores(settings, kept=COLLECTIONS, read_only=True)
    try:
        return register_of(await stores.kept.read())
    finally:
        await stores.close()


async def store(settings: Settings, *, awaited: bool) -> Finding:
    """The register, and who writes there; ``awaited`` where people rely on one."""
    try:
        register = await read_register(settings)
        process = None if settings.database_url else holder(settings.data_dir)
    except StoreError as problem:
        return error("register", str(problem))
    writing = f"process {process} is writing there" if process else "nobody is writing there now"
    if settings.database_url:
        writing = "in the database that DATABASE_URL names"
    if not register.channels and awaited:
        return warning("register", f"no channels yet ({writing})", "bring yours in with `register import FILE`")
    return ok("register", f"{len(register.channels)} channels, {len(register.people)} people; {writing}")
