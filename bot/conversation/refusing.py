"""What is said instead of the reply that was wanted: who may have it, what is gone, and that something failed."""

import logging

from bot.conversation.actions import StaleActionError
from bot.domain.language import Language
from bot.domain.people import Person
from bot.errors import StoreError, log_failure
from bot.messages.decisions import moved_on
from bot.messages.model import Message
from bot.messages.parts import say
from bot.messages.problems import not_allowed
from bot.messages.texts import texts_in
from bot.services.access import NotAllowedError
from bot.services.committing import UnknownChannelError
from bot.services.decisions.cases import MovedOnError, UnknownProposalError
from bot.services.people.requests import Wanted
from bot.services.questions.entries import UnknownEntryError
from bot.services.questions.gaps import UnknownGapError
from bot.services.questions.open import UnknownQuestionError
from bot.services.register.changes import ErasedPersonError, NothingToUndoError

logger = logging.getLogger(__name__)

_GONE: tuple[tuple[type[Exception], str], ...] = (
    (StaleActionError, "stale-button"),
    (UnknownChannelError, "unknown-channel"),
    (ErasedPersonError, "undo-erased"),
    (NothingToUndoError, "undo-too-late"),
    (UnknownQuestionError, "question-gone"),
    (UnknownGapError, "gap-gone"),
    (UnknownEntryError, "entry-gone"),
    (UnknownProposalError, "proposal-gone"),
)
"""What is not there any more, and the text that says so."""


def refusal(
    error: Exception, secretaries: tuple[Person, ...], language: Language, request: Wanted | None = None
) -> Message:
    """``error`` in words. ``secretaries`` are those to ask, by a press that sends the ``request``, where it is known
    what is wanted; what nobody foresaw is logged, and told with a reference that it can be found by."""
    if isinstance(error, NotAllowedError):
        return not_allowed(error, secretaries, texts_in(language), request)
    if isinstance(error, MovedOnError):
        return moved_on(error.case, texts_in(language))
    for gone, key in _GONE:
        if isinstance(error, gone):
            return say(language, key)
    reference = log_failure(logger, "A message could not be handled", error)
    return say(language, "store-failure" if isinstance(error, StoreError) else "failure", reference=reference)
