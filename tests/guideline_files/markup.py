"""HTML, Markdown and plain text."""

from __future__ import annotations

import textwrap
from html import escape

from tests.guideline_files import Part, Parts


def html(parts: Parts) -> bytes:
    """A web page with a script, a style and links around its text."""
    body = "\n".join(map(_html, parts))
    return (
        "<!doctype html><html><head><title>Selain</title><style>p { color: red }</style>"
        "<script>document.write('<h1>9. Skripti</h1>')</script></head>"
        f"<body><nav><ul><li>Etusivu</li></ul></nav>{body}<footer>Evästeet</footer></body></html>"
    ).encode()


def _html(part: Part) -> str:
    words = escape(part.text)
    match part.kind:
        case "title":
            return f"<h1>{words}</h1>"
        case "heading":
            return f"<h{part.level + 1}>{words}</h{part.level + 1}>"
        case "item":
            return f"<ul><li>{words}</li></ul>"
        case _:
            return f"<p>{words}\n</p>"


def markdown(parts: Parts) -> bytes:
    """A Markdown file."""
    signs = {"title": "# ", "text": "", "item": "- "}
    lines = [f"{signs.get(part.kind, '#' * (part.level + 1) + ' ')}{part.text}\n" for part in parts]
    return "\n".join(lines).encode()


def plain(parts: Parts, *, width: int = 72) -> bytes:
    """A text file, lines of a width, a gap between parts."""
    signs = {"item": "- "}
    wrapped = ("\n".join(textwrap.wrap(signs.get(part.kind, "") + part.text, width)) for part in parts)
    return "\n\n".join(wrapped).encode()
