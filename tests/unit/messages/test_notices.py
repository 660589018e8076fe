"""What the ICT secretary reads of notices that did not arrive, and what people read of a reply that did not come."""

from __future__ import annotations

from datetime import date

import pytest

from bot.activity.model import Failure, Result
from bot.domain.delivery import Reason
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.reminders.notice import NotReachable
from bot.messages.notices import render
from bot.messages.plain_text import plain_text
from bot.services.activity.notices import FirstLook, ServiceOut, SourcesFound
from bot.services.notices import Interrupted, NotArrived, NotReached, QuestionForSecretary, Unheard

ANNA, BERTA = Person("a", "Anna Aho"), Person("b", "Berta Berg")


@pytest.mark.parametrize("language", Language)
def test_all_of_a_day_is_in_one_message_by_name_and_number(language: Language) -> None:
    unreachable = (NotReachable(ANNA, Reason.DEACTIVATED), NotReachable(BERTA, Reason.REFUSED))
    text = plain_text(render(NotArrived(unreachable, (Unheard(ANNA, 3), Unheard(BERTA, 1))), language))
    assert text.count("Anna Aho") == text.count("Berta Berg") == 2
    assert "Anna Aho (3)" in text
    assert "4 " in text, "how many there are in all"


@pytest.mark.parametrize("language", Language)
def test_what_there_is_none_of_is_not_spoken_of(language: Language) -> None:
    unheard = plain_text(render(NotArrived(unheard=(Unheard(ANNA, 1),)), language))
    unreachable = plain_text(render(NotArrived((NotReachable(BERTA, Reason.REFUSED),)), language))
    assert ("Berta" in unheard, "Anna" in unreachable) == (False, False)
    assert plain_text(render(NotReached(BERTA, Reason.REFUSED), language)) == unreachable


@pytest.mark.parametrize("language", Language)
def test_who_asks_is_named_once(language: Language) -> None:
    text = plain_text(render(QuestionForSecretary(ANNA, "Kuka päivittää?", (), "key"), language))
    assert text.count("Anna Aho") == 1


@pytest.mark.parametrize("language", Language)
def test_an_interrupted_reply_is_one_short_paragraph(language: Language) -> None:
    assert len(plain_text(render(Interrupted(), language))) < 200


@pytest.mark.parametrize("language", list(Language))
def test_only_of_what_has_dates_it_is_promised_that_nobody_is_asked(language: Language) -> None:
    looks = (
        FirstLook("a", "Dated", Result.SEEN, "Its title", date(2026, 11, 20)),
        FirstLook("b", "Undated", Result.QUIET, "Its title"),
        FirstLook("c", "No feed", Result.NONE, why="no_feed"),
        FirstLook("d", "Broken", Result.FAILING, why="certificate"),
    )
    groups = plain_text(render(SourcesFound(looks), language)).split("\n\n")
    listed = [group for group in groups if group.startswith("•")]
    named = [[look.name for look in looks if f"• {look.name}:" in group] for group in listed]
    assert named == [["Dated"], ["Broken"], ["Undated", "No feed"]]


@pytest.mark.parametrize("language", list(Language))
def test_an_outage_asks_nothing_of_the_reader_and_a_key_that_has_ended_does(language: Language) -> None:
    outage, key = (
        plain_text(render(ServiceOut("youtube", date(2026, 11, 20), why, 4), language))
        for why in (Failure.NOT_FOUND, Failure.KEY_REFUSED)
    )
    assert "YouTube" in outage
    assert "doctor" not in outage
    assert "doctor" in key
