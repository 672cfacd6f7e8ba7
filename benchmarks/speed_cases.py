"""One case of speed.py, in a process of its own; prints its processor seconds, words and what it found as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from quotecheck.document.build import build_document_from_text
from quotecheck.document.pipeline import load_pipeline
from quotecheck.layers import audit_document
from quotecheck.records import Document
from quotecheck.rulebook import load_rulebook
from quotecheck.text.words import count_words

FEW = 5  # articles that are read once and ten times
MIDDLE = 400  # words
Figures = dict[str, float]


def main() -> int:
    """Run the case and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", choices=sorted(CASES))
    parser.add_argument("listing", type=Path, help="a JSON list of articles")
    parser.add_argument("--model", help="folder of the pipeline that the bundled one is compared with")
    options = parser.parse_args()
    texts = [Path(path).read_text("utf-8") for path in json.loads(options.listing.read_text())]
    figures = read_with(options.model, texts) if options.model else CASES[options.case](texts)
    print(json.dumps({"words": sum(map(count_words, texts)), **figures}))
    return 0


def read_alone(texts: Sequence[str]) -> Figures:
    """The bundled pipeline and nothing else."""
    nlp = load_pipeline()
    nlp(texts[0])
    began = process_time()
    for text in texts:
        nlp(text)
    return {"seconds": process_time() - began}


def read_with(model: str, texts: Sequence[str]) -> Figures:
    """Another pipeline, in batches, which suits spaCy's own best."""
    import spacy

    nlp = spacy.load(model)
    nlp(texts[0])
    began = process_time()
    for _ in nlp.pipe(texts):
        pass
    return {"seconds": process_time() - began}


def read_with_textacy(texts: Sequence[str]) -> Figures:
    """The bundled pipeline, then textacy's direct quotations; it refuses texts with an odd number of marks."""
    from textacy.extract import direct_quotations

    nlp = load_pipeline()
    list(direct_quotations(nlp("“This is a word,” she said.")))
    found = refused = 0
    began = process_time()
    for text in texts:
        doc = nlp(text)
        try:
            found += sum(1 for _ in direct_quotations(doc))
        except ValueError:
            refused += 1
    return {"seconds": process_time() - began, "found": found, "refused": refused}


def audit_all(texts: Sequence[str]) -> Figures:
    """The whole audit of every article."""
    return _audit(texts, warm=texts[:1])


def audit_by_rules(texts: Sequence[str]) -> Figures:
    """The same by rules alone."""
    return _audit(texts, warm=texts[:1], with_reader=False)


def audit_joined(texts: Sequence[str]) -> Figures:
    """The whole audit of all articles as if they were one."""
    return _audit(["\n\n".join(texts)], warm=texts[:1])


def audit_few(times: int) -> Callable[[Sequence[str]], Figures]:
    """The whole audit of a few articles, so many times over; seconds are those of one pass where it is one."""

    def audit(texts: Sequence[str]) -> Figures:
        few = texts[:FEW]
        return _audit([*few] * times, warm=few, passes=5 if times == 1 else 1)

    return audit


def audit_long(times: int) -> Callable[[Sequence[str]], Figures]:
    """The whole audit of an article of some 400 words, so many times as long."""

    def audit(texts: Sequence[str]) -> Figures:
        text = min(texts, key=lambda each: abs(count_words(each) - MIDDLE))
        return _audit(["\n\n".join([text] * times)], warm=[text], passes=max(1, 20 // times))

    return audit


def _audit(texts: Sequence[str], *, warm: Sequence[str], passes: int = 1, with_reader: bool = True) -> Figures:
    """Seconds of one pass over ``texts``, after all of ``warm`` has been audited once."""
    nlp, rulebook = load_pipeline(), load_rulebook()
    for document in _documents(warm):
        audit_document(document, nlp, rulebook, with_reader=with_reader)
    documents = _documents(texts) * passes
    began = process_time()
    found = 0
    for document in documents:
        found += len(audit_document(document, nlp, rulebook, with_reader=with_reader).attributions)
    return {"seconds": (process_time() - began) / passes, "found": found // passes}


def _documents(texts: Sequence[str]) -> list[Document]:
    rulebook = load_rulebook()
    return [build_document_from_text(text, rulebook) for text in texts]


CASES: dict[str, Callable[[Sequence[str]], Figures]] = {
    "bare": read_alone,
    "cnn": read_alone,
    "textacy": read_with_textacy,
    "audit": audit_all,
    "rules": audit_by_rules,
    "joined": audit_joined,
    "articles-1": audit_few(1),
    "articles-10": audit_few(10),
    "length-1": audit_long(1),
    "length-10": audit_long(10),
    "length-100": audit_long(100),
}

if __name__ == "__main__":
    sys.exit(main())
