"""The register of channels and its people: keeping, looking up, bringing in and out."""
