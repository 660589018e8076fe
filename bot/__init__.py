"""Somebot: keeps a municipality's social media in order, from its staff workspace."""
