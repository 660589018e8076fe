"""The domain: what the guideline speaks of, as pure values and functions. No input, no output, no clock."""
