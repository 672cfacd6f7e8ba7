"""What the engine asks of a dependency tree, in words that hold for both label schemes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from quotecheck.rulebook.rulebook import Rulebook

NEAR = 12  # steps up a tree that any walk takes at most


@dataclass(frozen=True, slots=True)
class Syntax:
    """Sets of relation names, and the walks that stand on them."""

    relations: dict[str, frozenset[str]]

    def is_a(self, token: Token, relation: str) -> bool:
        """Whether ``token`` hangs on its head by ``relation``, a key of ``dependencies.yaml``."""
        return token.dep_ in self.relations[relation]

    def children(self, token: Token, *relations: str) -> Iterator[Token]:
        """The dependents of ``token`` in any of ``relations``, in text order."""
        wanted = self.relations[relations[0]].union(*(self.relations[r] for r in relations[1:]))
        return (child for child in token.children if child.dep_ in wanted)

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first such dependent."""
        return next(self.children(token, *relations), None)

    def obliques(self, verb: Token) -> Iterator[tuple[str, Token, Token]]:
        """(preposition, head of the whole phrase, noun) of every prepositional phrase on ``verb``."""
        for child in self.children(verb, "oblique"):
            if child.dep_ in ("prep", "agent"):
                for noun in self.children(child, "prepositional_object"):
                    yield child.lower_, child, noun
            else:
                case = self.child(child, "preposition")
                if case is not None:
                    yield case.lower_, child, child

    def is_passive(self, verb: Token) -> bool:
        """Whether ``verb`` stands in the passive."""
        return self.child(verb, "passive_auxiliary", "passive_subject") is not None

    def subject(self, verb: Token) -> Token | None:
        """The head noun of what ``verb`` is said of: its own subject, or one that it shares or implies."""
        for _ in range(NEAR):
            own = self.child(verb, "subject")
            if own is not None:
                return own
            if self.is_a(verb, "conjunct"):
                verb = verb.head
            elif self.is_a(verb, "noun_clause") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
                return verb.head
            elif self.is_a(verb, "adverbial_clause") and verb.tag_ == "VBN":
                return None  # "Asked whether it was safe, he laughed": he is the one who was asked
            elif (
                self.is_a(verb, "adverbial_clause")
                or self.is_a(verb, "open_clause")
                or (verb.dep_ == "parataxis" and verb.tag_ in ("VBG", "VBN"))
            ):
                verb = verb.head
            else:
                return None
        return None

    def has_own_subject(self, verb: Token) -> bool:
        """Whether the subject stands on ``verb`` itself."""
        return self.child(verb, "subject") is not None


@cache
def syntax_of(rulebook: Rulebook) -> Syntax:
    """The relation names of a rulebook."""
    block = rulebook.document("attributions/dependencies.yaml")
    return Syntax({name: frozenset(block.texts(name)) for name in block})
