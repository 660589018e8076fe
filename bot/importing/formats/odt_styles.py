"""What an ODT file's styles say: which text is a title or bold, and which headings and list items are numbered."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bot.importing.formats.xml_parts import attribute, child, local, named, whole
from bot.importing.headings.numbering import written


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    prefix: str
    suffix: str
    shown: int
    start: int


class Counter:
    """Counts the numbers of headings or of one list, level by level."""

    def __init__(self, levels: dict[int, _Level]) -> None:
        self._levels = levels
        self._counts: dict[int, int] = {}

    def next(self, level: int) -> str:
        """The number of the next heading or item at ``level`` as it is shown; empty where it has none."""
        found = self._levels.get(level)
        if found is None or not found.format:
            return ""
        self._counts[level] = self._counts.get(level, found.start - 1) + 1
        self._counts = {one: count for one, count in self._counts.items() if one <= level}
        places = range(max(1, level - found.shown + 1), level + 1)
        return found.prefix + ".".join(self._place(one) for one in places) + found.suffix

    def _place(self, level: int) -> str:
        form = self._levels[level].format if level in self._levels else "1"
        return written(self._counts.get(level, 1), "a" if form == "A" else form)


class OdtStyles:
    """The styles of ``content.xml`` and ``styles.xml`` together."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._lists: dict[str, dict[int, _Level]] = {}
        outline: dict[int, _Level] = {}
        for root in roots:
            for style in named(root, "style"):
                self._styles.setdefault(attribute(style, "name"), style)
            for style in named(root, "list-style"):
                self._lists.setdefault(attribute(style, "name"), dict(_levels(style)))
            for style in named(root, "outline-style"):
                outline = dict(_levels(style))
        self.headings = Counter(outline)

    def list_counter(self, style: str) -> Counter:
        """A new count for a list."""
        return Counter(self._lists.get(style, {}))

    def is_title(self, style: str) -> bool:
        """Whether the style is that of the document's title."""
        return any(name == "Title" for name, _ in self._chain(style))

    def is_bold(self, style: str) -> bool:
        """Whether the style makes text bold."""
        weights = (attribute(child(one, "text-properties"), "font-weight") for _, one in self._chain(style))
        return next((weight for weight in weights if weight), "") in ("bold", "700", "800", "900")

    def is_hidden(self, style: str) -> bool:
        """Whether text of the style is not shown."""
        return any(attribute(child(one, "text-properties"), "display") == "none" for _, one in self._chain(style))

    def _chain(self, style: str) -> Iterator[tuple[str, Element]]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = attribute(self._styles[style], "parent-style-name")


def _levels(style: Element) -> Iterator[tuple[int, _Level]]:
    for one in style:
        level = whole(attribute(one, "level"))
        if level is not None and local(one) in ("list-level-style-number", "outline-level-style"):
            yield (
                level,
                _Level(
                    format=attribute(one, "num-format")[:1],
                    prefix=attribute(one, "num-prefix")[:10],
                    suffix=attribute(one, "num-suffix")[:10],
                    shown=whole(attribute(one, "display-levels")) or 1,
                    start=whole(attribute(one, "start-value")) or 1,
                ),
            )
