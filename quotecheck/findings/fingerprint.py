"""What stays the same about a finding from one version of an article to the next: words, never places."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from quotecheck.records import Document, Finding, Scope, Span
from quotecheck.text.words import WORD

LENGTH = 16  # hexadecimal digits: among a million findings two would share them once in 37 million tries
FEW, AROUND = 5, 4  # words: what has fewer is told apart by so many before and after it
APOSTROPHES = str.maketrans({"’": "'", "\u00ad": None})


def with_fingerprints(document: Document, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings in the same order, ``fingerprint`` set to "HASH:N", the Nth of its equals in the article.

    The hash is made of the rule, the words of the finding, those of its quotation or statement, and whom they are
    credited to. Spelling of quotation marks, letter case, white space, other text and the path do not matter.
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


def _words(document: Document, finding: Finding) -> tuple[str, str, str]:
    """The words of the finding, of what was said, and of who said it."""
    text, attribution, source = document.text, finding.attribution, finding.source
    if finding.scope is Scope.ARTICLE:
        return "", "", ""
    if attribution is None:
        return _in_context(document, finding.span), "", (source.name or "") if source else ""
    said = [each.span for each in attribution.quotations] or attribution.content
    who = attribution.source.of(text) if attribution.source else (source.name or "") if source else ""
    return finding.span.of(text), " ".join(each.of(text) for each in said), who


def _in_context(document: Document, span: Span) -> str:
    """The words of ``span``; where they are few, with their neighbours in the same paragraph."""
    words = span.of(document.text)
    if len(WORD.findall(words)) >= FEW:
        return words
    home = next((each for each in document.paragraphs if each.start <= span.start < each.end), span)
    before = WORD.findall(document.text[home.start : span.start])[-AROUND:]
    after = WORD.findall(document.text[span.end : home.end])[:AROUND]
    return " ".join((words, *before, *after))  # its own words first, as neighbours of equals may be the same run
