"""Counts over an article, and the shares and the score that are derived from them."""
