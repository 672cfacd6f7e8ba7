"""What ``rules/`` says, read and checked once."""

from quotecheck.rulebook.block import Block, Value
from quotecheck.rulebook.examples import Example, Examples, Mark
from quotecheck.rulebook.lexicon import Entry, Lexicon
from quotecheck.rulebook.load import load_rulebook
from quotecheck.rulebook.rulebook import Rulebook

__all__ = ["Block", "Entry", "Example", "Examples", "Lexicon", "Mark", "Rulebook", "Value", "load_rulebook"]
