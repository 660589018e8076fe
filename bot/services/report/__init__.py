"""The channels in figures, for those whom they concern, today and in the past."""
