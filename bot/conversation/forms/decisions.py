"""The forms on the way from a wish to a channel (guideline 3.1, 3.2, 3.5): each is opened by who may send it in."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from bot.conversation.forms.form import FieldKind, Form, FormField, FormValues, Option
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_anybody
from bot.conversation.forms.register import channel_fields, channel_values, unit_called
from bot.conversation.turn import Services, Turn
from bot.domain.decisions import Proposal, Waiting
from bot.domain.register import Register
from bot.messages.parts import platform_name
from bot.services.access import require_ict_secretary, require_somebody_here
from bot.services.decisions.cases import Case
from bot.services.decisions.rights import require_proposer
from bot.services.decisions.wishes import OF_CHANNEL
from bot.services.register.people import reference_of

PROPOSE, AUTHORISE, REFUSE = "propose", "proposal-authorise", "proposal-refuse"
ASK, ANSWER, DECIDE, DECLINE = "proposal-ask", "proposal-answer", "proposal-decide", "proposal-decline"
NAME, ENTER, AMEND = "proposal-name", "proposal-enter", "proposal-amend"
_SAYING = {
    AUTHORISE: Waiting.AUTHORISE,
    REFUSE: Waiting.AUTHORISE,
    ASK: Waiting.DECIDE,
    DECLINE: Waiting.DECIDE,
    ANSWER: Waiting.ANSWER,
}
"""The forms that are a text alone, and what the proposal waits for when they are sent in."""


async def _propose(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that proposes a channel; the subject is the unit, whose channels stand above it."""
    require_somebody_here(turn.actor)
    texts, unit = turn.texts, unit_called(turn, opening.values.get("unit") or opening.subject)
    platforms = tuple(Option(one.id, platform_name(texts, one)) for one in services.platforms.values())
    fields = (
        make_field(texts, "platform", FieldKind.CHOICE, required=True, options=platforms),
        make_field(texts, "name", FieldKind.TEXT, required=True),
        make_field(texts, "unit", FieldKind.TEXT, required=True),
        make_field(texts, "purpose", FieldKind.LONG_TEXT, required=True, hint="hint-purpose"),
        make_field(texts, "audience", FieldKind.TEXT, required=True),
        make_field(texts, "why", FieldKind.LONG_TEXT, hint="hint-why"),
        make_field(texts, "maintainers", FieldKind.PEOPLE, required=True, hint="hint-maintainers"),
        make_field(texts, "weekly_hours", FieldKind.NUMBER, required=True),
        make_field(texts, "superior", FieldKind.PERSON, required=True, hint="hint-superior"),
    )
    present = services.decisions.cases.present(turn.register, unit)
    intro = texts("proposal-present", unit=unit, channels=", ".join(present)) if present else ""
    values = {**opening.values, "unit": unit}
    return make_form(PROPOSE, texts, (opening.subject,), fields, values, intro=intro, submit="form-send")


async def _amend(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that proposes a channel, with what one's own proposal says, which is put otherwise."""
    found = await services.decisions.case(turn.actor, opening.subject)
    require_proposer(turn.actor, found.proposal)
    values = {**wish_of(turn.register, found.proposal), **opening.values}
    form = await _propose(services, turn, Opening(values=values))
    title = turn.texts(f"form-{AMEND}")
    return replace(form, id=AMEND, title=title, subject=(form.language, found.id))


def wish_of(register: Register, proposal: Proposal) -> FormValues:
    """What the form had in it that proposed the channel."""
    values = channel_values(register, proposal.channel)
    said = {"audience": proposal.audience, "why": proposal.why, "superior": reference_of(register, proposal.superior)}
    return {**{key: values[key] for key in OF_CHANNEL}, **said}


async def _saying(form_id: str, services: Services, turn: Turn, opening: Opening) -> Form:
    """A form that is a text alone: conditions, a reason, a question, an answer."""
    found = await services.decisions.case(turn.actor, opening.subject, _SAYING[form_id])
    texts = turn.texts
    words = FormField("words", FieldKind.LONG_TEXT, texts(f"field-words-{form_id}"), required=True, limit=2000)
    asked = f"\n{found.person(found.proposal.last.by).label}: {found.proposal.last.words}" if form_id == ANSWER else ""
    intro = f"{_title(found)}{asked}"
    return make_form(form_id, texts, (found.id,), (words,), opening.values, intro=intro, submit="form-send")


async def _decide(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that records the decision, which is made where the municipality keeps its records."""
    found = await services.decisions.case(turn.actor, opening.subject, Waiting.DECIDE)
    texts = turn.texts
    fields = (
        make_field(texts, "decision_on", FieldKind.DATE, required=True),
        make_field(texts, "decision_record", FieldKind.TEXT, required=True, hint="hint-decision-record"),
        make_field(texts, "responsible", FieldKind.PERSON, required=True, hint="hint-responsible"),
        make_field(texts, "conditions", FieldKind.LONG_TEXT, hint="hint-conditions"),
    )
    responsible = reference_of(turn.register, found.proposal.channel.responsible)
    values = {"decision_on": turn.today.isoformat(), "responsible": responsible, **opening.values}
    return make_form(DECIDE, texts, (found.id,), fields, values, intro=_title(found))


async def _name(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form in which the ICT secretary says who is to authorise, or to decide."""
    require_ict_secretary(turn.actor)
    found = await services.decisions.case(turn.actor, opening.subject)
    texts = turn.texts
    label = texts("field-superior" if found.proposal.waits_for is Waiting.AUTHORISE else "field-decision-by")
    named = FormField("named", FieldKind.PERSON, label, required=True)
    return make_form(NAME, texts, (found.id,), (named,), opening.values, intro=_title(found))


async def _enter(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form of the register, filled in from the proposal: what it does not tell is the address."""
    found = await services.decisions.case(turn.actor, opening.subject, Waiting.ENTER)
    texts = turn.texts
    values = channel_values(turn.register, found.proposal.channel) | dict(opening.values)
    fields = channel_fields(texts, services.platforms)
    return make_form(ENTER, texts, (found.id,), fields, values, intro=texts("proposal-enter-intro"))


def _title(found: Case) -> str:
    return f"{found.proposal.channel.name} ({found.person(found.proposal.by).label})"


FORMS: Mapping[str, FormSpec] = {
    PROPOSE: FormSpec(_propose, by_anybody, is_draft=True),
    **{form_id: FormSpec(partial(_saying, form_id), by_anybody) for form_id in _SAYING},
    DECIDE: FormSpec(_decide, by_anybody),
    NAME: FormSpec(_name),
    ENTER: FormSpec(_enter),
    AMEND: FormSpec(_amend, by_anybody, is_draft=True),
}
"""Who may open them, the forms themselves see, when they look at the proposal."""
