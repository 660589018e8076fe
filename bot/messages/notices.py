"""What the bot tells people without being asked, as messages."""

from __future__ import annotations

from bot.domain.language import Language
from bot.domain.reminders.notice import NotReachable, ReminderNotice
from bot.domain.trouble import TroubleNotice
from bot.messages.decisions import of_proposal
from bot.messages.model import Actions, Block, Bullets, Heading, Message, Paragraph, Quote, Style, Text, Verb
from bot.messages.parts import button, channel_name, paragraph, people, say, section_name
from bot.messages.questions.to_secretary import arrived
from bot.messages.register.activity import of_sources
from bot.messages.register.agreements import agreement
from bot.messages.reminders import reminder
from bot.messages.texts import texts_in
from bot.messages.trouble import of_trouble
from bot.services.activity.notices import ServiceOut, SourcesFound
from bot.services.decisions.cases import CaseMoved, CaseWaits
from bot.services.notices import (
    AbsenceOffered,
    AnswerArrived,
    Appointed,
    AuthorisationDenied,
    AuthorisationNamed,
    ClosingProposed,
    CoverAccepted,
    CoverAgreed,
    CoverCalledOff,
    CoverDeclined,
    DeedRequested,
    HandoverAnswered,
    HandoverAsked,
    Interrupted,
    NotArrived,
    Notice,
    NotReached,
    PersonLeft,
    QuestionForSecretary,
    RoundsMissed,
    SuccessorWanted,
)


def render(notice: Notice, language: Language) -> Message:
    """``notice`` in the language of the person who gets it."""
    match notice:
        case QuestionForSecretary() | AnswerArrived():
            return arrived(notice, language) if isinstance(notice, AnswerArrived) else _question(notice, language)
        case Appointed() | PersonLeft():
            return _appointed(notice, language) if isinstance(notice, Appointed) else _person_left(notice, language)
        case (
            AbsenceOffered()
            | CoverAgreed()
            | CoverAccepted()
            | CoverDeclined()
            | CoverCalledOff()
            | HandoverAsked()
            | HandoverAnswered()
            | AuthorisationNamed()
            | AuthorisationDenied()
            | SuccessorWanted()
        ):
            return agreement(notice, language)
        case CaseWaits() | CaseMoved():
            return of_proposal(notice, language)
        case ClosingProposed() | DeedRequested():
            return _request(notice, language)
        case Interrupted() | RoundsMissed():
            return _stopped(notice, language)
        case NotArrived() | NotReached():
            return _not_arrived(notice, language)
        case ReminderNotice() | TroubleNotice():
            return reminder(notice, language) if isinstance(notice, ReminderNotice) else of_trouble(notice, language)
        case ServiceOut() | SourcesFound():
            return of_sources(notice, language)


def _question(notice: QuestionForSecretary, language: Language) -> Message:
    texts = texts_in(language)
    blocks: list[Block] = [
        Heading(texts("notice-question-heading")),
        Paragraph((Text(f"{texts('notice-question')} "), *people([notice.asker]))),
        Quote((notice.question,), ""),
    ]
    if notice.nearest:
        blocks.append(paragraph(texts("answer-nearest")))
        blocks.append(Bullets(tuple((Text(section_name(section)),) for section in notice.nearest)))
    if notice.key:
        press = button(texts, texts("button-answer"), Verb.ANSWER_QUESTION, notice.key, style=Style.PRIMARY)
        blocks.append(Actions((press,)))
    return Message(tuple(blocks), language)


def _appointed(notice: Appointed, language: Language) -> Message:
    texts = texts_in(language)
    return Message(
        (
            Heading(texts("notice-appointed-heading")),
            Paragraph((Text(f"{texts('notice-appointed', by=notice.by.label)} "), *channel_name(notice.channel))),
            Actions((button(texts, texts("button-show"), Verb.OWNER, notice.channel.id),)),
        ),
        language,
    )


