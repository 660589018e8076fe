"""What tests of many kinds share; no tests."""
