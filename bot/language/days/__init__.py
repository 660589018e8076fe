"""What a text says of days: as dates, in words, and how long."""
