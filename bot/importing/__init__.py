"""A municipality's guideline, in whatever format it exists, becomes section files."""
