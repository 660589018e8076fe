"""What is meant, learnt from examples: beside the rules, and where something waits for an answer."""
