"""What was said beside what is meant: days, people, new details, and what is told of each of several channels."""
