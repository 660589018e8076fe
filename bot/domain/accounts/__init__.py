"""Accounts on services: their addresses, which of them are ours, and what merely looks like ours."""
