"""Questions on the guideline: answers, the log, the open ones, and what the ICT secretary adds."""
