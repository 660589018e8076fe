"""One reader a format of document, each giving the same blocks."""
