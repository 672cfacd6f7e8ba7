"""What an article says about its own findings: "ignore late-speaker -- agreed with the desk"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from quotecheck.findings.fingerprint import with_fingerprints
from quotecheck.records import Directive, Document, Finding, Quotation, RuleCard, Scope, Severity, Span
from quotecheck.text.paragraphs import paragraph_at

UNUSED = RuleCard(
    "unused-suppression",
    "A comment silences nothing",
    Severity.WARNING,
    "A comment that no longer silences anything would hide the next mistake in the same place.",
    "Remove it, or move it to just above the quotation or paragraph that it is meant for.",
    (),
    None,
)
BAD = RuleCard(
    "bad-suppression",
    "A comment to quotecheck cannot be followed",
    Severity.WARNING,
    "A comment that is misspelt silences nothing, and its author should know.",
    "Write “ignore RULE -- reason”, or several rules with commas between; `quotecheck rules list` names them all.",
    (),
    None,
)
CARDS = (BAD, UNUSED)
NO_REASON = "no reason given"
ORDER = re.compile(r"ignore\s+(?P<rules>.*?)(?:\s+(?:--|–|—)\s*(?P<reason>.*))?", re.DOTALL)
RULE = re.compile(r"\w[\w-]*")


@dataclass(frozen=True, slots=True)
class _Order:
    """A directive that could be read."""

    directive: Directive
    rules: tuple[str, ...]
    reason: str | None
    places: tuple[Span, ...] | None  # None: the whole article

    def covers(self, finding: Finding) -> bool:
        """Whether it silences ``finding``; one about the whole article may be silenced from anywhere in it."""
        if finding.rule not in self.rules:
            return False
        if self.places is None or finding.scope is Scope.ARTICLE:
            return True
        quotations = finding.attribution.quotations if finding.attribution else ()
        return any(
            _touches(place, span)
            for place in self.places
            for span in (finding.span, *(each.span for each in quotations))
        )


def apply_directives(
    document: Document,
    quotations: Sequence[Quotation],
    findings: Sequence[Finding],
    known_rules: Collection[str],
    *,
    checked_rules: Collection[str] | None = None,
    require_reason: bool = False,
) -> tuple[Finding, ...]:
    """The findings by place, ``suppression`` set to the reason where the article silences them, and new ones.

    The new ones are about directives that could not be followed, and about those that silence nothing, unless
    their rule is not among ``checked_rules`` (None: all were checked). With ``require_reason`` a directive that
    gives none is not followed.
    """
    orders: list[_Order] = []
    told: list[Finding] = []
    for directive in document.directives:
        order = _read(document, quotations, directive)
        wrong = _complaint(order, known_rules, require_reason=require_reason)
        if wrong is not None:
            told.append(_about(BAD, directive, wrong))
        if order is not None and not (require_reason and order.reason is None):
            orders.append(order)
    silenced = [replace(each, suppression=each.suppression or _reason(orders, each)) for each in findings]
    for order in orders:
        idle = [rule for rule in _idle(order, findings) if rule in known_rules]
        idle = [rule for rule in idle if checked_rules is None or rule in checked_rules]
        if idle:
            told.append(_about(UNUSED, order.directive, f"Nothing here breaks {_listed(idle)}."))
    found = (*silenced, *with_fingerprints(document, told))
    return tuple(sorted(found, key=lambda each: (each.span, each.rule)))


def _read(document: Document, quotations: Sequence[Quotation], directive: Directive) -> _Order | None:
    match = ORDER.fullmatch(directive.words.strip())
    rules = tuple(dict.fromkeys(each.strip() for each in match["rules"].split(","))) if match else ()
    if match is None or not all(map(RULE.fullmatch, rules)):
        return None
    places = None if directive.for_article else tuple(_places(document, quotations, directive.offset))
    return _Order(directive, rules, (match["reason"] or "").strip() or None, places)


def _places(document: Document, quotations: Sequence[Quotation], offset: int) -> Iterator[Span]:
    """The quotation that starts next, or the rest of the paragraph; any quotation in it to its very end."""
    while offset < len(document.text) and document.text[offset].isspace():
        offset += 1
    home = paragraph_at(document.paragraphs, offset)
    if home is None:
        return
    place = Span(offset, home.end)
    if offset > home.start:
        place = next((each.span for each in quotations if each.span.start == offset), place)
    yield place
    yield from (each.span for each in quotations if each.span.overlaps(place))


def _touches(place: Span, span: Span) -> bool:
    return place.overlaps(span) or place.start <= span.start < place.end


def _complaint(order: _Order | None, known_rules: Collection[str], *, require_reason: bool) -> str | None:
    if order is None:
        return "This comment to quotecheck does not say which rules to ignore."
    strangers = [rule for rule in order.rules if rule not in known_rules]
    if strangers:
        return " ".join(_stranger(rule, known_rules) for rule in strangers)
    if require_reason and order.reason is None:
        return "This comment gives no reason, and a reason is required here."
    return None


def _stranger(rule: str, known_rules: Collection[str]) -> str:
    near = get_close_matches(rule, sorted(known_rules), 1)
    return f"There is no rule “{rule}”" + (f"; did you mean “{near[0]}”?" if near else ".")


def _reason(orders: Sequence[_Order], finding: Finding) -> str | None:
    order = next((each for each in orders if each.covers(finding)), None)
    return None if order is None else order.reason or NO_REASON


def _idle(order: _Order, findings: Sequence[Finding]) -> list[str]:
    """The rules that it need not name."""
    busy = {each.rule for each in findings if order.covers(each)}
    return [rule for rule in order.rules if rule not in busy]


def _about(card: RuleCard, directive: Directive, message: str) -> Finding:
    place = Span(directive.offset, directive.offset)
    return Finding(card.id, card.severity, message, card.advice, place, Scope.SPAN, 1.0, origin=directive.origin)


def _listed(rules: Sequence[str]) -> str:
    return " or ".join(f"“{rule}”" for rule in rules)
