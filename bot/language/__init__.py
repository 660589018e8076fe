"""What Finnish, Swedish and English do, whatever is talked of: words, endings, dates, sentences."""
