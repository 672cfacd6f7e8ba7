"""What the encoder is told beside the network: sentence ends that are sure."""

from __future__ import annotations

import pytest

from quotecheck.document.encoder import Encoder, Paragraph, sure_ends
from quotecheck.document.pieces import case_class
from quotecheck.document.pipeline import FOLDER


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        pytest.param("He left", [1], id="end-of-paragraph"),
        pytest.param("He left . She stayed .", [2, 5], id="stop-before-capital"),
        pytest.param("We met at 5 . then left .", [7], id="stop-before-small-letter"),
        pytest.param("“ Go . ” She left", [3, 5], id="closing-mark-stays"),
        pytest.param("“ Why ? ” Lee asked .", [6], id="question-in-marks-is-left-to-the-network"),
        pytest.param("Why ? Nobody knew .", [1, 4], id="question-without-marks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sure_ends(words: str, ends: list[int]) -> None:
    assert sure_ends(Paragraph(words.split(), [True] * len(words.split()))) == ends


@pytest.mark.parametrize(
    ("spaced", "ends"),
    [
        pytest.param([True, False, True, True, True, True], [2, 5], id="space-before-the-mark-so-it-opens"),
        pytest.param([True, False, False, True, True, True], [3, 5], id="no-space-so-it-closes"),
    ],
)
def test_straight_marks_belong_where_the_space_is_not(spaced: list[bool], ends: list[int]) -> None:
    assert sure_ends(Paragraph(["He", "left", ".", '"', "She", "stayed"], spaced)) == ends


@pytest.mark.parametrize(
    ("word", "number"),
    [("said", 0), ("Said", 1), ("A", 1), ("NATO", 2), ("1990", 3), ("iPhone", 4), ("“", 5), ("B2B", 2)],
)
def test_case_class(word: str, number: int) -> None:
    assert case_class(word) == number


def long_paragraph(sentences: int) -> Paragraph:
    words: list[str] = []
    for nth in range(sentences):
        words += ["“", "The", "pump", "floods", "every", "spring", ",", "”", "Lind", "said", "of", f"pier{nth}", "."]
    return Paragraph(words, [True] * len(words))


@pytest.mark.parametrize("sentences", [10, 30, 100])
def test_a_paragraph_longer_than_a_window_is_read_whole_and_its_sentences_stay_so(sentences: int) -> None:
    paragraph = long_paragraph(sentences)
    runs = list(Encoder(FOLDER).read([paragraph]))
    assert sum(len(run.tags) for run in runs) == len(paragraph.words)
    for run in runs:
        assert ((run.heads >= 0) & (run.heads <= len(run.heads))).all()
        assert (run.cues < len(run.cues)).all()
        assert len(run.tags) % len(long_paragraph(1).words) == 0


def test_a_long_paragraph_reads_the_same_whatever_stands_beside_it() -> None:
    encoder, paragraph, other = Encoder(FOLDER), long_paragraph(40), long_paragraph(2)

    def roles(paragraphs: list[Paragraph]) -> list[list[int]]:
        return [run.roles.tolist() for run in encoder.read(paragraphs)]

    alone = roles([paragraph])
    assert roles([other, paragraph, other])[1:-1] == alone
