"""What the tests of reading a text share: a municipality's channels, and a day; no tests."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

from bot.domain.channels import Channel, Scope, UnitName
from bot.domain.register import Register
from bot.knowledge.content.wording.words import load_platforms, load_words
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.learnt import intent_model

asyncio.run(intent_model.learn())  # what is read is read as the bot reads it when it has learnt

TODAY = date(2026, 11, 23)  # a Monday
KNOWLEDGE = Path(__file__).parents[3] / "knowledge" / "common"
UNITS = {
    "hallinto": UnitName("Hallintopalvelut", "Förvaltningstjänster", "Administrative services"),
    "kirjasto": UnitName("Kirjastopalvelut", "Bibliotekstjänster", "Library services"),
    "nuoriso": UnitName("Nuorisopalvelut", "Ungdomstjänster", "Youth services"),
    "museo": UnitName("Museopalvelut", "Museitjänster", "Museum services"),
    "liikunta": UnitName("Liikuntapalvelut", "Idrottstjänster", "Sports services"),
    "tekninen": UnitName("Tekniset palvelut", "Tekniska tjänster", "Technical services"),
    "koulu": UnitName("Koulutuspalvelut", "Utbildningstjänster", "Education services"),
    "elinvoima": UnitName("Elinvoimapalvelut", "Livskraftstjänster", "Business and vitality services"),
    "kulttuuri": UnitName("Kulttuuripalvelut", "Kulturtjänster", "Cultural services"),
}
CHANNELS = (
    ("kunta-www", "website", "hallinto", "Koivurannan kunnan verkkosivut", "https://www.koivuranta.fi/"),
    (
        "kunta-facebook",
        "facebook",
        "hallinto",
        "Koivurannan kunnan Facebook",
        "https://www.facebook.com/koivurannankunta",
    ),
    (
        "kunta-instagram",
        "instagram",
        "hallinto",
        "Koivurannan kunnan Instagram",
        "https://instagram.com/koivurannankunta",
    ),
    ("kunta-youtube", "youtube", "hallinto", "Koivurannan kunnan YouTube", "https://www.youtube.com/@koivurannankunta"),
    (
        "kirjasto-facebook",
        "facebook",
        "kirjasto",
        "Koivurannan kirjasto",
        "https://www.facebook.com/koivurannankirjasto",
    ),
    ("kirjasto-instagram", "instagram", "kirjasto", "Kirjaston Instagram", "https://instagram.com/koivurannankirjasto"),
    ("nuoriso-instagram", "instagram", "nuoriso", "Nuorison Instagram", "https://instagram.com/koivurannannuoriso"),
    ("nuoriso-tiktok", "tiktok", "nuoriso", "Nuorisopalvelujen TikTok", "https://www.tiktok.com/@koivuranta.nuoriso"),
    ("nuoriso-discord", "discord", "nuoriso", "Nuorisotilan Discord", "https://discord.gg/koivurannannuoriso"),
    ("museo-facebook", "facebook", "museo", "Koivurannan museon Facebook", "https://www.facebook.com/koivurannanmuseo"),
    ("liikunta-facebook", "facebook", "liikunta", "Liikuntapalvelut", "https://www.facebook.com/liikuntakoivuranta"),
    ("tekninen-facebook", "facebook", "tekninen", "Teknisten palvelujen Facebook", "https://fb.com/koivurantatekninen"),
    ("koulu-blogi", "blog", "koulu", "Koulujen blogi", "https://blogi.koivuranta.fi/koulut"),
    ("elinvoima-linkedin", "linkedin", "elinvoima", "Elinvoiman LinkedIn", "https://linkedin.com/company/koivuranta"),
    ("hilla-instagram", "instagram", "kulttuuri", "Kulttuuritalo Hillan Instagram", "https://instagram.com/hillatalo"),
)


def _channel(row: tuple[str, str, str, str, str]) -> Channel:
    channel_id, platform, unit, name, url = row
    scope = Scope.MUNICIPALITY if channel_id.startswith("kunta-") else Scope.UNIT
    handle = url.rstrip("/").rpartition("/")[2].lstrip("@")
    return Channel(channel_id, platform, name, UNITS[unit], "p1", scope, url, handle)


REGISTER = Register({row[0]: _channel(row) for row in CHANNELS})
PLATFORMS, WORDS = load_platforms(KNOWLEDGE / "platforms.toml"), load_words(KNOWLEDGE / "words.toml")
VOCABULARY = Vocabulary.of(REGISTER, PLATFORMS, WORDS)
INSTAGRAMS = "kunta-instagram kirjasto-instagram nuoriso-instagram hilla-instagram"
FACEBOOKS = "kunta-facebook kirjasto-facebook museo-facebook liikunta-facebook tekninen-facebook"


def intent_of(text: str) -> Intent:
    return interpret(text, VOCABULARY, TODAY).intent


def channels_of(text: str) -> list[str]:
    query = interpret(text, VOCABULARY, TODAY).query
    return [] if query.is_empty else [channel.id for channel in REGISTER.find(query)]
