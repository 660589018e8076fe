"""Reads and checks the files of ``knowledge/``, by file and line."""
