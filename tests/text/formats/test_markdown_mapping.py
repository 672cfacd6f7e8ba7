"""Markdown of every kind: whatever is generated, each plain character leads to where it stands in the file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import InputError
from tests.text.formats.mapping import check_mapping, document_of

words = st.lists(
    st.sampled_from(["pier", "café", "😬", "e\u0301t", "a\u00a0b", "don’t", "“yes”", "2*3"]), min_size=1, max_size=4
)
plain = words.map(" ".join)
spans = st.one_of(
    plain,
    plain.map(lambda text: f"**{text}**"),
    plain.map(lambda text: f"*{text}*"),
    plain.map(lambda text: f"[{text}](http://x.y/z 'title')"),
    plain.map(lambda text: f"~~{text}~~"),
    plain.map(lambda text: f"<q>{text}</q>"),
    st.sampled_from(
        [
            "&ldquo;",
            "&amp;",
            "\\*",
            "\\\\",
            "[^1]",
            "`code “x”`",
            "<https://a.b/ü>",
            "![alt](x.png)",
            "<br>",
            "  \n",
            "\\\n",
        ]
    ),
    st.just("<!-- quotecheck: ignore late-speaker -- agreed -->"),
    st.just("\n"),
)
line = st.lists(spans, min_size=1, max_size=6).map(lambda parts: " ".join(parts).strip("\n ") or "word")
paragraph = st.lists(line, min_size=1, max_size=3).map("\n".join)
blocks = st.one_of(
    paragraph,
    paragraph.map(lambda text: "\n".join(f"> {row}" for row in text.split("\n"))),
    paragraph.map(lambda text: "- " + text.replace("\n", "\n  ")),
    paragraph.map(lambda text: "> 1. " + text.replace("\n", "\n>    ")),
    line.map(lambda text: "## " + text.replace("\n", " ") + " ##"),
    line.map(lambda text: text.replace("\n", " ") + "\n====="),
    line.map(lambda text: "| a | b |\n|---|---|\n| " + text.replace("\n", " ").replace("|", "\\|") + " \\| x | “y” |"),
    line.map(lambda text: "> | a | b |\n> |---|---|\n> " + text.replace("\n", " ") + " | z"),
    line.map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
    line.map(lambda text: f"[^1]: {text}"),
    st.sampled_from(["```\n“code”\n```", "***", "<!-- quotecheck: ignore x -->", "<div class='ad'>\nno\n</div>"]),
)
heads = st.sampled_from(
    ["", "---\ntitle: A “pier” 😬\nby: Ada\nquotecheck: {ignore: [a, b]}\n---\n", "+++\ntitle = 'x y'\n+++\n"]
)
articles = st.tuples(heads, st.lists(blocks, max_size=6).map("\n\n".join), st.sampled_from(["\n", "\r\n", "\r"])).map(
    lambda parts: (parts[0] + parts[1]).replace("\n", parts[2])
)


@settings(max_examples=400)
@given(articles)
def test_every_character_of_an_article_leads_to_its_place(text: str) -> None:
    check_mapping(document_of(text, ".md"))


@settings(max_examples=600)
@given(st.text(alphabet="ab “”*_~`[]()<>!&;#-+|\\\n\r\t^:.1/=q\"'\u00ad😬", max_size=80))
def test_odd_text_is_mapped_or_refused(text: str) -> None:
    try:
        document = document_of(text, ".md")
    except InputError:
        return
    check_mapping(document)


@settings(max_examples=300)
@given(st.lists(blocks, min_size=1, max_size=5), st.booleans())
def test_a_word_leads_to_itself(around: list[str], crlf: bool) -> None:
    text = "\n\n".join(f"{block}\n\nword{number}x\n{block}" for number, block in enumerate(around))
    document = document_of(text.replace("\n", "\r\n") if crlf else text, ".md")
    for number in range(len(around)):
        word = f"word{number}x"
        for start in [at for at in range(len(document.text)) if document.text.startswith(word, at)]:
            place = document.origin(type(document.paragraphs[0])(start, start + len(word)))
            assert place.of(document.source) == word
