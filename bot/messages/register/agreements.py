"""Covers and hand-overs, which take two: what is proposed, and what was answered, as messages."""

from __future__ import annotations

from bot.domain.language import Language
from bot.messages.model import Actions, Bullets, Heading, Message, Paragraph, Style, Text, Verb
from bot.messages.parts import button, channel_name, paragraph, people
from bot.messages.texts import texts_in
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

Agreement = (
    AbsenceOffered
    | CoverAgreed
    | CoverAccepted
    | CoverDeclined
    | CoverCalledOff
    | HandoverAsked
    | HandoverAnswered
    | AuthorisationNamed
    | AuthorisationDenied
    | SuccessorWanted
)


def agreement(notice: Agreement, language: Language) -> Message:
    """``notice`` in the language of the person who gets it."""
    match notice:
        case AbsenceOffered():
            return _absence_offered(notice, language)
        case CoverAgreed():
            return _cover_agreed(notice, language)
        case CoverAccepted():
            return _cover_accepted(notice, language)
        case CoverDeclined():
            return _cover_declined(notice, language)
        case CoverCalledOff():
            return _cover_called_off(notice, language)
        case HandoverAsked():
            return _handover_asked(notice, language)
        case HandoverAnswered():
            return _handover_answered(notice, language)
        case AuthorisationNamed():
            return _authorisation_named(notice, language)
        case AuthorisationDenied() | SuccessorWanted():
            return _for_secretary(notice, language)


def _absence_offered(notice: AbsenceOffered, language: Language) -> Message:
    texts = texts_in(language)
    days = (str(notice.start), str(notice.end))
    press = button(texts, texts("button-reminder-away"), Verb.AWAY_FORM, *days, style=Style.PRIMARY)
    return Message((paragraph(texts("notice-absence-offered", end=notice.end)), Actions((press,))), language)


def _cover_agreed(notice: CoverAgreed, language: Language) -> Message:
    texts = texts_in(language)
    opening = texts("notice-cover", start=notice.start, end=notice.end)
    days = f"{notice.start}/{notice.end}"
    accept = button(texts, texts("cover-accept"), Verb.COVER_ACCEPT, notice.absent.id, days, style=Style.PRIMARY)
    decline = button(texts, texts("cover-decline"), Verb.COVER_DECLINE, notice.absent.id, days)
    return Message(
        (
            Heading(texts("notice-cover-heading")),
            Paragraph((Text(f"{opening} "), *people([notice.absent]), Text("."))),
            Bullets(tuple(channel_name(channel) for channel in notice.channels)),
            paragraph(texts("notice-cover-what-now")),
            Actions((accept, decline)),
        ),
        language,
    )


def _cover_accepted(notice: CoverAccepted, language: Language) -> Message:
    texts = texts_in(language)
    words = texts("notice-cover-accepted", start=notice.start, end=notice.end)
    return Message(
        (
            Heading(texts("notice-cover-accepted-heading")),
            Paragraph((*people([notice.cover]), Text(f" {words}"))),
        ),
        language,
    )


def _cover_called_off(notice: CoverCalledOff, language: Language) -> Message:
    texts = texts_in(language)
    words = texts("notice-cover-called-off", start=notice.start, end=notice.end)
    return Message(
        (
            Heading(texts("notice-cover-called-off-heading")),
            Paragraph((*people([notice.absent]), Text(f" {words}"))),
        ),
        language,
    )


def _cover_declined(notice: CoverDeclined, language: Language) -> Message:
    texts = texts_in(language)
    words = texts("notice-cover-declined", start=notice.start, end=notice.end)
    other = button(
        texts, texts("button-cover-other"), Verb.AWAY_FORM, str(notice.start), str(notice.end), style=Style.PRIMARY
    )
    return Message(
        (
            Heading(texts("notice-cover-declined-heading")),
            Paragraph((*people([notice.cover]), Text(f" {words}"))),
            Actions((other,)),
        ),
        language,
    )


def _handover_asked(notice: HandoverAsked, language: Language) -> Message:
    texts = texts_in(language)
    accept = button(texts, texts("button-accept"), Verb.HANDOVER_ACCEPT, notice.id, style=Style.PRIMARY)
    decline = button(texts, texts("button-decline"), Verb.HANDOVER_DECLINE, notice.id)
    authorised = (Text(f"{texts('notice-handover-authorised')} "), *people([notice.authorised_by]), Text("."))
    return Message(
        (
            Heading(texts("notice-handover-heading")),
            Paragraph((Text(f"{texts('notice-handover', by=notice.by.label)} "), *channel_name(notice.channel))),
            Paragraph(authorised),
            Actions((accept, decline)),
        ),
        language,
    )


def _authorisation_named(notice: AuthorisationNamed, language: Language) -> Message:
    texts = texts_in(language)
    words = texts("notice-authorisation", by=notice.by.label, name=notice.person.label)
    deny = button(texts, texts("button-deny"), Verb.HANDOVER_DENY, notice.channel.id, notice.person.id)
    return Message(
        (
            Heading(texts("notice-authorisation-heading")),
            Paragraph((Text(f"{words} "), *channel_name(notice.channel))),
            paragraph(texts("notice-authorisation-what-now")),
            Actions((deny,)),
        ),
        language,
    )


def _for_secretary(notice: AuthorisationDenied | SuccessorWanted, language: Language) -> Message:
    texts = texts_in(language)
    if isinstance(notice, SuccessorWanted):
        heading, words = "notice-successor-heading", texts("notice-successor", name=notice.by.label)
    else:
        names = {"superior": notice.superior.label, "name": notice.person.label}
        heading, words = "notice-denied-heading", texts("notice-denied", **names)
    maintainers = button(texts, texts("button-maintainers"), Verb.OPEN_FORM, "maintainers", notice.channel.id, "")
    retire = button(texts, texts("button-retire"), Verb.OPEN_FORM, "retire", notice.channel.id, "", style=Style.DANGER)
    presses = (maintainers, retire) if isinstance(notice, SuccessorWanted) else (maintainers,)
    return Message(
        (
            Heading(texts(heading)),
            Paragraph((Text(f"{words} "), *channel_name(notice.channel))),
            Actions(presses),
        ),
        language,
    )


def _handover_answered(notice: HandoverAnswered, language: Language) -> Message:
    texts = texts_in(language)
    answer = "accepted" if notice.accepted else "declined"
    words = Text(f" {texts(f'notice-handover-{answer}')} ")
    return Message(
        (
            Heading(texts(f"notice-handover-{answer}-heading")),
            Paragraph((*people([notice.person]), words, *channel_name(notice.channel))),
        ),
        language,
    )
