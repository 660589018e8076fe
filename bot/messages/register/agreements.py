"""Covers and hand-overs, which take two: what is proposed, and what was answered, as messages."""

from bot.messages.model import Heading, Message, Style, Verb
from bot.messages.parts import actions, bullets, button, channel_name, message, paragraph, people
from bot.messages.register.maintainers import day_buttons
from bot.messages.texts import Texts
from bot.services.notices import (
    AbsenceOffered,
    AuthorisationDenied,
    AuthorisationNamed,
    CoverAccepted,
    CoverAgreed,
    CoverCalledOff,
    CoverDeclined,
    HandoverAnswered,
    HandoverAsked,
    SuccessorWanted,
)


def absence_offered(notice: AbsenceOffered, texts: Texts) -> Message:
    """The reader may be away: whether that is to be noted, or stays where it was noted for them."""
    days = (str(notice.start), str(notice.end))
    if notice.by:
        change = button(texts, texts("button-away-change"), Verb.AWAY_FORM, *days)
        noted = texts("notice-absence-noted", start=notice.start, end=notice.end)
        return message(texts, paragraph(people(notice.by), f" {noted}"), actions(change, *day_buttons(texts, [notice])))
    press = button(texts, texts("button-reminder-away"), Verb.AWAY_FORM, *days, style=Style.PRIMARY)
    return message(texts, paragraph(texts("notice-absence-offered", end=notice.end)), actions(press))


def cover_agreed(notice: CoverAgreed, texts: Texts) -> Message:
    """Whether the reader stands in for somebody."""
    opening = texts("notice-cover", start=notice.start, end=notice.end)
    days = f"{notice.start}/{notice.end}"
    return message(
        texts,
        Heading(texts("notice-cover-heading")),
        paragraph(f"{opening} ", people(notice.absent), "."),
        bullets(map(channel_name, notice.channels)),
        paragraph(texts("notice-cover-what-now")),
        actions(
            button(texts, texts("cover-accept"), Verb.COVER_ACCEPT, notice.absent.id, days, style=Style.PRIMARY),
            button(texts, texts("cover-decline"), Verb.COVER_DECLINE, notice.absent.id, days),
        ),
    )


def cover_answered(notice: CoverAccepted | CoverDeclined | CoverCalledOff, texts: Texts) -> Message:
    """What has become of a cover; where it was declined, with the way to name another."""
    match notice:
        case CoverAccepted(cover=about):
            key = "notice-cover-accepted"
        case CoverDeclined(cover=about):
            key = "notice-cover-declined"
        case CoverCalledOff(absent=about):
            key = "notice-cover-called-off"
    words = texts(key, start=notice.start, end=notice.end)
    days = (str(notice.start), str(notice.end))
    other = button(texts, texts("button-cover-other"), Verb.AWAY_FORM, *days, style=Style.PRIMARY)
    return message(
        texts,
        Heading(texts(f"{key}-heading")),
        paragraph(people(about), f" {words}"),
        actions(other) if isinstance(notice, CoverDeclined) else (),
    )


def handover_asked(notice: HandoverAsked, texts: Texts) -> Message:
    """Whether the reader takes a channel on."""
    return message(
        texts,
        Heading(texts("notice-handover-heading")),
        paragraph(f"{texts('notice-handover', by=notice.by.label)} ", channel_name(notice.channel)),
        paragraph(f"{texts('notice-handover-authorised')} ", people(notice.authorised_by), "."),
        actions(
            button(texts, texts("button-accept"), Verb.HANDOVER_ACCEPT, notice.id, style=Style.PRIMARY),
            button(texts, texts("button-decline"), Verb.HANDOVER_DECLINE, notice.id),
        ),
    )


def handover_answered(notice: HandoverAnswered, texts: Texts) -> Message:
    """Whether somebody takes the reader's channel on."""
    answer = "accepted" if notice.accepted else "declined"
    return message(
        texts,
        Heading(texts(f"notice-handover-{answer}-heading")),
        paragraph(people(notice.person), f" {texts(f'notice-handover-{answer}')} ", channel_name(notice.channel)),
    )


def authorisation_named(notice: AuthorisationNamed, texts: Texts) -> Message:
    """That the reader is said to have authorised somebody, which they can deny."""
    words = texts("notice-authorisation", by=notice.by.label, name=notice.person.label)
    return message(
        texts,
        Heading(texts("notice-authorisation-heading")),
        paragraph(f"{words} ", channel_name(notice.channel)),
        paragraph(texts("notice-authorisation-what-now")),
        actions(button(texts, texts("button-deny"), Verb.HANDOVER_DENY, notice.channel.id, notice.person.id)),
    )


def authorisation_denied(notice: AuthorisationDenied, texts: Texts) -> Message:
    """To the ICT secretary, that a superior has not authorised it."""
    channel = notice.channel
    words = texts("notice-denied", superior=notice.superior.label, name=notice.person.label)
    return message(
        texts,
        Heading(texts("notice-denied-heading")),
        paragraph(f"{words} ", channel_name(channel)),
        actions(button(texts, texts("button-maintainers"), Verb.OPEN_FORM, "maintainers", channel.id, "")),
    )


def successor_wanted(notice: SuccessorWanted, texts: Texts) -> Message:
    """To the ICT secretary, that somebody gives a channel up."""
    channel = notice.channel
    return message(
        texts,
        Heading(texts("notice-successor-heading")),
        paragraph(f"{texts('notice-successor', name=notice.by.label)} ", channel_name(channel)),
        actions(
            button(texts, texts("button-maintainers"), Verb.OPEN_FORM, "maintainers", channel.id, ""),
            button(texts, texts("button-retire"), Verb.OPEN_FORM, "retire", channel.id, "", style=Style.DANGER),
        ),
    )
