"""Words to word pieces and case classes, the two inputs of the bundled encoder."""

from __future__ import annotations

from pathlib import Path

CASES = ("lower", "title", "upper", "digits", "mixed", "none")
LONGEST_WORD = 12  # pieces; a longer "word" is a URL or noise, and its head tells enough


def case_class(word: str) -> int:
    """Index into ``CASES``: the encoder is uncased, and names and headlines need what it drops."""
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word[0].isupper() and word[1:].islower():
        return 1
    if any(c.isalpha() for c in word):
        return 4
    return 3 if any(c.isdigit() for c in word) else 5


class WordPieces:
    """A cache over the WordPiece tokenizer: a word's pieces do not depend on its neighbours."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}
        self.start, self.separator, self.unknown = map(self._id, ("[CLS]", "[SEP]", "[UNK]"))

    def _id(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        assert number is not None, f"the vocabulary lacks {piece}"
        return number

    def of(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of ``word``, at least one and at most ``LONGEST_WORD``."""
        ids = self._known.get(word)
        if ids is None:
            encoded = self._tokenizer.encode(word[:100], add_special_tokens=False).ids
            ids = tuple(encoded[:LONGEST_WORD]) or (self.unknown,)
            if len(self._known) < 200_000:  # bounded: a corpus of noise must not fill the memory
                self._known[word] = ids
        return ids
