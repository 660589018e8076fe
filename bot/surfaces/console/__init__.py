"""A local web chat for trying the bot without any workspace."""
