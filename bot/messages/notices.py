"""What the bot tells people without being asked, as messages."""

from bot.domain.language import Language
from bot.domain.reminders.notice import NotReachable, ReminderNotice
from bot.domain.trouble import FalseAlarm, TroubleNotice, TroubleOver
from bot.messages import decisions
from bot.messages.model import Block, Heading, Message, Quote, Style, Verb
from bot.messages.parts import actions, bullets, button, channel_name, message, paragraph, people, section_name, spans
from bot.messages.questions.to_secretary import arrived
from bot.messages.register import activity, agreements
from bot.messages.register.concerned import of_change
from bot.messages.reminders import reminder
from bot.messages.texts import Texts, texts_in
from bot.messages.trouble import of_false_alarm, of_trouble, of_trouble_over
from bot.services.activity.notices import ServiceOut, SourcesFound
from bot.services.decisions.cases import CaseMoved, CaseWaits
from bot.services.notices import (
    AbsenceOffered,
    AnswerArrived,
    Appointed,
    AuthorisationDenied,
    AuthorisationNamed,
    ChannelRetired,
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
from bot.services.register.change_notices import (
    AuthorisationTakenBack,
    ChannelKept,
    ChannelRests,
    NoLongerKeeper,
    PersonStays,
)


def render(notice: Notice, language: Language) -> Message:  # noqa: C901 - a case a kind
    """``notice`` in the language of the person who gets it."""
    texts = texts_in(language)
    match notice:
        case ReminderNotice():
            return reminder(notice, texts)
        case QuestionForSecretary():
            return _question(notice, texts)
        case AnswerArrived():
            return arrived(notice, texts)
        case Appointed():
            return _appointed(notice, texts)
        case PersonLeft():
            return _person_left(notice, texts)
        case AbsenceOffered():
            return agreements.absence_offered(notice, texts)
        case CoverAgreed():
            return agreements.cover_agreed(notice, texts)
        case CoverAccepted() | CoverDeclined() | CoverCalledOff():
            return agreements.cover_answered(notice, texts)
        case HandoverAsked():
            return agreements.handover_asked(notice, texts)
        case HandoverAnswered():
            return agreements.handover_answered(notice, texts)
        case AuthorisationNamed():
            return agreements.authorisation_named(notice, texts)
        case AuthorisationDenied():
            return agreements.authorisation_denied(notice, texts)
        case SuccessorWanted():
            return agreements.successor_wanted(notice, texts)
        case CaseWaits():
            return decisions.waits(notice, texts)
        case CaseMoved():
            return decisions.moved(notice, texts)
        case ClosingProposed():
            return _closing_proposed(notice, texts)
        case ChannelRetired():
            return _retired(notice, texts)
        case DeedRequested():
            return _requested(notice, texts)
        case Interrupted():
            return message(texts, paragraph(texts("notice-interrupted")))
        case RoundsMissed():
            words = texts("rounds-missed", days=notice.days, first=notice.first, last=notice.last)
            return message(texts, Heading(texts("rounds-missed-heading")), paragraph(words))
        case NotArrived():
            return _not_arrived(notice, texts)
        case NotReached():
            return _not_arrived(NotArrived((NotReachable(notice.person, notice.reason),)), texts)
        case TroubleNotice():
            return of_trouble(notice, texts)
        case FalseAlarm():
            return of_false_alarm(notice, texts)
        case TroubleOver():
            return of_trouble_over(notice, texts)
        case NoLongerKeeper() | AuthorisationTakenBack() | ChannelRests() | ChannelKept() | PersonStays():
            return of_change(notice, texts)
        case ServiceOut():
            return activity.service_out(notice, texts)
        case SourcesFound():
            return activity.sources_found(notice, texts)


def _question(notice: QuestionForSecretary, texts: Texts) -> Message:
    nearest: tuple[Block, ...] = (paragraph(texts("answer-nearest")), bullets(map(section_name, notice.nearest)))
    press = button(texts, texts("button-answer"), Verb.ANSWER_QUESTION, notice.key, style=Style.PRIMARY)
    return message(
        texts,
        Heading(texts("notice-question-heading")),
        paragraph(f"{texts('notice-question')} ", people(notice.asker)),
        Quote((notice.question,), ""),
        nearest if notice.nearest else (),
        actions(press) if notice.key else (),
    )


def _appointed(notice: Appointed, texts: Texts) -> Message:
    return message(
        texts,
        Heading(texts("notice-appointed-heading")),
        paragraph(f"{texts('notice-appointed', by=notice.by.label)} ", channel_name(notice.channel)),
        actions(button(texts, texts("button-show"), Verb.OWNER, notice.channel.id)),
    )


def _person_left(notice: PersonLeft, texts: Texts) -> Message:
    press = button(texts, texts("button-handover-all"), Verb.OPEN_FORM, "handover-all", notice.person.id, "")
    return message(
        texts,
        Heading(texts("notice-left-heading")),
        paragraph(people(notice.person), f" {texts('notice-left')}"),
        bullets(map(channel_name, notice.channels)),
        paragraph(texts("notice-left-hand-over" if notice.hands_over else "notice-left-what-now")),
        actions(press) if notice.hands_over else (),
    )


def _not_arrived(notice: NotArrived, texts: Texts) -> Message:
    blocks: list[Block] = []
    if unreachable := notice.unreachable:
        named = [spans(people(one.person), f": {texts(f'unreachable-{one.reason}')}") for one in unreachable]
        blocks += [Heading(texts("notice-not-reached-heading", people=len(unreachable))), bullets(named)]
        blocks.append(paragraph(texts("notice-not-reached-what-now", people=len(unreachable))))
    if unheard := notice.unheard:
        count = sum(one.notices for one in unheard)
        named = [spans(people(one.person), f" ({one.notices})" if one.notices > 1 else "") for one in unheard]
        blocks += [Heading(texts("notice-unheard-heading", notices=count)), bullets(named)]
        blocks.append(paragraph(texts("notice-unheard-what-now", notices=count)))
    return message(texts, blocks)


def _requested(notice: DeedRequested, texts: Texts) -> Message:
    channel, form = notice.channel, notice.form
    presses = [button(texts, texts("button-show"), Verb.OWNER, channel.id)] if channel else []
    if form:
        subject = channel.id if channel else ""
        carried = (form, subject, "", notice.values)
        presses.append(button(texts, texts(f"form-{form}"), Verb.OPEN_FORM, *carried, style=Style.PRIMARY))
    what = f": {texts(f'form-{form}')}" if form else ""
    about = spans(". " if form else ": ", channel_name(channel)) if channel else ()
    return message(
        texts,
        Heading(texts("request-heading")),
        paragraph(people(notice.by), what, about),
        Quote((notice.words,), notice.by.label) if notice.words else (),
        actions(*presses),
    )


def _retired(notice: ChannelRetired, texts: Texts) -> Message:
    words = texts("notice-retired-access" if notice.removes_access else "notice-retired", by=notice.by.label)
    heading = Heading(texts("notice-retired-heading"))
    return message(texts, heading, paragraph(f"{words} ", channel_name(notice.channel)))


def _closing_proposed(notice: ClosingProposed, texts: Texts) -> Message:
    channel = notice.channel
    return message(
        texts,
        Heading(texts("close-heading")),
        paragraph(people(notice.by), f" {texts('close-asked')} ", channel_name(channel)),
        actions(
            button(texts, texts("button-show"), Verb.OWNER, channel.id),
            button(texts, texts("button-retire"), Verb.OPEN_FORM, "retire", channel.id, "", style=Style.DANGER),
        ),
    )
