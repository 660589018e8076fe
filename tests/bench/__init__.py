"""How fast the bot is, as figures beside their goals: ``make bench``."""
