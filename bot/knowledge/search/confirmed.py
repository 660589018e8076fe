"""What a person has confirmed of the links between subjects and passages, as the search uses it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.guideline import Guideline, Phrasing, Subsection
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.quoting import quotable

Links = Mapping[str, tuple[str, ...]]
"""Of a subject, the ids of subsections and list items; none where the guideline is silent on it."""


LINES: Final = 35
"""So many questions on a subject count: more would outweigh what is written for the guideline itself. Set on questions
on our own guideline."""


def phrasing_of(guideline: Guideline, language: Language) -> Phrasing:
    """How staff ask for what ``guideline`` says, with how they ask about the subjects that are confirmed
    and, where any of that is written, about those that are off topic for any guideline. A topic of its own takes the
    place of a subject of the same id."""
    phrasing = guideline.phrasings.get(language, Phrasing())
    if not guideline.links and not phrasing.asked:
        return phrasing
    asked, topics = dict(phrasing.asked), {topic.id: topic for topic in phrasing.topics}
    for subject in common.subjects(language):
        off_topic = subject.off_topic and phrasing.asked  # where only the text is known, it would lose too often
        passages = guideline.links.get(subject.id, () if off_topic else None)
        if passages == ():
            topics.setdefault(subject.id, replace(subject.topic, asked=subject.asked[:LINES]))
        for passage in passages or ():
            asked[passage] = (*asked.get(passage, ()), *subject.asked[:LINES])
    return replace(phrasing, asked=asked, topics=tuple(topics.values()))


def speaks_of(subsection: Subsection, passages: tuple[str, ...]) -> list[bool]:
    """Of each sentence and list item of ``subsection``, whether it is among ``passages``, itself or with all of it."""
    return [subsection.id in passages or bool(one.id and one.id in passages) for one in quotable(subsection)]
