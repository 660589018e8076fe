"""Processes that are killed at random moments, and what is counted afterwards."""
