"""HTML of every kind: whatever is generated, each plain character leads to where it stands in the file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import InputError
from quotecheck.records import Span
from tests.text.formats.mapping import check_mapping, document_of

words = st.lists(
    st.sampled_from(["pier", "café", "😬", "e\u0301t", "a\u00a0b", "don’t", "“yes”", "a < b", "R&D"]),
    min_size=1,
    max_size=4,
).map(" ".join)
leaves = st.one_of(
    words,
    st.sampled_from(
        ["&ldquo;", "&amp;", "&#8220;", "&#x201d;", "&nbsp;", "&shy;", "&bogus;", "&#10;", "<br>", "<br/>", "\n  "]
    ),
    st.sampled_from(
        ["<img alt='“x”'>", "<!-- note -->", "<!-- quotecheck: ignore late-speaker -- agreed -->", "{{ name }}"]
    ),
)
inline = st.recursive(
    leaves,
    lambda inner: st.tuples(
        st.sampled_from(["b", "a href='x>y'", "q", 'span class="x"', "em", "cite"]),
        st.lists(inner, max_size=3),
        st.booleans(),
    ).map(lambda parts: f"<{parts[0]}>{' '.join(parts[1])}" + (f"</{parts[0].split()[0]}>" if parts[2] else "")),
    max_leaves=6,
)
block = st.recursive(
    inline.map(lambda text: f"<p>{text}</p>"),
    lambda inner: st.tuples(
        st.sampled_from(
            [
                "p",
                "div",
                "blockquote",
                "h1",
                "ul><li",
                "table><tr><td",
                "figcaption",
                "aside",
                "pre",
                "section",
                "footer",
                "script",
            ]
        ),
        st.lists(st.one_of(inner, inline), max_size=3),
        st.booleans(),
    ).map(lambda parts: f"<{parts[0]}>{' '.join(parts[1])}" + (f"</{parts[0].split('>')[0]}>" if parts[2] else "")),
    max_leaves=8,
)
pages = st.tuples(
    st.sampled_from(
        [
            "",
            "<meta property='og:title' content='A &amp; B'>",
            "<!doctype html><html><head><title>T</title></head><body>",
        ]
    ),
    st.lists(block, max_size=5).map("\n".join),
    st.sampled_from(["\n", "\r\n"]),
).map(lambda parts: (parts[0] + parts[1]).replace("\n", parts[2]))


@settings(max_examples=400)
@given(pages)
def test_every_character_of_a_page_leads_to_its_place(page: str) -> None:
    check_mapping(document_of(page, ".html"))


@settings(max_examples=600)
@given(st.text(alphabet="ab “<>/!-&;#x1qpbr='\" \n\r\u00ad😬", max_size=80))
def test_odd_text_is_mapped_or_refused(text: str) -> None:
    try:
        document = document_of(text, ".html")
    except InputError:
        return
    check_mapping(document)


@settings(max_examples=300)
@given(st.lists(block, min_size=1, max_size=5))
def test_a_word_leads_to_itself(around: list[str]) -> None:
    page = "".join(f"{each}<p>word{number}x</p>" for number, each in enumerate(around))
    document = document_of(page, ".html")
    for number in range(len(around)):
        word = f"word{number}x"
        start = document.text.find(word)
        if start >= 0:
            assert document.origin(Span(start, start + len(word))).of(page) == word
