"""The bot put together: the composition root, the application, and what goes on beside it."""
