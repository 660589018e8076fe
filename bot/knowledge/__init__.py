"""The knowledge base: reads the guideline's files, and finds the subsections that answer a question."""
