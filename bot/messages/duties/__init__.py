"""How channels stand with their duties, and what people are asked of them."""
