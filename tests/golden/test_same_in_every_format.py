"""The same article in other bytes and other formats: the same is found, and it leads to where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from quotecheck.document.build import build_document
from quotecheck.document.pipeline import load_pipeline
from quotecheck.layers import audit_document
from quotecheck.records import Audit, Span
from quotecheck.rulebook import Rulebook
from tests.text.formats.word_files import paragraph, word_file

ARTICLE = (Path(__file__).resolve().parents[2] / "seeds" / "harbor-chief-bribery-trial.txt").read_text(encoding="utf-8")
PARAGRAPHS = re.split(r"\n\s*\n", ARTICLE.strip())
Found = tuple[object, ...]


def html(write: Callable[[str], str]) -> bytes:
    title, *others = map(write, PARAGRAPHS)
    return f"<article><h1>{title}</h1>{''.join(f'<p>{each}</p>' for each in others)}</article>".encode()


def marked(text: str) -> str:
    """Markdown in which marks break quotations and names."""
    return re.sub(r"(“\w+) (\w+)", r"\1 **\2**", text.replace("*", "\\*").replace(" said", "\nsaid"))


VARIANTS = {
    "CRLF": ("a.txt", ARTICLE.replace("\n", "\r\n").encode()),
    "BOM": ("a.txt", b"\xef\xbb\xbf" + ARTICLE.encode()),
    "UTF-16": ("a.txt", ARTICLE.encode("utf-16")),
    "Windows-1252": ("a.txt", ARTICLE.encode("cp1252")),
    "soft hyphens": ("a.txt", re.sub(r"(\w{3})(\w{4})", "\\1\u00ad\\2", ARTICLE).encode()),
    "Markdown": ("a.md", "\n\n".join(map(marked, PARAGRAPHS)).encode()),
    "HTML": ("a.html", html(escape)),
    "HTML with entities": ("a.html", html(lambda text: escape(text).encode("ascii", "xmlcharrefreplace").decode())),
    "ninjs": ("a.json", json.dumps({"headline": PARAGRAPHS[0], "body_text": "\n\n".join(PARAGRAPHS[1:])}).encode()),
    "Word": ("a.docx", word_file("".join(paragraph(*re.split(r"(?<=\w )", escape(each))) for each in PARAGRAPHS))),
}


def audited(path: str, data: bytes, rulebook: Rulebook) -> Audit:
    return audit_document(build_document(path, data, rulebook), load_pipeline(None), rulebook)


def found(audit: Audit) -> tuple[list[Found], list[Found], list[Found]]:
    """Quotations, attributions and sources, as their words."""

    def words(span: Span | None) -> str:
        return " ".join(span.of(audit.document.text).split()) if span else ""

    return (
        [(words(one.span), one.kind, one.depth) for one in audit.quotations],
        [
            (words(one.source), words(one.cue.span if one.cue else None), *map(words, one.content))
            for one in audit.attributions
        ],
        [(one.type, one.name, " ".join(one.description.split())) for one in audit.sources],
    )


@pytest.fixture(scope="module")
def expected(rulebook: Rulebook) -> tuple[list[Found], list[Found], list[Found]]:
    return found(audited("a.txt", ARTICLE.encode(), rulebook))


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_is_found(
    variant: str, expected: tuple[list[Found], list[Found], list[Found]], rulebook: Rulebook
) -> None:
    assert found(audited(*VARIANTS[variant], rulebook)) == expected


@pytest.mark.parametrize("variant", ["Markdown", "HTML", "HTML with entities"])
def test_it_leads_to_where_it_stands(variant: str, rulebook: Rulebook) -> None:
    audit = audited(*VARIANTS[variant], rulebook)
    source = audit.document.source

    assert source == VARIANTS[variant][1].decode()
    for quotation in audit.quotations:
        place = audit.document.origin(quotation.span).of(source)
        assert place.startswith(("“", "‘", "&#8220;", "&#8216;"))
        assert place.endswith(("”", "’", "&#8221;", "&#8217;"))
