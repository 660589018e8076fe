"""Which label a text belongs to, learnt from examples, and kept between starts."""
