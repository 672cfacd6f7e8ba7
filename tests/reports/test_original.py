from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.records import Scope, Span
from quotecheck.reports.build import article_fields
from quotecheck.reports.original import TOP, Original
from tests.builders import audit, document, quotation
from tests.checked import CREDIT, ferry_checked, finding, marked, mayor_checked, pier_checked

PIECES = st.lists(
    st.tuples(st.text(min_size=1, max_size=6), st.sampled_from(["same", "entity", "mark"])), min_size=1, max_size=8
)


def test_findings_stand_in_the_source() -> None:
    article = pier_checked()
    thin, credit = article_fields(article)["findings"]
    source = article.document.source
    assert source[credit["start"] : credit["end"]] == credit["text"] == "&ldquo;It is *over,*&rdquo;"
    assert credit["plain"] == "“It is over,”"
    assert (credit["line"], credit["column"], credit["end_line"]) == (7, 1, 7)
    assert thin["line"] == 5
    assert source.splitlines()[4][thin["column"] - 1 : thin["end_column"] - 1] == thin["text"]
    assert "plain" not in thin


def test_quotations_and_their_like_stand_in_the_source() -> None:
    article = pier_checked()
    fields, text = article_fields(article), article.document.source
    spans = [*fields["quotations"], *fields["attributions"][0]["content"], *fields["sources"][0]["mentions"]]
    spans += [fields["attributions"][0][name] for name in ("source", "cue", "statement")]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in spans)


def test_finding_about_the_whole_article_stands_at_its_top() -> None:
    article = ferry_checked()
    assert article.findings[0].scope is Scope.ARTICLE
    assert Original(article.document).region(article.findings[0]) == TOP
    front_matter = replace(pier_checked(), findings=(finding(CREDIT, None, "All of it.", 1),))
    (found,) = article_fields(front_matter)["findings"]
    assert (found["start"], found["end"], found["line"], found["column"]) == (0, 0, 1, 1)
    assert "text" not in found


def test_finding_about_words_outside_the_text_stands_where_they_are() -> None:
    article = marked("a.md", "markdown", ("", "<!-- quotecheck: ignore x -->\n"), ("He left.", "He left."))
    comment = finding(CREDIT, Span(0, 0), "It silences nothing.", 1, origin=Span(0, 29))
    (found,) = article_fields(replace(audit(article), findings=(comment,)))["findings"]
    assert (found["text"], found["line"]) == ("<!-- quotecheck: ignore x -->", 1)
    assert "plain" not in found


def test_findings_name_their_source_and_attribution() -> None:
    fields = article_fields(ferry_checked())
    found = fields["findings"][2]
    (source,) = (each for each in fields["sources"] if each["id"] == found["source_id"])
    assert source["type"] == "anonymous_source"
    assert found["attribution_id"] in source["attributions"]


def test_containers_tell_the_place() -> None:
    (found,) = article_fields(mayor_checked())["findings"]
    assert found["location"] == "paragraph 2"
    text = "“Yes,” she said."
    yes = quotation(text, "“Yes,”")
    plain = article_fields(audit(document(text), (yes,)))
    assert "location" not in plain["quotations"][0]


@given(PIECES, st.data())
def test_text_is_what_the_offsets_cut_out_of_the_source(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    forms = {
        "same": lambda text: (text, text),
        "entity": lambda text: (text, "&#x1F600;"),
        "mark": lambda _: ("", "**"),
    }
    article = marked("a.md", "markdown", ("x", "x"), *(forms[form](text) for text, form in pieces))
    start = data.draw(st.integers(0, len(article.text) - 1))
    place = Span(start, data.draw(st.integers(start + 1, len(article.text))))
    found = finding(CREDIT, place, "Look.", 1)
    (fields,) = article_fields(replace(audit(article), findings=(found,)))["findings"]
    original = Original(article)
    assert fields["text"] == article.source[fields["start"] : fields["end"]]
    assert fields.get("plain", fields["text"]) == place.of(article.text)
    assert original.lines.offset(fields["line"], fields["column"]) == fields["start"]
    assert original.lines.offset(fields["end_line"], fields["end_column"]) == fields["end"]
