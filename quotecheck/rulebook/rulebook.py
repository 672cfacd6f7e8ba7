"""Everything that ``rules/`` says, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotecheck.errors import RuleError
from quotecheck.rulebook.block import Block, unknown_word
from quotecheck.rulebook.lexicon import Lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """The rules of one folder; hashed by identity, so that what is made of it can be cached by it."""

    folder: str
    language: str
    documents: Mapping[str, Block]  # path below the folder -> content, lexicons left out
    lexicons: Mapping[str, Lexicon]  # name -> lexicon, for this language

    def lexicon(self, name: str) -> Lexicon:
        """The word list ``lexicons/<language>/<name>.yaml``; raises RuleError where there is none."""
        if name not in self.lexicons:
            raise RuleError(self.folder, None, unknown_word("lexicon", name, tuple(self.lexicons)))
        return self.lexicons[name]

    def document(self, path: str) -> Block:
        """Another rule file, by its path below the folder; raises RuleError where there is none."""
        if path not in self.documents:
            raise RuleError(self.folder, None, unknown_word("file", path, tuple(self.documents)))
        return self.documents[path]
