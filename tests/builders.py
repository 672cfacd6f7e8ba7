"""Records built by hand, for tests that need no model."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.metrics.count import measure
from quotecheck.metrics.definitions import read_definitions
from quotecheck.metrics.scale import read_scale
from quotecheck.metrics.shares import derive_shares
from quotecheck.metrics.weights import Weight
from quotecheck.records import (
    Anonymity,
    Attribution,
    AttributionKind,
    Audit,
    Cue,
    CueFamily,
    CueForm,
    Document,
    Failure,
    Finding,
    Metrics,
    Note,
    Quotation,
    QuotationKind,
    Report,
    Scope,
    Severity,
    Signal,
    Source,
    SourceType,
    Span,
    Summary,
    Tool,
)
from quotecheck.rulebook import load_rulebook
from quotecheck.text.paragraphs import find_paragraphs
from quotecheck.text.words import count_words

RULEBOOK = load_rulebook()
WEIGHTS = (Weight("named_statement_share", 60, True), Weight("anonymous_statement_share", 40, False))
DEFINITIONS = replace(read_definitions(RULEBOOK), weights=WEIGHTS)
NO_SHARES = derive_shares(Metrics(), DEFINITIONS)

FERRY = """Ferry pier to close for a year
By Hanna Brisk

“The pier is sinking,” said harbor master Tomas Quill. “Nobody should be surprised.”

A city official, who wanted no name for fear of losing her job, called the damage “worse than feared 😬.”

Mr. Quill believes that the ferry will be back in spring, according to Lantern Weekly.

“Close it today!”
"""


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in ``text`` for the ``nth`` time, from 0."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def document(text: str, *, path: str = "<text>", title: str | None = None, byline: str | None = None) -> Document:
    """A document in which nothing was guessed."""
    return Document(path, "text", text, title, byline, find_paragraphs(text))


def quotation(
    text: str,
    words: str,
    kind: QuotationKind = QuotationKind.DIRECT,
    *,
    depth: int = 0,
    closing: str | None = "”",
) -> Quotation:
    """The quotation ``words``, marks included."""
    place = span(text, words)
    return Quotation(place, kind, words[0], closing, (place,), depth, count_words(words))


def attribution(
    text: str,
    source: str | None,
    cue: str | None,
    *content: str,
    quotations: tuple[Quotation, ...] = (),
    family: CueFamily = CueFamily.SPEECH,
) -> Attribution:
    """Who (``source``) says (``cue``) what (``content``), each as it first stands in ``text``."""
    parts = tuple(span(text, words) for words in content)
    everything = [*parts, *(span(text, words) for words in (source, cue) if words)]
    return Attribution(
        kind=AttributionKind.DIRECT if quotations else AttributionKind.INDIRECT,
        source=span(text, source) if source else None,
        cue=Cue(span(text, cue), cue, CueForm.VERB, family) if cue else None,
        content=parts,
        statement=Span(min(each.start for each in everything), max(each.end for each in everything)),
        quotations=quotations,
        family=family,
        rule="by-hand",
    )


def source(
    description: str,
    *attributions: Attribution,
    type: SourceType = SourceType.NAMED_PERSON,
    reason: str | None = None,
    **details: str,
) -> Source:
    """A source; its name is its description where its type is a named one."""
    named = type in (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANIZATION)
    return Source(
        type=type,
        name=description if named else None,
        description=description,
        title=details.get("title"),
        affiliation=details.get("affiliation"),
        justification=details.get("justification"),
        count=None,
        anonymity=Anonymity(Signal.EXPLICIT if reason else Signal.NONE, reason),
        specificity=None,
        mentions=tuple(each.source for each in attributions if each.source),
        attributions=attributions,
    )


def finding(rule: str, place: Span, severity: Severity = Severity.WARNING, message: str = "A message.") -> Finding:
    """What the rule ``rule`` has to say about ``place``."""
    return Finding(rule, severity, message, "Some advice.", place, Scope.SPAN, 0.9)


def audit(
    article: Document,
    quotations: tuple[Quotation, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    sources: tuple[Source, ...] = (),
) -> Audit:
    """The audit of ``article``, with metrics."""
    words = count_words(article.text)
    counted = Audit(article, words, (Span(0, 1),) * 5, quotations, attributions, sources)
    metrics = measure(counted, read_scale(RULEBOOK))
    return replace(counted, metrics=metrics, shares=derive_shares(metrics, DEFINITIONS))


def ferry_audit() -> Audit:
    """One article with something of everything."""
    sinking, surprised = (
        quotation(FERRY, "“The pier is sinking,”"),
        quotation(FERRY, "“Nobody should be surprised.”"),
    )
    feared = quotation(FERRY, "“worse than feared 😬.”", QuotationKind.MIXED)
    today = quotation(FERRY, "“Close it today!”")
    says = attribution(
        FERRY,
        "harbor master Tomas Quill",
        "said",
        "“The pier is sinking,”",
        "“Nobody should be surprised.”",
        quotations=(sinking, surprised),
    )
    fears = attribution(
        FERRY,
        "A city official",
        "called",
        "the damage “worse than feared 😬.”",
        quotations=(feared,),
    )
    thinks = attribution(FERRY, "Mr. Quill", "believes", "the ferry will be back in spring", family=CueFamily.MENTAL)
    reports = attribution(FERRY, "Lantern Weekly", "according to", "Mr. Quill believes that the ferry will be back")
    quill = source("Tomas Quill", says, thinks, title="harbor master")
    official = source(
        "a city official",
        fears,
        type=SourceType.ANONYMOUS_SOURCE,
        reason="for fear of losing her job",
        affiliation="city",
    )
    weekly = source("Lantern Weekly", reports, type=SourceType.NAMED_ORGANIZATION)
    article = document(FERRY, path="news/ferry.txt", title="Ferry pier to close for a year", byline="Hanna Brisk")
    return audit(
        article,
        (sinking, surprised, feared, today),
        (says, fears, thinks, reports),
        (quill, official, weekly),
    )


def empty_audit() -> Audit:
    """An article without a word, and a note that says so."""
    note = Note("empty", "There are no words in this text.", Span(0, 0))
    return audit(Document("news/empty.txt", "text", "", None, None, (), (note,)))


def sample_report() -> Report:
    """Two articles and a file that is not there."""
    audits = (ferry_audit(), empty_audit())
    metrics = sum((each.metrics for each in audits), Metrics())
    failure = Failure("news/gone.txt", "missing", "there is no such file or folder")
    summary = Summary(metrics, derive_shares(metrics, DEFINITIONS), (failure,))
    return Report(Tool("1.2.3", "sample_en"), audits, summary)
