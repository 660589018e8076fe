"""Sections as the files that the loader reads."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import yaml

from bot.domain.guideline import Approval, Prose, Section
from bot.domain.language import Language
from bot.importing.document import Sections
from bot.knowledge.content.edition import FILE_NAME

SLUG_CHARACTERS: Final = 40
_NAMED = ("name", "municipality", "version")

# What Markdown would read as markup: always, at the start of a paragraph, or only in the company that it keeps.
_ANYWHERE = re.compile(r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|<(?=[a-zA-Z/!?])|&(?=#|\w+;)|!(?=\[)|\{(?=#)")
_AT_START = re.compile(r"(?P<sign>[#>|~=]|[-+](?=\s|$|[-+*_\s]*$))|(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?P<open>\[)")


def files_of(sections: Sections, language: Language, source: str) -> dict[str, str]:
    """Each file's text by its path below the folder; with a ``guideline.toml`` for where there is none."""
    files = {f"{language}/{file_name(section)}": _file(section) for section in sections.sections}
    return {**files, FILE_NAME: _edition(sections, language, source)}


def file_name(section: Section) -> str:
    """``3-palvelujen-kayttoonotto.md``; letters, digits and hyphens only, whatever the title holds."""
    plain = unicodedata.normalize("NFKD", section.title).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:SLUG_CHARACTERS].strip("-")
    return f"{section.id}-{slug}.md" if slug else f"{section.id}.md"


def _file(section: Section) -> str:
    front = yaml.safe_dump(
        {"id": section.id, "title": section.title}, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return "\n".join([f"---\n{front}---\n", *_lines(section)])


def _lines(section: Section) -> Iterator[str]:
    for subsection in section.subsections:
        if subsection.id != section.id:
            yield f"## {_escaped(subsection.title)} {{#{subsection.id}}}\n"
        for part in subsection.body:
            if isinstance(part, Prose):
                yield f"{_escaped(part.text)}\n"
            else:
                yield "".join(f"- {_escaped(item)}\n" for item in part.items)


def _escaped(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    safe = _without_links(_ANYWHERE.sub(r"\\\g<0>", text))
    start = _AT_START.match(safe)
    if start is None:
        return safe
    if start["number"]:
        return f"{start['number']}\\{safe[start.end() :]}"
    return f"\\{safe}"


def _without_links(text: str) -> str:
    """``text`` with each bracket escaped that a closing one may belong to which goes on as a link or a definition
    does: brackets may stand in each other."""
    # A look-ahead for the closing bracket from each opening one would take the square of a hostile text's length.
    end = max((text.rfind(f"]{sign}") for sign in "([:"), default=-1) + 1
    return text[:end].replace("[", "\\[") + text[end:]


def _edition(sections: Sections, language: Language, source: str) -> str:
    said = {"name": sections.title, **{fact.key: fact.value for fact in sections.facts}}
    lines = [
        "# Which guideline the bot answers from. Made by an import: put in what is missing, then `knowledge check`.",
        '# When it has been approved: status = "approved", and below it approved_on = 2030-01-31 and approved_by.',
        "",
        f"status = {_quoted(said.get('status', Approval.DRAFT))}",
        *([f"approved_on = {said['approved_on']}"] if "approved_on" in said else []),
        *([f"approved_by = {_quoted(said['approved_by'])}"] if "approved_by" in said else []),
        'wording = "verbatim"',
        f'languages = ["{language}"]',
        f"source = {_quoted(source)}",
        *(f"{key} = {_quoted(said[key])}" if said.get(key) else f'# {key} = "…"' for key in _NAMED),
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
