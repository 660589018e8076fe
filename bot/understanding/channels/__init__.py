"""Which channels a text names: by their own names, and by words for platforms, units and trades."""
