"""Whatever is filled in in a form: a reply that every surface can show, and so can what it left in the register."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.conversation.exchange import Said, Submitted
from bot.domain.language import Language
from tests.acceptance.people import ICT, MAINTAINER
from tests.acceptance.wild import FORMS, FRAGMENTS, GOOD_VALUES, Talk, personas, some_examples

KEYS = [
    *(GOOD_VALUES.keys()),
    *("purpose", "reason", "maintainers", "weekly_hours", "update_interval_days", "decision_on", "decision_by"),
    *("handle", "unit_sv", "unit_en", "website_link", "pause_from", "pause_to", "evidence", "id", "no-such-field"),
]
wild_values = st.text(max_size=40) | st.sampled_from(
    [*FRAGMENTS, "yes", "nan", "1e999", "9" * 5_000, "a@b.c", "0001-01-01"]
)
ids = st.sampled_from(["kirjasto-instagram", "liikunta-youtube", "no-such-channel", ""])
versions = st.sampled_from(["0", "-1", "x", "", "²", "1.0", "9" * 5_000]) | st.text(max_size=5)
subjects = st.tuples(ids, versions).map(list) | ids.map(lambda one: [one]) | st.lists(st.text(max_size=5), max_size=3)


@given(
    form=st.sampled_from([*FORMS, "no-such-form", ""]),
    language=st.sampled_from([*Language, ""]),
    wild_subject=st.none() | st.none() | subjects,
    values=st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), wild_values, max_size=4),
    who=personas,
)
@example(form="edit", language="fi", wild_subject=["kirjasto-instagram", "9" * 5_000], values={}, who=ICT)
@some_examples
async def test_any_form_sent_in_has_a_reply_and_what_it_left_can_be_shown(
    talk: Talk,
    form: str,
    language: str,
    wild_subject: list[str] | None,
    values: dict[str, str],
    who: str,
) -> None:
    talk.store.rewind()
    subject = (language, *FORMS.get(form, ())) if wild_subject is None else (language, *wild_subject)
    await talk.reply(who, Submitted(form, subject, {**GOOD_VALUES, **values}))
    if (await talk.store.read()) == talk.store.beginning:
        return
    assert who in (MAINTAINER, ICT)
    for text in ("list", "kuka hoitaa threadsia", "audit", "report", "history", "undo", "edit kirjaston instagram"):
        await talk.reply(ICT, Said(text))
