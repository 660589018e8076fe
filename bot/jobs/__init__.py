"""What runs on a clock, beside the surfaces."""
