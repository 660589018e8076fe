"""What is replied, a module a feature."""
