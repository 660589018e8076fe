"""Messages as plain text, for the command line and where a surface wants one beside."""

from collections.abc import Iterator

from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Choice,
    Control,
    Fields,
    Heading,
    Link,
    Message,
    Note,
    Overflow,
    Paragraph,
    PersonSpan,
    Picture,
    Quote,
    Row,
    Span,
    Spans,
    Text,
)


def spans_text(spans: Spans) -> str:
    """The words of ``spans`` without their form."""
    return "".join(map(_span_text, spans))


def _span_text(span: Span) -> str:
    match span:
        case Text() | Bold():
            return span.text
        case PersonSpan():
            return span.name
        case Link():
            return span.text if span.url == span.text else f"{span.text} ({span.url})"


def plain_text(message: Message) -> str:
    """The whole message as plain text, for the command line and as the fallback of surfaces that want one."""
    return "\n\n".join(text for block in message.blocks if (text := "\n".join(_block_lines(block))))


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph() | Note():
            yield spans_text(block.spans)
        case Fields():
            yield from (f"{field.label}: {spans_text(field.value)}" for field in block.fields)
        case Bullets():
            yield from (f"• {spans_text(item)}" for item in block.items)
        case Quote():
            yield from (f"> {paragraph}" for paragraph in block.paragraphs)
            if block.cite:
                yield f"> – {block.cite}"
        case Row():
            yield f"• {block.text} [{block.button.label}]"
        case Picture():
            yield block.said
        case Actions():
            yield " ".join(map(_control_text, block.controls))


def _control_text(control: Control) -> str:
    match control:
        case Button():
            return f"[{control.label}]"
        case Choice():
            return f"[{control.label} {' / '.join(pick.label for pick in control.picks)}]"
        case Overflow():
            return f"[⋯ {' / '.join(pick.label for pick in control.picks)}]"
