"""Lists of channels and people, brought into the register and out of it: what a list says, and what becomes of it."""
