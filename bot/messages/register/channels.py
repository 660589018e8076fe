"""Channels and who is behind them, as messages."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.domain.channels import ChannelId, Status
from bot.domain.evidence import State
from bot.domain.people import Actor, Person
from bot.messages.model import Block, Bold, Button, Fields, Heading, Link, Message, Paragraph, Row, Spans, Verb
from bot.messages.parts import (
    Words,
    actions,
    as_button_argument,
    bullets,
    button,
    channel_name,
    fact,
    joined,
    message,
    note,
    paragraph,
    people,
    section_name,
    shorten,
    spans,
)
from bot.messages.plain_text import spans_text
from bot.messages.register.states import brief_state, decided, last_known, state_and_due
from bot.messages.register.website import link_line
from bot.messages.texts import Texts, texts_in
from bot.services.questions.book import Passage
from bot.services.register.lookup import ChannelView, Found, Verdict, Verified

Args = tuple[str, ...]
_ADDRESS_LIMIT, _COMPARED = 200, 5
"""Characters of an address, and channels that it resembles, that are shown."""
_BESIDE = 3
"""A question on the guideline that names more channels than this is about channels in general."""


def owners(found: Found, said: str, duty: Passage | None, texts: Texts, *, shareable: bool, keeper: bool) -> Message:
    """Who is behind the channels that were asked for; ``duty`` is the subsection on regular updates (guideline 4.5).

    ``keeper`` adds the buttons of the person who keeps the register.
    """
    if not found.channels:
        return message(texts, none_found(texts, found, said))
    only_one = len(found.channels) == 1 and not found.query.sought
    buttons: list[Button] = []
    told: Iterable[Block] = ()
    if only_one:
        blocks = _details(texts, found.channels[0], duty)
        buttons += _keepers_buttons(texts, found.channels[0]) if keeper else ()
        told = that_retired(texts, found.channels)
    else:
        blocks = (Heading(texts("channels-heading", count=len(found.channels))), *_rows(texts, found.channels))
    if shareable:
        buttons.append(button(texts, texts("button-share"), Verb.SHARE, as_button_argument(said)))
    return message(texts, near(texts, found), told, blocks, actions(*buttons))


def beside(answer: Message, found: Found) -> Message:
    """``answer``, a reply from the guideline, with a row for each channel that the question named."""
    if found.query.sought or not 0 < len(found.channels) <= _BESIDE:
        return answer
    texts = texts_in(answer.language)
    return message(texts, answer.blocks, _rows(texts, found.channels))


def near(texts: Texts, found: Found) -> tuple[Paragraph, ...]:
    """That no channel is called as it was said, before those that are near it; nothing where some are."""
    query = found.query
    if not query.sought:
        return ()
    units = {view.channel.unit for view in found.channels}
    of_unit = query.units and len(units) == 1
    told = texts("near-unit", unit=units.pop().in_language(texts.language)) if of_unit else texts("near-other")
    return (paragraph(f"{texts('sought-none', sought=query.sought)} {told}"),)


def mine(views: Sequence[ChannelView], texts: Texts) -> Message:
    """The channels that the person keeps, how each does, and buttons that note an update; what waits comes first."""
    if not views:
        return message(texts, paragraph(texts("mine-none")), actions(_all_channels(texts)))
    waiting = [view for view in views if view.state not in (None, State.ACTIVE)]
    blocks: list[Block] = [Heading(texts("mine-heading"))]
    if waiting:
        blocks.append(paragraph(texts("mine-waiting", count=len(waiting))))
    for view in (*waiting, *(view for view in views if view not in waiting)):
        how = spans(f"{state_and_due(texts, view)}. ", last_known(texts, view))
        if view.state is None:  # not in use: there is nothing to update
            blocks.append(paragraph(channel_name(view.channel), " – ", how))
            continue
        updated = button(texts, texts("button-updated"), Verb.UPDATED, view.channel.id, "")
        blocks.append(Row(f"{view.channel.name}\n{spans_text(how)}", updated))
    return message(texts, blocks, note(texts("mine-why")))


def verified(result: Verified, texts: Texts) -> Message:
    """Whether an account is ours, which of our channels it resembles, and what to do where it is not ours."""
    if result.verdict is Verdict.OWN_SITE:
        return message(texts, paragraph(texts("verify-own-site", address=shorten(result.address, _ADDRESS_LIMIT))))
    if not result.names_account and not result.channels and result.likeness is None:
        return message(texts, paragraph(texts("verify-no-account")))
    several = result.verdict is Verdict.OURS and len(result.channels) > 1
    key = "verify-ours-several" if several else f"verify-{result.verdict.replace('_', '-')}"
    blocks: list[Block] = [paragraph(texts(key, address=shorten(result.address, _ADDRESS_LIMIT)))]
    if result.likeness is not None:
        blocks.append(paragraph(texts(f"verify-likeness-{result.likeness.replace('_', '-')}")))
    if result.likeness is not None or len(result.channels) > 1:
        blocks.append(bullets(_to_compare(texts, view) for view in result.channels[:_COMPARED]))
    else:
        blocks.extend(block for view in result.channels for block in _details(texts, view, None))
    if several:
        blocks.append(note(texts("verify-compare")))
    if result.verdict in (Verdict.NOT_LISTED, Verdict.LOOKS_LIKE_OURS):
        blocks.extend(_against_impostors(texts, result))
    return message(texts, blocks)


def verified_by_name(found: Found, texts: Texts) -> Message:
    """Our channels that are called as an account was said to be called: a name alone proves nothing."""
    channels = bullets(_to_compare(texts, view) for view in found.channels)
    return message(texts, paragraph(texts("verify-named")), channels, note(texts("verify-compare")))


def verify_what(texts: Texts) -> Message:
    """Which account is meant, where none was given, and the form for it."""
    form = button(texts, texts("button-verify"), Verb.OPEN_FORM, "verify", "", "")
    return message(texts, paragraph(texts("verify-what")), actions(form))


def owner_of_what(texts: Texts) -> Message:
    """Which channel is meant, where none was named, and the list of them."""
    return message(texts, paragraph(texts("owner-what")), actions(_all_channels(texts)))


def which_channel(
    views: Iterable[ChannelView],
    question: str,
    verb: Verb,
    args_for: Callable[[ChannelId], Args],
    texts: Texts,
    sought: str = "",
) -> Message:
    """A question back, with a row for each of the channels that may be meant; ``sought`` is what none is called."""
    rows = (
        Row(
            f"{view.channel.name} – {view.channel.unit.in_language(texts.language)}",
            button(texts, texts("button-choose"), verb, *args_for(view.channel.id)),
        )
        for view in views
    )
    none = paragraph(texts("sought-none", sought=sought)) if sought else ()
    return message(texts, none, paragraph(texts(question)), rows)


def that_retired(texts: Texts, views: Sequence[ChannelView]) -> Iterator[Block]:
    """That those of the first channels are retired that are."""
    for view in views[:_BESIDE]:
        if view.status is Status.RETIRED:
            yield paragraph(texts("owners-retired", channel=view.channel.name))


def already_there(views: Sequence[ChannelView], actor: Actor, said: str, texts: Texts) -> Message:
    """What can be done with channels that somebody speaks of as if there were none yet."""
    presses = []
    for view in views[:_BESIDE]:
        channel = view.channel
        presses.append(button(texts, texts("button-show-channel", channel=channel.name), Verb.OWNER, channel.id))
        if actor.may_keep_channels and channel.is_kept_by(actor.person.id):
            label = texts("button-handover-channel", channel=channel.name)
            presses.append(button(texts, label, Verb.OPEN_FORM, "handover", channel.id, ""))
    if actor.may_keep_channels:
        presses.append(button(texts, texts("form-propose"), Verb.PROPOSE, views[0].channel.unit.fi, ""))
    presses.append(button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said)))
    listed = ", ".join(view.channel.name for view in views)
    return message(texts, paragraph(texts("propose-exists", count=len(views), channels=listed)), actions(*presses))


def _to_compare(texts: Texts, view: ChannelView) -> Spans:
    """A channel with its address in full, so that the eye can compare."""
    channel = view.channel
    place = Link(channel.url, channel.url) if channel.url else channel.handle
    about = f" – {channel.unit.in_language(texts.language)}{brief_state(texts, view)}: "
    return spans(Bold(channel.name), about, place)


def _against_impostors(texts: Texts, result: Verified) -> Iterator[Block]:
    """What to do about an account that poses as the municipality, and the button that tells the ICT secretary of it."""
    steps = (texts("verify-step-no-reply"), texts("verify-step-screenshot"), texts("verify-step-report"))
    whom = _whom_to_ask(texts, "verify-step-tell", result.secretaries)
    yield paragraph(texts("verify-impostor"))
    yield bullets((*steps, whom.spans))
    if result.secretaries:
        question = as_button_argument(texts("verify-question", address=result.address))
        yield from actions(button(texts, texts("verify-tell-secretary"), Verb.ASK_SECRETARY, question))


def _details(texts: Texts, view: ChannelView, duty: Passage | None) -> tuple[Block, ...]:
    channel = view.channel
    facts = [fact(texts("field-unit"), channel.unit.in_language(texts.language))]
    if view.responsible is not None:
        facts.append(fact(texts("field-responsible"), _keepers(texts, view, [view.responsible])))
    if view.maintainers:
        facts.append(fact(texts("field-maintainers"), _keepers(texts, view, view.maintainers)))
    if view.covering:
        facts.append(fact(texts("covers-today"), _covering(texts, view)))
    if view.covers_ahead:
        facts.append(fact(texts("covers-ahead"), _covering_ahead(texts, view)))
    if decision := decided(texts, view):
        facts.append(fact(texts("field-decision"), decision))
    facts.append(fact(texts("field-updated"), last_known(texts, view)))
    facts.append(fact(texts("field-state"), state_and_due(texts, view)))
    if channel.url:
        facts.append(fact(texts("field-url"), Link(channel.url, channel.url)))
    if view.website is not None:
        facts.append(fact(texts("field-website-link"), link_line(texts, view.website)))
    if view.proofs:
        told = (texts(f"proof-{proof.replace('_', '-')}", on=on) for proof, on in view.proofs.items())
        facts.append(fact(texts("field-proofs"), "; ".join(told)))
    blocks: tuple[Block, ...] = (Heading(channel.name), Fields(tuple(facts)))
    if duty is not None and view.state not in (None, State.ACTIVE):
        blocks = (*blocks, note(texts("duty-updates", section=section_name(duty.section))))
    return blocks


def _rows(texts: Texts, views: Sequence[ChannelView]) -> Iterator[Row]:
    for view in views:
        show = button(texts, texts("button-show-short"), Verb.OWNER, view.channel.id)
        yield Row(spans_text(_line(texts, view)), show)


def _keepers_buttons(texts: Texts, view: ChannelView) -> Iterator[Button]:
    is_retired = view.status is Status.RETIRED
    for form in ("edit",) if is_retired else ("edit", "maintainers", "pause", "retire"):
        yield button(texts, texts(f"button-{form}"), Verb.OPEN_FORM, form, view.channel.id, "")


def _line(texts: Texts, view: ChannelView) -> Spans:
    words: list[Words] = [Bold(view.channel.name), f" ({view.channel.unit.in_language(texts.language)})"]
    if view.status is Status.RETIRED:
        words.append(f", {texts('status-retired')}")
    if view.responsible is not None:
        words += (f": {texts('line-responsible')} ", _keepers(texts, view, [view.responsible]))
        if view.maintainers:
            words += (f", {texts('line-maintainers')} ", _keepers(texts, view, view.maintainers))
        if view.covering:
            words += (f". {texts('covers-today')}: ", _covering(texts, view))
    return spans(*words)


def _keepers(texts: Texts, view: ChannelView, persons: Sequence[Person]) -> Spans:
    """The names of ``persons``, and of whom it has to be known that they have left."""
    return joined(spans(people(one), *([f" ({texts('has-left')})"] if one.id in view.gone else [])) for one in persons)


def _covering(texts: Texts, view: ChannelView) -> Spans:
    return joined(spans(people(one.person), f" ({texts('until', day=one.agreed.end)})") for one in view.covering)


def _covering_ahead(texts: Texts, view: ChannelView) -> Spans:
    """The covers that are agreed on already, the next one first."""
    ahead = sorted(view.covers_ahead, key=lambda one: one.agreed.start)
    days = ((one.person, texts("from-to", start=one.agreed.start, end=one.agreed.end)) for one in ahead)
    return joined(spans(people(person), f" ({span})") for person, span in days)


def none_found(texts: Texts, found: Found, said: str) -> Iterator[Block]:
    """That there is no such channel, and the ways on: all channels, and who may know more of what was ``said``."""
    none = texts("sought-none", sought=found.query.sought) if found.query.sought else texts("owners-none")
    yield paragraph(none)
    yield _whom_to_ask(texts, "ask-whom", found.secretaries)
    if found.secretaries:
        ask = button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said))
        yield from actions(_all_channels(texts), *([ask] if said else []))


def _all_channels(texts: Texts) -> Button:
    return button(texts, texts("button-channels"), Verb.CHANNELS)


def _whom_to_ask(texts: Texts, key: str, secretaries: Sequence[Person]) -> Paragraph:
    if not secretaries:
        return paragraph(texts(f"{key}-unnamed"))
    return paragraph(f"{texts(key)} ", people(*secretaries))
