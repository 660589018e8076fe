"""The folder of the register: whether it can be written to, and whether it will still be there tomorrow."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.doctor.finding import Finding, error, ok, warning
from bot.storage.embedded.version_1 import KEPT_ASIDE

PLATFORMS: Final = {
    "DYNO": "Heroku",
    "RENDER": "Render",
    "FLY_APP_NAME": "Fly.io",
    "RAILWAY_ENVIRONMENT_ID": "Railway",
    "K_SERVICE": "Cloud Run",
    "VCAP_APPLICATION": "Cloud Foundry",
    "ECS_CONTAINER_METADATA_URI_V4": "Amazon ECS",
    "WEBSITE_INSTANCE_ID": "Azure App Service",
    "KUBERNETES_SERVICE_HOST": "Kubernetes",
}
"""Where a new machine is put in the place of the old one at each deploy, by the variable that tells of it."""

_IN_MEMORY: Final = frozenset({"tmpfs", "ramfs"})
_MOUNTS: Final = Path("/proc/self/mountinfo")
_SCARCE, _SHORT = 10 * 2**20, 200 * 2**20
"""Bytes: with less than the first, a restart may not come up; the second is some years of a register."""
_ADVICE: Final = "put SOME_DATA_DIR on a volume that stays, or the register is lost with this disk"


def folder(path: Path) -> Finding:
    """Whether the data folder, or where it will be made, can be written to and has room."""
    there = next(parent for parent in (path, *path.absolute().parents) if parent.exists())
    if not there.is_dir():
        return error("SOME_DATA_DIR", f"{there} is no folder", "name one")
    if not os.access(there, os.W_OK | os.X_OK):
        return error("SOME_DATA_DIR", f"{there} cannot be written to", "let the bot's user write there")
    free = shutil.disk_usage(there).free
    room = f"{free / 2**30:.1f} GiB free"
    if free < _SCARCE:
        return error("SOME_DATA_DIR", f"the disk of {path} is full ({room})", "make room")
    if free < _SHORT:
        return warning("SOME_DATA_DIR", f"the disk of {path} is nearly full ({room})", "make room")
    made = "" if there == path else ", to be made at the first start"
    return ok("SOME_DATA_DIR", f"{path}, {room}{made}")


def kept_learning(path: Path) -> Finding:
    """Whether what is learnt from the content can be kept, or is learnt at each start."""
    there = next(parent for parent in (path, *path.absolute().parents) if parent.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return ok("SOME_CACHE_DIR", str(path))
    if path.is_dir() and any(path.iterdir()):
        return ok("SOME_CACHE_DIR", f"{path}, which is only read: what is learnt of your own guideline is not kept")
    return warning(
        "SOME_CACHE_DIR",
        f"{there} cannot be written to: what the bot learns from the content takes it about a minute after each start",
        "name a folder in which the bot's user may write",
    )


def lasting(path: Path, environment: Mapping[str, str]) -> Finding:
    """Whether the data folder outlives a deploy."""
    why = thrown_away(path, environment, read_mounts())
    return warning("disk", f"{path} {why}", _ADVICE) if why else ok("disk", "nothing says that it is thrown away")


def left_behind(path: Path) -> Iterator[Finding]:
    """What an update has left in the data folder."""
    if (path / KEPT_ASIDE).is_dir():
        advice = (
            "remove it once you are content with this version: people's names stay in it for as long as it is there"
        )
        yield warning("old files", f"{path / KEPT_ASIDE} has what an earlier version kept", advice)


def read_mounts() -> str:
    """What is mounted where, as Linux tells it; empty on other systems."""
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def thrown_away(path: Path, environment: Mapping[str, str], mounts: str) -> str | None:
    """Why what is written to ``path`` will be lost, as words that follow its name; None where nothing tells so.

    ``mounts`` is what `read_mounts` gives.
    """
    mount = _mount_of(path, mounts)
    if mount is None:
        return None
    if mount.kind in _IN_MEMORY:
        return f"is kept in memory ({mount.kind}), and lost at each restart"
    if "kubernetes.io~empty-dir" in mount.root:
        return "is in a volume of the kind emptyDir, and lost with its pod"
    if mount.point != Path("/"):
        return None
    if platform := platform_of(environment):
        return f"is on the disk of the machine itself, which {platform} throws away at each deploy"
    if mount.kind == "overlay":
        return "is in the container itself, and lost when that is replaced"
    return None


def platform_of(environment: Mapping[str, str]) -> str | None:
    """The hosting platform that the variables tell of."""
    return next((platform for name, platform in PLATFORMS.items() if environment.get(name)), None)


@dataclass(frozen=True, slots=True)
class _Mount:
    """A file system of the type ``kind``, or the part of it below ``root``, that is seen at ``point``."""

    root: str
    point: Path
    kind: str


def _mount_of(path: Path, mounts: str) -> _Mount | None:
    found = None
    whole = path.resolve()
    for mount in _mounts(mounts):
        # The deepest; of two at one point, the later hides the earlier.
        if whole.is_relative_to(mount.point) and (found is None or len(mount.point.parts) >= len(found.point.parts)):
            found = mount
    return found


def _mounts(text: str) -> Iterator[_Mount]:
    """See `proc_pid_mountinfo(5)`."""
    for line in text.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(), after.split()
        if dash and len(fields) > 4 and kinds:
            yield _Mount(_plain(fields[3]), Path(_plain(fields[4])), kinds[0])


def _plain(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)
