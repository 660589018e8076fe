"""Messages and forms in Teams' own idiom, Adaptive Cards, and what comes back from them."""

from bot.surfaces.teams.rendering.cards import card, cards
from bot.surfaces.teams.rendering.forms import dialog, form
from bot.surfaces.teams.rendering.returning import submitted

__all__ = ["card", "cards", "dialog", "form", "submitted"]
