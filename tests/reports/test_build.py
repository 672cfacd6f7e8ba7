from __future__ import annotations

import pickle
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.records import Metrics, Span
from quotecheck.reports.build import article_fields
from quotecheck.reports.ids import number
from quotecheck.reports.totals import metrics_fields
from tests.builders import (
    FERRY,
    NO_SHARES,
    attribution,
    audit,
    document,
    empty_audit,
    ferry_audit,
    quotation,
    source,
)


def test_article_without_words_has_empty_lists() -> None:
    fields = article_fields(empty_audit())
    assert fields["quotations"] == fields["attributions"] == fields["sources"] == fields["findings"] == []
    assert fields["notes"] == [{"code": "empty", "message": "There are no words in this text.", "start": 0, "end": 0}]


def test_ids_follow_the_text_whatever_the_order_of_the_records() -> None:
    text = "Ada said yes. Ben said no. Cy left."
    first, second = attribution(text, "Ada", "said", "yes"), attribution(text, "Ben", "said", "no")
    ben, ada = source("Ben", second), source("Ada", first)
    ids = number(audit(document(text), (), (second, first), (ben, ada)))
    assert ids.attributions == {first: "a1", second: "a2"}
    assert ids.sources == {"s1": ada, "s2": ben}
    assert list(ids.sources) == ["s1", "s2"]


def test_ids_survive_the_way_from_another_process() -> None:
    there = ferry_audit()
    assert article_fields(pickle.loads(pickle.dumps(there))) == article_fields(there)


def test_every_id_that_is_named_exists() -> None:
    fields = article_fields(ferry_audit())
    quotations = {each["id"]: each for each in fields["quotations"]}
    attributions = {each["id"]: each for each in fields["attributions"]}
    sources = {each["id"]: each for each in fields["sources"]}
    for name, each in attributions.items():
        assert name in sources[each["source_id"]]["attributions"]
        assert all(quotations[quoted]["attribution"] == name for quoted in each["quotations"])
    for each in quotations.values():
        assert each["attribution"] is None or each["id"] in attributions[each["attribution"]]["quotations"]


def test_uncredited_quotation_is_in_the_report() -> None:
    *_, today = article_fields(ferry_audit())["quotations"]
    assert (today["text"], today["attribution"]) == ("“Close it today!”", None)


def test_nested_quotation_belongs_to_the_later_attribution() -> None:
    text = "“He said ‘stop’ and left,” she said."
    outer, inner = quotation(text, "“He said ‘stop’ and left,”"), quotation(text, "‘stop’", depth=1)
    she = attribution(text, "she", "said", outer.span.of(text), quotations=(outer, inner))
    he = attribution(text, "He", "said", "‘stop’", quotations=(inner,))
    fields = article_fields(audit(document(text), (inner, outer), (he, she)))
    assert [each["attribution"] for each in fields["quotations"]] == ["a1", "a2"]


def test_single_source_of_many_articles_is_none() -> None:
    alone = Metrics(Counter(statements=3, top_source_statements=3, single_source=1))
    assert metrics_fields(alone, NO_SHARES)["single_source"] is True
    assert metrics_fields(alone + alone, NO_SHARES)["single_source"] is False
    assert metrics_fields(alone + Metrics(Counter(documents=1)), NO_SHARES)["single_source"] is True


@given(st.text(max_size=80), st.data())
def test_span_text_is_what_the_offsets_cut_out(text: str, data: st.DataObject) -> None:
    padded = f"x{text}x"
    start = data.draw(st.integers(0, len(padded) - 1))
    end = data.draw(st.integers(start + 1, len(padded)))
    place = Span(start, end)
    says = attribution(padded, None, None, padded)
    says = type(says)(says.kind, place, None, (place,), place, (), says.family, "by-hand")
    (fields,) = article_fields(audit(document(padded), (), (says,)))["attributions"]
    for found in (fields["source"], fields["statement"], *fields["content"]):
        assert padded[found["start"] : found["end"]] == found["text"]


def test_spans_of_the_sample_cut_out_their_text() -> None:
    fields = article_fields(ferry_audit())
    spans = [mention for each in fields["sources"] for mention in each["mentions"]]
    spans += fields["quotations"]
    for each in fields["attributions"]:
        spans += [each["source"], each["cue"], each["statement"], *each["content"]]
    assert len(spans) == 4 + 4 + 4 * 4 + 1
    assert all(FERRY[each["start"] : each["end"]] == each["text"] for each in spans)


def test_attribution_of_two_sources_names_both() -> None:
    text = "Mara Vogt and Abe Pell said that it sank."
    said = attribution(text, "Mara Vogt and Abe Pell", "said", "that it sank")
    both = audit(document(text), attributions=(said,), sources=(source("Mara Vogt", said), source("Abe Pell", said)))
    (fields,) = article_fields(both)["attributions"]
    assert (fields["source_id"], fields["source_ids"]) == ("s1", ["s1", "s2"])
