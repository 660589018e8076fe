"""The stores in a PostgreSQL database, for several processes at once."""
