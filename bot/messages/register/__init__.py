"""The register and the channels in it, as messages."""
