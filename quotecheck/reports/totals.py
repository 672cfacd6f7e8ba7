"""Counts and shares, failures and rules, as the report contract has them."""

from __future__ import annotations

from quotecheck.records import (
    CONTRACT_SHARES,
    Failure,
    Measure,
    Metrics,
    RuleCard,
    Severity,
    Shares,
    SourceType,
    Summary,
    Tool,
)
from quotecheck.reports.fields import Fields


def tool_fields(tool: Tool) -> Fields:
    """Who made the report, and what it looked for."""
    rules = [rule_fields(each) for each in tool.rules]
    return {"name": "quotecheck", "version": tool.version, "model": tool.model, "rules": rules}


def rule_fields(rule: RuleCard) -> Fields:
    """A rule that was asked for."""
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity.value,
        "why": rule.why,
        "advice": rule.advice,
        "references": list(rule.references),
        "precision": rule.precision,
    }


def metrics_fields(metrics: Metrics, shares: Shares) -> Fields:
    """The counts and shares of one article, or of many."""
    statements, top = metrics.statements, metrics.top_source_statements
    return {
        "words": metrics.words,
        "attributions": metrics.attributions,
        "statements": statements,
        "direct_quotations": metrics.direct_quotations,
        "quoted_words": metrics.quoted_words,
        "unattributed_quotations": metrics.unattributed_quotations,
        "sources": metrics.sources,
        "named_sources": metrics.named_sources,
        "anonymous_sources": metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE],
        "sources_by_type": {each.value: metrics.sources_by_type[each] for each in SourceType},
        "statements_by_type": {each.value: metrics.statements_by_type[each] for each in SourceType},
        **{name: shares.value(name) for name in CONTRACT_SHARES},
        "single_source": metrics.single_source == 1 and statements == top,
        "anonymous_only": statements > 0 and metrics.named_statements == 0,
        "anonymous_in_lead": metrics.anonymous_in_lead > 0,
        "convention": shares.convention.value,
        "more": {each.id: measure_fields(each) for each in shares.measures if not each.is_of_contract},
    }


def measure_fields(measure: Measure) -> Fields:
    """A metric with the counts that it is made of; what is a plain count has no denominator."""
    return {"value": measure.value, "numerator": measure.numerator, "denominator": measure.denominator}


def summary_fields(summary: Summary) -> Fields:
    """All articles together; the last three count articles."""
    metrics = summary.metrics
    return {
        "documents": metrics.documents,
        "findings": {each.value: summary.findings[each] for each in Severity},
        "suppressed": summary.suppressed,
        "known": summary.known,
        "metrics": metrics_fields(metrics, summary.shares),
        "single_source_documents": metrics.single_source,
        "anonymous_only_documents": metrics.anonymous_only,
        "anonymous_in_lead_documents": metrics.anonymous_in_lead,
        "by_section": [
            {
                "section": each.name,
                "documents": each.metrics.documents,
                "metrics": metrics_fields(each.metrics, each.shares),
            }
            for each in summary.sections
        ],
        "by_convention": {each.convention.value: _by_convention(each) for each in summary.conventions},
    }


def _by_convention(shares: Shares) -> Fields:
    return {each.id: measure_fields(each) for each in shares.measures if each.is_by_convention}


def failure_fields(failure: Failure) -> Fields:
    """An input that could not be read."""
    line: Fields = {} if failure.line is None else {"line": failure.line}
    return {"path": failure.path, **line, "code": failure.code, "message": failure.message}
