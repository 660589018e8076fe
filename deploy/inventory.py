"""What runs in the bot: its libraries as pinned, with versions and licences, as a table or as CycloneDX 1.5."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
PINNED: Final = ("requirements.txt", "requirements-postgres.txt", "requirements-teams.txt")
"""All that may run in the bot; what it is checked and tested with goes into no image."""

_CALLED: Final = {
    "Apache 2.0": "Apache-2.0",
    "APL 2": "Apache-2.0",
    "BSD-3-Clause": "BSD-3-Clause",
    "MIT": "MIT",
    "MIT, BSD": "MIT AND BSD-3-Clause",
    "PSF-2.0": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
"""What authors wrote before there were expressions, as SPDX has it."""
_CLASSIFIED: Final = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
}


@dataclass(frozen=True, slots=True)
class Inside:
    """A library of somebody else's that a wheel has in it, and what its own licence does not say."""

    name: str
    licence: str
    why: str
    """Why the bot may run with it."""


INSIDE: Final = {
    "numpy": (
        Inside("libscipy_openblas", "BSD-3-Clause", "permissive; arithmetic on matrices"),
        Inside(
            "libgfortran",
            "GPL-3.0-or-later WITH GCC-exception-3.1",
            "the exception lets any program run with it, under whatever licence",
        ),
        Inside(
            "libquadmath",
            "LGPL-2.1-or-later",
            "a shared library that comes with libgfortran, unchanged, and can be put in the place of another",
        ),
    ),
    # The bot draws with it and opens no picture of anybody's: what reads other kinds of files is never called.
    "pillow": (
        Inside("Aileron", "CC0-1.0", "nobody's; the digits in pictures"),
        Inside("libXau", "MIT-open-group", "permissive; pictures of the screen, which the bot does not take"),
        Inside("libavif", "BSD-2-Clause AND BSD-3-Clause", "permissive, with libaom, dav1d and libyuv; AVIF"),
        Inside("libbrotli", "MIT", "permissive; compressed fonts"),
        Inside("libfreetype", "FTL", "permissive, of two to choose from; draws letters"),
        Inside("libharfbuzz", "MIT-Modern-Variant", "permissive; sets letters side by side"),
        Inside("libjpeg", "IJG AND BSD-3-Clause AND Zlib", "permissive; JPEG"),
        Inside("liblcms2", "MIT", "permissive; colours of other devices"),
        Inside("liblzma", "0BSD", "permissive; TIFF"),
        Inside("libopenjp2", "BSD-2-Clause", "permissive; JPEG 2000"),
        Inside("libpng16", "libpng-2.0", "permissive; fonts with pictures in them"),
        Inside("libsharpyuv", "BSD-3-Clause", "permissive; WebP"),
        Inside("libtiff", "libtiff", "permissive; TIFF"),
        Inside("libwebp", "BSD-3-Clause", "permissive; WebP"),
        Inside("libxcb", "X11", "permissive; pictures of the screen, which the bot does not take"),
        Inside("libzstd", "BSD-3-Clause", "permissive, of two to choose from; TIFF"),
    ),
}
"""What wheels have in them, by the beginning of the files' names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library of the bot. ``licence`` is an SPDX expression, and empty where it is not known."""

    name: str
    version: str
    licence: str

    @property
    def inside(self) -> tuple[Inside, ...]:
        """What of others is in its wheel."""
        return INSIDE.get(self.name, ())

    @property
    def purl(self) -> str:
        """The name that scanners know it by."""
        return f"pkg:pypi/{self.name}@{self.version}"


class NotInstalledError(Exception):
    """A pinned version is not the one that is installed: its licence cannot be read."""


def parts() -> list[Part]:
    """All that may run in the bot, by name. Raises NotInstalledError."""
    return [Part(name, version, _licence(name, version)) for name, version in sorted(pinned().items())]


def pinned() -> dict[str, str]:
    """Each name with its version, as they stand in the files of requirements."""
    return {name: version for file in PINNED for name, version in _pins((ROOT / file).read_text(encoding="utf-8"))}


def _pins(text: str) -> Iterator[tuple[str, str]]:
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE):
        yield re.sub(r"[-_.]+", "-", name).lower(), version


def _licence(name: str, version: str) -> str:
    try:
        found = metadata(name)
    except PackageNotFoundError:
        raise NotInstalledError(f"{name} {version} is not installed: run `make lint` first") from None
    if found["Version"] != version:
        raise NotInstalledError(f"{name} {version} is pinned, and {found['Version']} installed: run `make lint` first")
    return licence_of(
        {key.lower(): found.get_all(key) or [] for key in ("License-Expression", "License", "Classifier")}
    )


def licence_of(said: Mapping[str, Sequence[str]]) -> str:
    """The licence as SPDX has it, from what a library says of itself; empty where that tells nothing for sure."""
    for expression in said.get("license-expression", ()):
        return expression
    for words in said.get("license", ()):
        if words in _CALLED.keys() | _CALLED.values():
            return _CALLED.get(words, words)
    kinds = [one for one in said.get("classifier", ()) if one.startswith("License ::")]
    known = [_CLASSIFIED[kind] for kind in kinds if kind in _CLASSIFIED]
    return " OR ".join(sorted(known)) if len(known) == len(kinds) else ""


def bill(listed: Sequence[Part], version: str) -> dict[str, Any]:
    """The bill of materials of the bot's ``version`` as CycloneDX 1.5. It says no time, so that equal parts make an
    equal file."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": f"pkg:generic/somebot@{version}",
                "name": "somebot",
                "version": version,
                "licenses": [{"expression": "EUPL-1.2"}],
            }
        },
        "components": [_component(part) for part in listed],
        "dependencies": [{"ref": f"pkg:generic/somebot@{version}", "dependsOn": [part.purl for part in listed]}],
    }


def _component(part: Part) -> dict[str, Any]:
    inside = [
        {"type": "library", "name": one.name, "description": one.why, "licenses": [{"expression": one.licence}]}
        for one in part.inside
    ]
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        "licenses": [{"expression": part.licence}] if part.licence else [],
        **({"components": inside} if inside else {}),
    }


def own_version() -> str:
    """The version of the bot itself."""
    found = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise LookupError("pyproject.toml names no version")
    return found[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table, or with ``--sbom`` the bill of materials."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sbom", action="store_true", help="as CycloneDX 1.5 (JSON)")
    options = parser.parse_args(arguments)
    try:
        listed = parts()
    except NotInstalledError as error:
        print(error, file=sys.stderr)
        return 1
    if options.sbom:
        print(json.dumps(bill(listed, own_version()), indent=1))
    else:
        for part in listed:
            print(f"{part.name:24} {part.version:16} {part.licence or 'not known'}")
            for one in part.inside:
                print(f"  in it {one.name:18} {'':15} {one.licence}: {one.why}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
