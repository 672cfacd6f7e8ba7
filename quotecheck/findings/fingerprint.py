"""What stays the same about a finding from one version of an article to the next: words, never places."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from quotecheck.records import Document, Finding, Scope, Span
from quotecheck.text.paragraphs import paragraph_at
from quotecheck.text.words import WORD

LENGTH = 16  # hexadecimal digits: among a million findings two would share them once in 37 million tries
FEW, AROUND = 5, 4  # words: what has fewer is told apart by so many before and after it
STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+")
APOSTROPHES = str.maketrans({"’": "'", "\u00ad": None})


def with_fingerprints(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings in the same order, ``fingerprint`` set to "HASH:N", the Nth of its equals in the article.

    The hash is made of the rule, the words of the quotation and the name it is credited to; where no quotation is
    concerned, of the words between the full stops around the finding. How marks are drawn, letter case, white space,
    other text and the path do not matter, nor how far the engine thinks that an unquoted statement reaches.
    """
    ordinals: Counter[str] = Counter()
    found: dict[int, Finding] = {}
    for number in sorted(range(len(findings)), key=lambda number: findings[number].span):
        digest = _digest(document, findings[number])
        ordinals[digest] += 1
        found[number] = replace(findings[number], fingerprint=f"{digest}:{ordinals[digest]}")
    return tuple(found[number] for number in range(len(findings)))


def normalise(text: str) -> str:
    """The words of ``text``, in small letters, one space between them: equal for what reads the same."""
    plain = unicodedata.normalize("NFKC", text).translate(APOSTROPHES).casefold()
    return " ".join(WORD.findall(plain))


def _digest(document: Document, finding: Finding) -> str:
    parts = [finding.rule, *(normalise(each) for each in _words(document, finding))]
    return sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]


def _words(document: Document, finding: Finding) -> tuple[str, str]:
    """What was said or written, and the name of who said it, where that stands elsewhere."""
    if finding.scope is Scope.ARTICLE:
        return "", ""
    quoted = [each.span for each in finding.attribution.quotations] if finding.attribution else []
    said = [each for each in quoted if each.overlaps(finding.span)] or quoted
    if not said:
        return _sentence(document, finding.span.start), ""
    name = finding.source.name if finding.source else None
    return " ".join(each.of(document.text) for each in said), name or ""


def _sentence(document: Document, offset: int) -> str:
    """The words around ``offset``, full stop to full stop in one paragraph; where they are few, with neighbours."""
    home = paragraph_at(document.paragraphs, offset) or Span(offset, offset)
    paragraph, at = home.of(document.text), offset - home.start
    stops = [each.end() for each in STOP.finditer(paragraph)]
    start = max((each for each in stops if each <= at), default=0)
    end = min((each for each in stops if each > at), default=len(paragraph))
    words = paragraph[start:end]
    if len(WORD.findall(words)) >= FEW:
        return words
    before, after = WORD.findall(paragraph[:start])[-AROUND:], WORD.findall(paragraph[end:])[:AROUND]
    return " ".join((words, *before, *after))  # its own words first, as neighbours of equals may be the same run
