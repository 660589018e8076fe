"""When to remind whom of what: values and pure functions."""
