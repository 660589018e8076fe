"""Activity: channels' sources are looked at, and what they show is kept and told."""
