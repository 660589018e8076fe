"""What people say in their own words: an account is in trouble, an answer did not help, somebody is to maintain."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.texts import texts_in
from bot.understanding.commands import Intent
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, form_of, labels, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "joku on tehnyt kirjaston facebookista valesivun"),
        (SV, "någon har kapat bibliotekets facebook"),
        (EN, "someone made a fake page of the library facebook"),
    ],
)
async def test_whose_account_is_in_trouble_is_asked_what_has_happened(bot: Bot, language: Language, said: str) -> None:
    texts = texts_in(language)
    asked = await bot.said(STAFF, said, locale=language)
    assert texts("trouble-what") in text_of(asked)
    assert {texts("button-trouble-hijacked"), texts("button-trouble-fake")} <= set(labels(asked))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "tilille ei pääse ja siellä julkaistaan outoja"),
        (SV, "någon har kapat vårt konto"),
        (EN, "our account has been hijacked"),
    ],
)
async def test_who_names_no_channel_is_asked_which_of_theirs_it_is(bot: Bot, language: Language, said: str) -> None:
    texts = texts_in(language)
    asked = await bot.said(HEAD, said, locale=language)
    assert texts("trouble-which") in text_of(asked)
    assert "Kirjaston Facebook" in text_of(asked)
    unnamed = await bot.said(STAFF, said, locale=language)
    assert texts("trouble-name-it") in text_of(unnamed)
    answer = await bot.pressed(STAFF, unnamed, texts("button-trouble-guideline"))
    assert answer.understood
    assert answer.understood.reading.intent is Intent.ASK


@pytest.mark.parametrize(
    ("language", "asked", "said"),
    [
        (FI, "saako kesäjuhlista kertoa ennakkoon", "kiitti vaan ei auttanut"),
        (SV, "får man berätta om sommarfesten på förhand", "tack men det där hjälpte inte"),
        (EN, "may we tell about the summer party in advance", "thanks but that didn't help"),
    ],
)
async def test_whom_an_answer_did_not_help_sends_the_question_on_at_one_press(
    bot: Bot, language: Language, asked: str, said: str
) -> None:
    texts = texts_in(language)
    bot.conversation = "D1"
    await bot.said(STAFF, asked, locale=language)
    unhelped = await bot.said(STAFF, said, locale=language)
    assert texts("small-talk-unhelped-asked") in text_of(unhelped)
    assert asked in text_of(unhelped)
    sent = await bot.pressed(STAFF, unhelped, texts("button-ask-secretary"))
    assert asked in text_of(await bot.newest_notice(ICT, language))
    assert text_of(sent)


@pytest.mark.parametrize("language", Language)
async def test_where_nothing_was_asked_other_words_are_wished_for(bot: Bot, language: Language) -> None:
    said = {FI: "ei auttanut", SV: "det hjälpte inte", EN: "that did not help"}[language]
    texts = texts_in(language)
    assert texts("small-talk-unhelped") in text_of(await bot.said(STAFF, said, locale=language))


@pytest.mark.parametrize(
    ("language", "said", "field"),
    [
        (FI, "lisää slack:U0LIB0009 kirjaston facebookin ylläpitäjäksi", "add"),
        (SV, "lägg till slack:U0LIB0009 som administratör för bibliotekets facebook", "add"),
        (EN, "add slack:U0LIB0009 as a maintainer of the library facebook", "add"),
        (FI, "poista slack:U0LIB0009 kirjaston facebookin ylläpitäjistä", "remove"),
        (SV, "ta bort slack:U0LIB0009 från administratörerna för bibliotekets facebook", "remove"),
        (EN, "remove slack:U0LIB0009 from the maintainers of the library facebook", "remove"),
    ],
)
async def test_who_is_to_maintain_a_channel_or_no_more_is_in_the_form_of_its_maintainers(
    bot: Bot, language: Language, said: str, field: str
) -> None:
    form = form_of(await bot.said(ICT, said, locale=language))
    assert (form.id, form.intro) == ("maintainers", "Kirjaston Facebook")
    assert {key: value for key, value in form.values.items() if value} == {field: "slack:U0LIB0009"}
    refused = text_of(await bot.said(MAINTAINER, said, locale=language))
    assert texts_in(language)("not-allowed-ict-secretary") in refused


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "poista @maija ylläpitäjistä"),
        (SV, "lägg till @maja som administratör"),
        (EN, "add @maja as a maintainer"),
    ],
)
async def test_a_name_with_an_at_sign_is_no_account_where_somebody_is_to_maintain(
    bot: Bot, language: Language, said: str
) -> None:
    assert text_of(await bot.said(ICT, said, locale=language)).startswith(texts_in(language)("maintainers-which"))
