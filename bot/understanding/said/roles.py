"""Who gives a channel up, who takes it on and who has authorised it, by their roles in the sentence: "A luovuttaa sen
B:lle", "från A till B", "add A and remove B", "replace A with B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.people import IDENTITY_IN_TEXT
from bot.language.analysis import fold
from bot.language.lexicon import words_of
from bot.understanding.said.proper_names import places_of


class Role(StrEnum):
    """What somebody does in a change of people."""

    GIVES = "gives"
    TAKES = "takes"
    AUTHORISES = "authorises"


@dataclass(frozen=True, slots=True)
class Roles:
    """References of those of whom it is told."""

    gives: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    authorises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody among the words, with the Finnish ending of the mention or name."""

    reference: str
    ending: str = ""


_Token = str | _Named


def roles_in(text: str, people: Mapping[str, str]) -> Roles:
    """The roles that ``text`` tells of ``people``: names by references; of an account that is mentioned, the reference
    is its name. Of whom it tells none, none is told, but for the one who is left beside those who give: who else would
    take over?"""
    tokens = _tokens(text, people)
    places = [place for place, one in enumerate(tokens) if isinstance(one, _Named)]
    told = {place: role for place in places if (role := _role(tokens, place))}
    for place in places:
        if place not in told and tokens[place + 1 : place + 2] == [_IN_PLACE]:  # "A pois ja B tilalle"
            told[place] = Role.TAKES if Role.GIVES in told.values() else Role.GIVES
    left = [place for place in places if place and place not in told]  # a text may begin with whom it calls
    if Role.GIVES in told.values() and Role.TAKES not in told.values() and len(left) == 1:
        told[left[0]] = Role.TAKES
    return Roles(*(_those(tokens, told, role) for role in Role))


def _those(tokens: Sequence[_Token], told: Mapping[int, Role], role: Role) -> tuple[str, ...]:
    found = (tokens[place] for place, one in told.items() if one is role)
    return tuple(dict.fromkeys(one.reference for one in found if isinstance(one, _Named)))


_MEMBER: Final = re.compile(r"<?@?\b([UW](?=[A-Z]*\d)[A-Z0-9]{6,11})\b>?", re.IGNORECASE)
_ENDING: Final = re.compile(r"\W{0,2}[:\-’'](\w{1,4})\b|\s(lt[aä]|lle)\b")
"""How an ending is joined to a mention: ``U0123ABCD:lle``; some write it apart."""
_STOP: Final = re.compile(r"([,;.!?])(?=\s|$)")


def _tokens(text: str, people: Mapping[str, str]) -> list[_Token]:
    """The words of ``text``, folded, with marks of ends, and the people in their places."""
    tokens: list[_Token] = []
    begun = 0
    for mention, reference in _mentions(text, people):
        if mention.start() < begun:
            continue
        tokens += _words(text[begun : mention.start()], people)
        ending = _ENDING.match(text, mention.end())
        tokens.append(_Named(reference, fold(ending[1] or ending[2]) if ending else ""))
        begun = ending.end() if ending else mention.end()
    return [*tokens, *_words(text[begun:], people)]


def _mentions(text: str, people: Mapping[str, str]) -> Iterator[tuple[re.Match[str], str]]:
    known = {reference.rpartition(":")[2].casefold(): reference for reference in people}
    found = [*IDENTITY_IN_TEXT.finditer(text), *_MEMBER.finditer(text)]
    for mention in sorted(found, key=lambda one: (one.start(), -one.end())):
        account = mention[mention.re.groups].casefold()
        if account in known:
            yield mention, known[account]


def _words(text: str, people: Mapping[str, str]) -> list[_Token]:
    """The words of a part without mentions, with those in it who are called by ``people``'s names."""
    typed = _STOP.sub(r" \1 ", text).split()
    tokens: list[_Token] = []
    for chunk in typed:
        tokens += [chunk] if _STOP.fullmatch(chunk) else words_of(chunk)
    for reference, name in people.items():
        size = len(words_of(name))
        for start in reversed(places_of(words_of(name), [one if isinstance(one, str) else "" for one in tokens])):
            tokens[start : start + size] = [_Named(reference, _case(str(tokens[start + size - 1])))]
    return tokens


def _case(word: str) -> str:
    """The ending of a Finnish name that says who gives and who takes: Liisalta, Matille, Annan."""
    return next((ending for ending in ("lta", "lle", "lla", "n") if word.endswith(ending)), "")


