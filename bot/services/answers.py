"""Answers from the guideline: the section that says it, or the word that it does not."""

from __future__ import annotations
