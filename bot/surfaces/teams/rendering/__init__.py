"""Messages and forms in Teams' own idiom, Adaptive Cards, and what comes back from them."""

from bot.surfaces.teams.rendering.cards import card, cards
from bot.surfaces.teams.rendering.forms import form, submitted

__all__ = ["card", "cards", "form", "submitted"]
