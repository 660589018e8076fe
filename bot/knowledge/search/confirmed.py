"""What a person has confirmed of the links between subjects and passages, as the search uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.guideline import Guideline, Phrasing, Subsection, Topic
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.search.quoting import quotable

Links = Mapping[str, tuple[str, ...]]
"""Of a subject, the ids of subsections and list items; none where the guideline is silent on it."""


def phrasing_of(guideline: Guideline, language: Language) -> Phrasing:
    """How staff ask for what ``guideline`` says, with how they ask about the subjects that are confirmed."""
    phrasing = guideline.phrasings.get(language, Phrasing())
    if not guideline.links:
        return phrasing
    asked, topics = dict(phrasing.asked), list(phrasing.topics)
    for subject in common.subjects(language):
        passages = guideline.links.get(subject.id)
        if passages == ():
            topics.append(Topic(subject.id, subject.title, subject.asked))
        for passage in passages or ():
            asked[passage] = (*asked.get(passage, ()), *subject.asked)
    return replace(phrasing, asked=asked, topics=tuple(topics))


def speaks_of(subsection: Subsection, passages: tuple[str, ...]) -> list[bool]:
    """Of each sentence and list item of ``subsection``, whether it is among ``passages``, itself or with all of it."""
    return [subsection.id in passages or bool(one.id and one.id in passages) for one in quotable(subsection)]
