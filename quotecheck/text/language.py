"""A cheap guess whether a text is in the language of the rules."""

from __future__ import annotations

from itertools import islice

from quotecheck.records import Note
from quotecheck.rulebook import Rulebook
from quotecheck.text.words import WORD

SAMPLE = 2000  # words that the guess looks at


def language_note(text: str, rulebook: Rulebook) -> Note | None:
    """A note where too few of the words are function words of the rulebook's language, else ``None``.

    A text too short to tell, such as a headline, gets no note.
    """
    language = rulebook.document(f"languages/{rulebook.language}.yaml")
    guess = language.block("guess")
    guess.expect_keys(required=("least_words", "least_share", "function_words"))
    common = frozenset(guess.texts("function_words"))
    words = [found.group().casefold() for found in islice(WORD.finditer(text), SAMPLE)]
    if len(words) < guess.number("least_words"):
        return None
    if sum(word in common for word in words) >= guess.number("least_share") * len(words):
        return None
    name = language.text("name")
    return Note("other-language", f"This does not look like {name}, and the rules are for {name} only.")
