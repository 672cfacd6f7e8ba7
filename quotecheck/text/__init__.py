"""Text as characters: decoding, lines, paragraphs, words."""
