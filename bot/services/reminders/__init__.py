"""Reminders: going the rounds, what people answer, and the outbox that brings notices to them."""
