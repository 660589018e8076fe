"""What those concerned are told of a change to a channel, as messages."""

from bot.messages.model import Heading, Message, Verb
from bot.messages.parts import actions, bullets, button, channel_name, message, paragraph, people
from bot.messages.texts import Texts
from bot.services.register.change_notices import (
    AuthorisationTakenBack,
    ChangeNotice,
    ChannelKept,
    ChannelRests,
    NoLongerKeeper,
    PersonStays,
)


def of_change(notice: ChangeNotice, texts: Texts) -> Message:
    """What has changed for the reader, and on which channel."""
    if isinstance(notice, PersonStays):
        heading = Heading(texts("notice-stays-heading"))
        stays = paragraph(people(notice.person), f" {texts('notice-stays')}")
        return message(texts, heading, stays, bullets(map(channel_name, notice.channels)))
    return message(
        texts,
        Heading(texts("notice-change-heading")),
        paragraph(f"{_words(notice, texts)} ", channel_name(notice.channel)),
        actions(button(texts, texts("button-show"), Verb.OWNER, notice.channel.id)),
    )


def _words(notice: NoLongerKeeper | AuthorisationTakenBack | ChannelRests | ChannelKept, texts: Texts) -> str:
    by = notice.by.label
    match notice:
        case NoLongerKeeper(was=part):
            return texts(f"notice-no-longer-{part}", by=by)
        case AuthorisationTakenBack(person=person):
            return texts("notice-authorisation-back", by=by, name=person.label)
        case ChannelRests(start=start, end=end) if start and end:
            return texts("notice-rests", by=by, start=start, end=end)
        case ChannelRests():
            return texts("notice-rests-no-more", by=by)
        case ChannelKept():
            return texts("notice-kept", by=by)
