"""Audits with findings, built by hand: every kind of finding, markup and place that an output has to show."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quotecheck.metrics.shares import derive_shares
from quotecheck.records import (
    Audit,
    Document,
    Failure,
    Finding,
    Metrics,
    Place,
    Report,
    RuleCard,
    Scope,
    Segment,
    Severity,
    Span,
    Summary,
    Tool,
)
from quotecheck.text.paragraphs import find_paragraphs
from tests.builders import (
    DEFINITIONS,
    FERRY,
    attribution,
    audit,
    empty_audit,
    ferry_audit,
    quotation,
    sample_report,
    source,
)
from tests.builders import span as span_of

CREDIT = RuleCard(
    "uncredited-quotation",
    "A quotation is credited to nobody",
    Severity.ERROR,
    "Readers must be able to see who is speaking.",
    "Say who said it, beside the quotation.",
    ("Example Agency, Handbook (2024)", "Lantern Weekly, Standards (2023)"),
    0.97,
)
THIN = RuleCard(
    "thin-description",
    "An anonymous source is hardly described",
    Severity.WARNING,
    "The less a reader may know of a source, the more the description has to tell.",
    "Say how the source knows: what it does, saw or read.",
    (),
    0.84,
)
FEW = RuleCard(
    "few-sources",
    "An article rests on few sources",
    Severity.INFO,
    "One source is one view.",
    "Ask somebody who sees it differently.",
    ("Example Agency, Handbook (2024)",),
    None,
)
TOOL = Tool("1.2.3", "sample_en", (CREDIT, FEW, THIN))


def finding(card: RuleCard, place: Span | None, message: str, number: int, **details: object) -> Finding:
    """A finding of the rule ``card`` about ``place``; None: about the whole article."""
    scope = Scope.ARTICLE if place is None else Scope.SPAN
    known = {"confidence": card.precision or 0.5, "fingerprint": f"{number:016x}:1", **details}
    return Finding(card.id, card.severity, message, card.advice, place or Span(0, 0), scope, **known)


def marked(path: str, form: str, *pieces: tuple[str, str], **details: object) -> Document:
    """A document made of pairs: words, and the markup they come from."""
    text, markup, segments = "", "", []
    for words, marked_up in pieces:
        if words:
            here, there = Span(len(text), len(text) + len(words)), Span(len(markup), len(markup) + len(marked_up))
            segments.append(Segment(here, there))
        text, markup = text + words, markup + marked_up
    paragraphs = find_paragraphs(text)
    return Document(path, form, text, None, None, paragraphs, markup=markup, segments=tuple(segments), **details)


def ferry_checked() -> Audit:
    """The ferry article with findings about words and about all of it, two of them silenced."""
    ferry = ferry_audit()
    _, fears, *_ = ferry.attributions
    _, official, _ = ferry.sources
    baseline = {"suppression": "baseline"}
    agreed = {"suppression": "agreed with the desk", "confidence": 0.84}
    findings = (
        finding(FEW, None, "Everything in this article comes from three sources.", 1),
        finding(
            CREDIT, span_of(FERRY, "“Nobody should be surprised.”"), "Nobody is credited with this.", 2, **baseline
        ),
        finding(
            THIN,
            span_of(FERRY, "A city official"),
            "“A city official” tells readers next to nothing.",
            3,
            source=official,
            attribution=fears,
        ),
        finding(THIN, span_of(FERRY, "“worse than feared 😬.”"), "Nobody knows how the source knows.", 4, **agreed),
        finding(CREDIT, span_of(FERRY, "“Close it today!”"), "Nobody is credited with this quotation.", 5),
    )
    return replace(ferry, findings=findings)


def pier_checked() -> Audit:
    """Markdown with front matter, entities and CRLF, so that no offset is that of the plain text."""
    lead = "The harbor office will close the pier before the season ends, and the ferry to the island with it, "
    who = "a 橋 engineer 👩‍🔧 close to the city’s café committee"
    pieces = (
        ("", "---\r\ntitle: The pier\r\n---\r\n\r\n"),
        (lead, lead),
        ("", "**"),
        (who, who),
        ("", "**"),
        (" said on Monday.\r\n\r\n", " said on Monday.\r\n\r\n"),
        ("“", "&ldquo;"),
        ("It is ", "It is "),
        ("", "*"),
        ("over,", "over,"),
        ("", "*"),
        ("”", "&rdquo;"),
        (" somebody cried.\r\n", " somebody cried.\r\n"),
    )
    article = marked("news/pier.md", "markdown", *pieces, has_metadata=True)
    over = quotation(article.text, "“It is over,”")
    cries = attribution(article.text, "somebody", "cried", "“It is over,”", quotations=(over,))
    findings = (
        finding(THIN, span_of(article.text, who), "Readers learn what the source is close to, not what it knows.", 6),
        finding(CREDIT, over.span, "“Somebody” is <nobody> & *no* source.", 7, attribution=cries),
    )
    return replace(audit(article, (over,), (cries,), (source("somebody", cries),)), findings=findings)


def mayor_checked() -> Audit:
    """A container, the lines of which mean nothing to those who open it."""
    text = "Mayor quits\n\nA friend of the mayor said: “He has had enough.”\n"
    places = (Place(span_of(text, "Mayor quits"), "paragraph 1"), Place(Span(13, len(text) - 1), "paragraph 2"))
    article = Document("news/50% mayor.docx", "docx", text, None, None, find_paragraphs(text), places=places)
    message = (
        "Say who “a friend” is; a name is best, and a description that shows how the friend can know is next best."
    )
    return replace(audit(article), findings=(finding(THIN, span_of(text, "A friend of the mayor"), message, 8),))


def checked_report() -> Report:
    """Four articles, one of them empty, and a file that is not there."""
    audits = (mayor_checked(), empty_audit(), ferry_checked(), pier_checked())
    return checked(*audits, failures=sample_report().summary.failures)


def checked(*audits: Audit, failures: tuple[Failure, ...] = ()) -> Report:
    """The report of a check that found what ``audits`` say."""
    metrics = sum((each.metrics for each in audits), Metrics())
    findings = [finding for each in audits for finding in each.findings]
    counted = Counter(each.severity for each in findings if each.suppression is None)
    silenced = len(findings) - counted.total()
    known = sum(each.suppression == "baseline" for each in findings)
    shares = derive_shares(metrics, DEFINITIONS)
    return Report(TOOL, audits, Summary(metrics, shares, failures, counted, silenced, known=known))
