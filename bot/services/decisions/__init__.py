"""From a wish to a channel: proposing, authorising, deciding, entering in the register (guideline 3.1, 3.2, 3.5)."""
