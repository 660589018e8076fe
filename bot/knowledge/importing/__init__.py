"""Turns a guideline document (PDF, DOCX, ODT, HTML, Markdown, plain text) into section files that the loader reads."""
