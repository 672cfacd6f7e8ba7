"""The tokens of an article as plain columns, read once: all that this layer asks of a parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Token

from quotecheck.attributions.syntax import syntax_of
from quotecheck.document.parse import Parse
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook
from quotecheck.sources.words import words_of

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$", "WRB"})
CLAUSE_STARTS = frozenset({"who", "whose", "which"})
RELATIVE = CLAUSE_STARTS | {"that"}  # never nouns, whatever a tagger says
COMMAS = frozenset({",", ";", ":", "(", "—", "–", "--", "-LRB-", "..."})
STOPS = frozenset(".!?:;…\"'”’»)]—–-")
DASHES = frozenset("‐‑–")
MARKS = frozenset('"“”‘«»`')


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Columns with one entry a token; white space is no token here."""

    text: str
    words: Sequence[str]
    lower: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    paragraphs: Sequence[int]
    subjects: Sequence[bool]
    heads: Sequence[int]
    relations: Sequence[str]
    first_of_sentence: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The characters of the tokens from ``first`` to before ``end``."""
        return Span(self.starts[first], self.ends[end - 1])

    def said(self, first: int, end: int) -> str:
        """The words from ``first`` to before ``end``, on one line."""
        return " ".join(self.text[self.starts[first] : self.ends[end - 1]].split()) if first < end else ""

    def end_of_sentence(self, i: int) -> int:
        """The token after the last one of the sentence of ``i``."""
        number = self.sentences[i]
        return self.first_of_sentence[number + 1] if number + 1 < len(self.first_of_sentence) else len(self.words)


def read_tokens(parse: Parse, rulebook: Rulebook) -> Reading:
    """The columns of ``parse``."""
    titles = words_of(rulebook).honorifics
    tokens = [token for token in parse.doc if not token.is_space and not _ends_title(token, titles)]
    place = {token.i: n for n, token in enumerate(tokens)}
    subject = syntax_of(rulebook).relations["subject"]
    starts = [token.idx for token in tokens]
    begins = [_begins_sentence(tokens[n - 1] if n else None, token, parse, titles) for n, token in enumerate(tokens)]
    sentences = list(accumulate((int(each) for each in begins), initial=-1))[1:]
    words = [_plain_hyphen(token) + _full_stop(token, titles) for token in tokens]
    return Reading(
        text=parse.document.text,
        words=words,
        lower=[word.lower().replace("’", "'") for word in words],
        tags=["WDT" if token.lower_ in RELATIVE and token.tag_ in NOUN_TAGS else token.tag_ for token in tokens],
        lemmas=[_lemma(token.lemma_, token.text) for token in tokens],
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=sentences,
        paragraphs=_paragraphs(parse, starts),
        subjects=[token.dep_ in subject for token in tokens],
        heads=[place.get(token.head.i, n) for n, token in enumerate(tokens)],
        relations=[token.dep_ for token in tokens],
        first_of_sentence=[n for n in range(len(tokens)) if n == 0 or sentences[n] != sentences[n - 1]],
    )


def _begins_sentence(before: Token | None, token: Token, parse: Parse, titles: frozenset[str]) -> bool:
    """Whether a sentence begins here: where the tree says so, behind a mark that may end one or in a new paragraph."""
    if before is None:
        return True
    if before.text in titles or _full_stop(before, titles):
        return False
    is_ended = before.text[-1:] in STOPS or parse.crosses_paragraphs(before.idx, token.idx)
    return token.is_sent_start is True and is_ended


def _full_stop(token: Token, titles: frozenset[str]) -> str:
    """The full stop that is part of a shortened title, where a tokenizer took it for the end of a sentence."""
    is_last = token.i + 1 >= len(token.doc) or token.whitespace_
    return "." if not is_last and _ends_title(token.nbor(1), titles) else ""


def _ends_title(token: Token, titles: frozenset[str]) -> bool:
    """Whether a token is the full stop of "Col." or "Sgt."."""
    if token.text != "." or not token.i or token.nbor(-1).whitespace_:
        return False
    return f"{token.nbor(-1).text}." in titles


def _plain_hyphen(token: Token) -> str:
    """The word; a dash between two letters is a hyphen."""
    if token.text not in DASHES or token.whitespace_ or not token.i:
        return token.text
    return "-" if token.nbor(-1).idx + len(token.nbor(-1).text) == token.idx else token.text


def _lemma(lemma: str, word: str) -> str:
    return (lemma or word).lower().replace("’", "'")


def _paragraphs(parse: Parse, starts: Sequence[int]) -> list[int]:
    """The number of the paragraph of every token."""
    ends = [span.end for span in parse.document.paragraphs]
    found, nth = [], 0
    for start in starts:
        while nth + 1 < len(ends) and start >= ends[nth]:
            nth += 1
        found.append(nth)
    return found
