from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.text.paragraphs import find_paragraphs, paragraph_at

WRAPPED = """\
The ferry from the northern quay was late again on Monday, and
the people who wait for it every morning have begun to count
the hours that they lose.

The harbor office said that fog was the reason, although Mr.
Dalby, who has run the kiosk on the quay for thirty years, saw
no fog.
"""


def paragraphs_of(text: str) -> list[str]:
    return [span.of(text) for span in find_paragraphs(text)]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\u2028", ">\n>\n"])
def test_text_without_words_has_no_paragraph(text: str) -> None:
    assert paragraphs_of(text) == []


def test_blank_lines_separate() -> None:
    assert paragraphs_of("One.\n\n \t\nTwo.\r\n\r\nThree.") == ["One.", "Two.", "Three."]


def test_every_line_is_a_paragraph_in_unwrapped_text() -> None:
    long_line = "The ferry from the northern quay was late again on Monday, and people have begun to count hours. " * 2
    text = f"{long_line}\n“It is late,” she said.\n{long_line}"

    assert len(paragraphs_of(text)) == 3


def test_short_complete_lines_are_paragraphs() -> None:
    assert len(paragraphs_of("“We waited for an hour on the quay.”\n“It never came.”\n“We went home.”")) == 3


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_wrapped_lines_make_one_paragraph(newline: str) -> None:
    found = paragraphs_of(WRAPPED.replace("\n", newline))

    assert len(found) == 2
    assert found[0].startswith("The ferry")
    assert found[1].endswith("no fog.")


def test_wrapped_paragraphs_without_blank_line_end_at_a_short_line() -> None:
    assert len(paragraphs_of(WRAPPED.replace("\n\n", "\n"))) == 2


def test_wrapped_paragraphs_may_start_with_an_indent() -> None:
    indented = "  " + WRAPPED.replace("\n\n", "\n  ").replace("lose.", "lose every single day for weeks and weeks.")

    assert len(paragraphs_of(indented)) == 2


def test_each_block_is_judged_by_itself() -> None:
    assert len(paragraphs_of(WRAPPED + "\nOne whole line.\nAnother whole line.\n")) == 4


def test_labels_start_paragraphs() -> None:
    assert paragraphs_of("Headline: Ferry late again on Monday at the quay\nByline: Ada Moss\nDate: May 3") == [
        "Headline: Ferry late again on Monday at the quay",
        "Byline: Ada Moss",
        "Date: May 3",
    ]


def test_quoted_lines_stay_apart_from_others() -> None:
    assert paragraphs_of("> We wait.\nShe wrote.\n> We left.\n>\n> All of us.") == [
        "> We wait.",
        "She wrote.",
        "> We left.",
        "> All of us.",
    ]


@settings(deadline=None)
@given(st.text(alphabet="aB. ,\n\r\t>“”\u2028😀\u0301-:Q"))
def test_paragraphs_hold_every_character_but_space_and_bare_marks(text: str) -> None:
    spans = find_paragraphs(text)
    outside = text
    for span in reversed(spans):
        assert span.of(text) == span.of(text).strip() != ""
        outside = outside[: span.start] + outside[span.end :]

    assert not outside.replace(">", "").strip()
    assert all(one.end <= two.start for one, two in pairwise(spans))
    for offset in range(-1, len(text) + 1):
        around = [each for each in spans if each.start <= offset < each.end]
        assert paragraph_at(spans, offset) == (around[0] if around else None)
