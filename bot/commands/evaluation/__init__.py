"""``evaluate``: how well questions are answered and utterances understood."""
