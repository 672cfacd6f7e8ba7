from __future__ import annotations

import pytest

from quotecheck.metrics.count import lead_of, measure
from quotecheck.records import CueFamily, Metrics, QuotationKind, SourceType
from tests.builders import attribution, document, empty_audit, ferry_audit, quotation, source

TEXT = "Mayor Iris Vole said the bridge is safe. An aide said it is not. She thinks “safe” is “a big word.”"


def counted(*sources: object, quotations: tuple = (), text: str = TEXT, **heads: str) -> Metrics:
    attributions = tuple(each for one in sources for each in one.attributions)
    return measure(document(text, **heads), quotations, attributions, sources, words=21)


def vole(**options: object) -> object:
    return source("Iris Vole", attribution(TEXT, "Mayor Iris Vole", "said", "the bridge is safe", **options))


def aide() -> object:
    says = attribution(TEXT, "An aide", "said", "it is not")
    return source("an aide", says, type=SourceType.ANONYMOUS_SOURCE)


def test_empty_article_has_only_zeros() -> None:
    assert empty_audit().metrics == Metrics(documents=1)


def test_thoughts_are_no_statements() -> None:
    metrics = counted(vole(family=CueFamily.MENTAL))
    assert (metrics.attributions, metrics.statements, metrics.single_source) == (0, 0, 0)
    assert metrics.sources_by_type[SourceType.NAMED_PERSON] == 1


def test_attribution_without_source_is_no_statement() -> None:
    says = attribution(TEXT, None, "said", "the bridge is safe")
    metrics = measure(document(TEXT), (), (says,), (), words=21)
    assert (metrics.attributions, metrics.statements) == (1, 0)


def test_statements_are_counted_by_type_of_their_source() -> None:
    metrics = counted(vole(), aide())
    assert metrics.statements_by_type == {SourceType.NAMED_PERSON: 1, SourceType.ANONYMOUS_SOURCE: 1}
    assert (metrics.statements, metrics.named_statements, metrics.top_source_statements) == (2, 1, 1)


@pytest.mark.parametrize(("sources", "single"), [((), 0), ((vole(),), 1), ((vole(), aide()), 0)])
def test_single_source_needs_statements_and_one_source(sources: tuple, single: int) -> None:
    assert counted(*sources).single_source == single


@pytest.mark.parametrize(("sources", "only"), [((), 0), ((vole(), aide()), 0), ((aide(),), 1)])
def test_anonymous_only_needs_statements_and_no_named_source(sources: tuple, only: int) -> None:
    assert counted(*sources).anonymous_only == only


def test_scare_quotes_and_titles_are_no_quotations() -> None:
    scare = quotation(TEXT, "“safe”", QuotationKind.SCARE)
    metrics = counted(quotations=(scare,))
    assert (metrics.direct_quotations, metrics.quoted_words, metrics.unattributed_quotations) == (0, 0, 0)


def test_words_of_a_nested_quotation_count_once() -> None:
    text = "“He said ‘stop’ and left,” she said."
    outer, inner = quotation(text, "“He said ‘stop’ and left,”"), quotation(text, "‘stop’", depth=1)
    metrics = counted(quotations=(outer, inner), text=text)
    assert (metrics.direct_quotations, metrics.quoted_words, metrics.unattributed_quotations) == (2, 5, 1)


def test_attributed_quotation_is_not_counted_as_unattributed() -> None:
    metrics = ferry_audit().metrics
    assert (metrics.direct_quotations, metrics.unattributed_quotations) == (4, 1)


def test_words_quoted_from_anonymous_sources() -> None:
    metrics = ferry_audit().metrics
    assert (metrics.quoted_words, metrics.anonymous_quoted_words) == (14, 3)


def test_reasons_are_counted_by_source() -> None:
    assert counted(aide()).anonymous_with_reason == 0
    assert ferry_audit().metrics.anonymous_with_reason == 1


def test_lead_is_the_first_paragraph_without_heads() -> None:
    text = "Bridge unsafe, aide says\nBy Lou Marsh\nThe bridge is closed.\nMore to come."
    article = document(text, title="Bridge unsafe, aide says", byline="Lou Marsh")
    assert lead_of(article).of(text).endswith("The bridge is closed.")


def test_lead_of_an_article_that_is_all_heads_is_the_article() -> None:
    article = document("Bridge unsafe", title="Bridge unsafe")
    assert lead_of(article).of(article.text) == article.text


@pytest.mark.parametrize(
    ("text", "in_lead"),
    [
        ("The bridge is safe.\nNobody knows.\nAn aide said it is not.", 0),
        ("An aide said it is not.\nThe bridge is safe.", 1),
    ],
)
def test_anonymous_in_lead(text: str, in_lead: int) -> None:
    says = attribution(text, "An aide", "said", "it is not")
    metrics = counted(source("an aide", says, type=SourceType.ANONYMOUS_SOURCE), text=text)
    assert metrics.anonymous_in_lead == in_lead


def test_headline_that_rests_on_an_anonymous_source_counts_as_lead() -> None:
    text = "Bridge unsafe, aide says\nThe bridge is closed."
    says = attribution(text, "aide", "says", "Bridge unsafe")
    anonymous = source("an aide", says, type=SourceType.ANONYMOUS_SOURCE)
    assert counted(anonymous, text=text, title="Bridge unsafe, aide says").anonymous_in_lead == 1