def _person_left(notice: PersonLeft, language: Language) -> Message:
    texts = texts_in(language)
    blocks: tuple[Block, ...] = (
        Heading(texts("notice-left-heading")),
        Paragraph((*people([notice.person]), Text(f" {texts('notice-left')}"))),
        Bullets(tuple(channel_name(channel) for channel in notice.channels)),
    )
    if notice.hands_over:
        press = button(texts, texts("button-handover-all"), Verb.OPEN_FORM, "handover-all", notice.person.id, "")
        return Message((*blocks, paragraph(texts("notice-left-hand-over")), Actions((press,))), language)
    return Message((*blocks, paragraph(texts("notice-left-what-now"))), language)


def _not_arrived(notice: NotArrived | NotReached, language: Language) -> Message:
    if isinstance(notice, NotReached):
        notice = NotArrived((NotReachable(notice.person, notice.reason),))
    texts = texts_in(language)
    blocks: list[Block] = []
    if notice.unreachable:
        named = ((*people([one.person]), Text(f": {texts(f'unreachable-{one.reason}')}")) for one in notice.unreachable)
        blocks += [Heading(texts("notice-not-reached-heading", people=len(notice.unreachable))), Bullets(tuple(named))]
        blocks.append(paragraph(texts("notice-not-reached-what-now", people=len(notice.unreachable))))
    if notice.unheard:
        count = sum(one.notices for one in notice.unheard)
        named = ((*people([one.person]), Text(_times(one.notices))) for one in notice.unheard)
        blocks += [Heading(texts("notice-unheard-heading", notices=count)), Bullets(tuple(named))]
        blocks.append(paragraph(texts("notice-unheard-what-now", notices=count)))
    return Message(tuple(blocks), language)


def _stopped(notice: Interrupted | RoundsMissed, language: Language) -> Message:
    """What the bot has left undone because it did not run."""
    if isinstance(notice, Interrupted):
        return say(language, "notice-interrupted")
    texts = texts_in(language)
    words = texts("rounds-missed", days=notice.days, first=notice.first, last=notice.last)
    return Message((Heading(texts("rounds-missed-heading")), paragraph(words)), language)


def _times(notices: int) -> str:
    return f" ({notices})" if notices > 1 else ""


def _request(notice: ClosingProposed | DeedRequested, language: Language) -> Message:
    return _closing_proposed(notice, language) if isinstance(notice, ClosingProposed) else _requested(notice, language)


def _requested(notice: DeedRequested, language: Language) -> Message:
    texts, channel = texts_in(language), notice.channel
    what = f"{texts(f'form-{notice.form}')}. " if notice.form else ""
    named = channel_name(channel) if channel else ()
    blocks: list[Block] = [
        Heading(texts("request-heading")),
        Paragraph((*people([notice.by]), Text(f": {what}"), *named)),
    ]
    if notice.words:
        blocks.append(Quote((notice.words,), notice.by.label))
    presses = [button(texts, texts("button-show"), Verb.OWNER, channel.id)] if channel else []
    if notice.form:
        label, subject = texts(f"form-{notice.form}"), channel.id if channel else ""
        presses.append(button(texts, label, Verb.OPEN_FORM, notice.form, subject, "", style=Style.PRIMARY))
    return Message((*blocks, *([Actions(tuple(presses))] if presses else [])), language)


def _closing_proposed(notice: ClosingProposed, language: Language) -> Message:
    texts = texts_in(language)
    show = button(texts, texts("button-show"), Verb.OWNER, notice.channel.id)
    retire = button(texts, texts("button-retire"), Verb.OPEN_FORM, "retire", notice.channel.id, "", style=Style.DANGER)
    return Message(
        (
            Heading(texts("close-heading")),
            Paragraph((*people([notice.by]), Text(f" {texts('close-asked')} "), *channel_name(notice.channel))),
            Actions((show, retire)),
        ),
        language,
    )
