"""Limits on the metrics of an article: "max-anonymous-share" 0.5, "min-sources" 2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from hashlib import sha256

from quotecheck.findings.fingerprint import LENGTH
from quotecheck.metrics.definitions import read_definitions
from quotecheck.metrics.weights import SCORE
from quotecheck.records import Audit, Finding, RuleCard, Scope, Severity, Span
from quotecheck.rulebook import Rulebook

MOST, LEAST = "max-", "min-"
SHARE, STATEMENT_SHARE = "-share", "-statement-share"
CARD = RuleCard(
    id="limit",
    title="A limit that the newsroom has set is broken",
    severity=Severity.ERROR,
    why="The newsroom has set a limit to what is measured of an article.",
    advice="Change the article, or the limit.",
    references=(),
    precision=None,
)


def unknown_limit(name: str, rulebook: Rulebook) -> str | None:
    """What is wrong with the name of a limit, with the nearest one; ``None`` where a metric is called so."""
    if _metric_of(name, rulebook) is not None:
        return None
    near = get_close_matches(name, [name[: len(MOST)] + each.replace("_", "-") for each in _metrics(rulebook)], n=1)
    hint = f" (did you mean '{near[0]}'?)" if near else ""
    return f"unknown limit '{name}'{hint}; a limit is max- or min- and a metric, as in docs/metrics.md"


def broken_limits(
    audit: Audit, limits: Mapping[str, float], rulebook: Rulebook, *, severity: Severity = CARD.severity
) -> Iterable[Finding]:
    """A finding for each limit that the article breaks, by name; a share of nothing breaks none."""
    for name in sorted(limits):
        metric = _metric_of(name, rulebook)
        value = audit.shares.value(metric) if metric is not None else None
        if metric is not None and value is not None and _breaks(name, value, limits[name]):
            yield _finding(name, metric, value, limits[name], severity)


def _metrics(rulebook: Rulebook) -> tuple[str, ...]:
    return (*read_definitions(rulebook).metrics, SCORE)


def _metric_of(name: str, rulebook: Rulebook) -> str | None:
    """The id of the metric; a share without a word on what it is a share of is one of statements."""
    spoken = name[len(MOST) :]
    names = (spoken, spoken.removesuffix(SHARE) + STATEMENT_SHARE)
    return next((each.replace("-", "_") for each in names if each.replace("-", "_") in _metrics(rulebook)), None)


def _breaks(name: str, value: float, bound: float) -> bool:
    return value > bound if name.startswith(MOST) else value < bound


def _finding(name: str, metric: str, value: float, bound: float, severity: Severity) -> Finding:
    words = metric.replace("_", " ")
    digest = sha256(f"{CARD.id}\n{name}".encode()).hexdigest()
    than = "more" if name.startswith(MOST) else "less"
    return Finding(
        rule=CARD.id,
        severity=severity,
        message=f"{words[:1].upper()}{words[1:]}: {value:g}, {than} than the limit of {bound:g}",
        advice=CARD.advice,
        span=Span(0, 0),
        scope=Scope.ARTICLE,
        confidence=1.0,
        fingerprint=f"{digest[:LENGTH]}:1",
    )
