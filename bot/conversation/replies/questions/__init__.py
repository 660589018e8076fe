"""Replies to questions, by the guideline and by the ICT secretary."""
