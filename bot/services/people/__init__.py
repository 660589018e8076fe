"""People who leave, come back, and are away for some days."""