_IN_PLACE: Final = "tilalle"
_BY_ENDING: Final = {"lta": Role.GIVES, "lle": Role.TAKES}
_AUTHORISE: Final = ("valtuut", "luvalla", "luvan", "lupa", "fullmakt", "bemyndig", "godkan", "authori", "approv")
_RIGHT_AFTER: Final[Mapping[Role, frozenset[str]]] = {
    Role.GIVES: frozenset(words_of("sijaan sijasta jälkeen pois ulos ut bort out off")),
    Role.TAKES: frozenset(words_of("seuraajaksi jatkajaksi ylläpitäjäksi uudeksi mukaan sisään in")),
}
"""What stands right after somebody."""
_RIGHT_BEFORE: Final[Mapping[Role, frozenset[str]]] = {
    Role.GIVES: frozenset(words_of("från from of efter after")),
    Role.TAKES: frozenset(words_of("till åt mot med to with by onto seuraaja jatkaja efterträdare successor")),
}
_SUBJECT: Final[Mapping[Role, frozenset[str]]] = {
    Role.GIVES: frozenset(
        words_of(
            "luovuttaa luovutti antaa antoi siirtää siirsi lopettaa lopetti lähtee lähti lähtenyt lopettanut jättää "
            "lähteneeksi luopuu luopui väistyy korvataan ersätts avlöses replaced ei inte not longer "
            "lämnar lämnade överlämnar ger gav slutar slutade slutat avgår "
            "hands handed gives gave passes passed leaves left quits resigned steps"
        )
    ),
    Role.TAKES: frozenset(
        words_of(
            "ottaa otti jatkaa aloittaa alkaa ryhtyy tulee saa korvaa tar tog övertar fortsätter börjar får ersätter "
            "avlöser takes took continues starts becomes gets replaces"
        )
    ),
}
"""What somebody does who is the subject."""
_INSTEAD: Final = frozenset(words_of("stället istället instead place"))
_BY: Final = "av"
_TAKEN_OVER: Final = frozenset(words_of("ersätts ersättas avlöses avlösas tas övertas"))
_OBJECT: Final[Mapping[Role, frozenset[str]]] = {
    Role.GIVES: frozenset(
        words_of(
            "poista poistetaan poistakaa pudota korvaa korvataan "
            "byt byta ersätt ersätta ersätter ersätts avlöser avlöses bort avlägsna "
            "remove drop replace replaces delete"
        )
    ),
    Role.TAKES: frozenset(words_of("lisää lisätään lisätkää nimeä laita lägg utse add appoint assign")),
}
"""What is to be done with somebody; of a verb in two words, the last."""
_ENDS: Final = frozenset((",", ";", ".", "!", "?", *words_of("ja sekä mutta och men and but")))
_AROUND: Final = 2
"""How many words lie at most between somebody and what says that they have authorised."""


def _role(tokens: Sequence[_Token], place: int) -> Role | None:
    """What the words around somebody say of them: their ending, then what stands right beside them, then what they do,
    and last what is to be done with them."""
    one = tokens[place]
    if not isinstance(one, _Named):
        return None
    before, after = list(_clause(reversed(tokens[:place]))), list(_clause(tokens[place + 1 :]))
    if any(word.startswith(_AUTHORISE) for word in (*before[:_AROUND], *after[:_AROUND])):
        return Role.AUTHORISES
    return (
        _BY_ENDING.get(one.ending)
        or _beside(tokens, place, one.ending)
        or _instead_or_by(before, tokens[:place])
        or _first(after[:1], _RIGHT_AFTER)
        or _first(before[:1], _RIGHT_BEFORE)
        or _first(after, _SUBJECT)
        or _first([word for word in reversed(tokens[:place]) if isinstance(word, str)], _OBJECT)
    )


def _beside(tokens: Sequence[_Token], place: int, ending: str) -> Role | None:
    """Who stands beside "tilalle": "A:n tilalle", "vaihda A tilalle B", "B A tilalle"; and "korvaa A B:llä"."""
    if ending == "lla" and any(str(word).startswith("korva") for word in tokens):
        return Role.TAKES
    next_two = tokens[place + 1 : place + 3]
    if next_two[:1] == [_IN_PLACE]:
        between = isinstance(next_two[-1], _Named) or (place > 0 and isinstance(tokens[place - 1], _Named))
        return Role.GIVES if ending == "n" or between else None
    if place and tokens[place - 1] == _IN_PLACE:
        return Role.TAKES
    stands_first = bool(next_two) and isinstance(next_two[0], _Named)
    return Role.TAKES if stands_first and next_two[1:] == [_IN_PLACE] else None


def _instead_or_by(before: Sequence[str], tokens: Sequence[_Token]) -> Role | None:
    """Who stands after what two words say: "tar över av A", "A ersätts av B", "i stället för A", "swap B in for A"."""
    if not _INSTEAD.isdisjoint(before[:3]) or before[:2] == ["for", "in"]:
        return Role.GIVES
    if before[:1] != [_BY]:
        return None
    return Role.GIVES if _TAKEN_OVER.isdisjoint(one for one in tokens if isinstance(one, str)) else Role.TAKES


def _clause(tokens: Iterator[_Token] | Sequence[_Token]) -> Iterator[str]:
    """The words up to the end of a clause or to somebody else."""
    for token in tokens:
        if isinstance(token, _Named) or token in _ENDS:
            return
        yield token


def _first(words: Sequence[str], of: Mapping[Role, frozenset[str]]) -> Role | None:
    """The role that the first of ``words`` tells that tells one."""
    return next((role for word in words for role, told in of.items() if word in told), None)
