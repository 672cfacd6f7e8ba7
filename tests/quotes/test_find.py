from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.document.build import build_document_from_text
from quotecheck.quotes import find_quotations
from quotecheck.records import Quotation
from quotecheck.rulebook import load_rulebook
from quotecheck.text.words import count_words

RULEBOOK = load_rulebook()
MARKS = "\"“”„«»‹›‘’'`>—"


def quotations_of(text: str) -> tuple[Quotation, ...]:
    return find_quotations(build_document_from_text(text, RULEBOOK), RULEBOOK)


def words_of(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in quotations_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("It isn't the Smiths' boat, it's Chris's.", id="straight apostrophes"),
        pytest.param("It isn’t the Smiths’ boat, it’s Chris’s.", id="curly apostrophes"),
        pytest.param("The '90s and the ’80s and the summer of '87 and the ‘70s.", id="decades and years"),
        pytest.param("Rock 'n' roll, rock ’n’ roll, get 'em, ’tis so, goin' home.", id="elisions"),
        pytest.param('He is 6\' 2" tall, 6\'2" in shoes, or 6’2”, and ate a 12" pizza.', id="feet and inches"),
        pytest.param("It lies at 40° 26' 46\" N, 79° 58' 56\" W.", id="coordinates"),
        pytest.param("The workers' union and the bosses' club met the nurses' union.", id="plural possessives"),
        pytest.param("O'Neill, d'Arcy, Hawai‘i, Sm'algyax and ma'am.", id="names"),
        pytest.param("A dash — like this one — quotes nobody -- nor does this.", id="dashes"),
        pytest.param("— Bread.\n\n— Butter.\n\n— A pound of salt.", id="list after dashes"),
        pytest.param("CORRECTION: The ferry left at noon.\n\nUPDATE: It is back.", id="labels"),
        pytest.param("Clinton Bay: 547.\n\nPort Sable: 46.\n\nClinton Bay: 2.", id="scores"),
    ],
)
def test_there_is_no_quotation(text: str) -> None:
    assert words_of(text) == []


PAIRED = {
    "possessive before": ("The nurses’ union said “we are out.”", ["“we are out.”"]),
    "decade before": ("In the ’90s he wrote, “never again.”", ["“never again.”"]),
    "mixed pairs": ('“We left," he said. "It rained.”', ['“We left,"', '"It rained.”']),
    "no space around": ("He said.“I wait.”Then he left.", ["“I wait.”"]),
    "LaTeX": ("``We left,'' he said. ''It rained.''", ["``We left,''", "''It rained.''"]),
    "possessive inside": ("‘We like the workers’ plan,’ he said.", ["‘We like the workers’ plan,’"]),
    "the same, straight": ("'We like the workers' plan,' he said.", ["'We like the workers' plan,'"]),
    "possessive after": ("The ‘bosses’ hated the workers’ plan.", ["‘bosses’"]),
    "term that ends in s": ("He plays ‘Greensleeves’ at the weavers’ hall.", ["‘Greensleeves’"]),
    "inches inside": ('"We laid a 12" pipe here," he said.', ['"We laid a 12" pipe here,"']),
    "wrong way round": ("”We left,” he said. “It rained.“", ["”We left,”", "“It rained.“"]),
    "doubled by mistake": ("““We left,” he said.", ["“We left,”"]),
    "opening mark forgotten": ("We left,” he said. “It rained.”", ["We left,”", "“It rained.”"]),
    "lonely mark closes": ("“We left. “", ["“We left. “"]),
    "brackets": ('He said ("We left") and left.', ['"We left"']),
    "dashes": ("She said—“We left”—and left.", ["“We left”"]),
    "emphasis": ("**“We left,”** she said.", ["“We left,”"]),
    "guillemets": ("«Nous partons», »Wir gehen«", ["«Nous partons»", "»Wir gehen«"]),
    "low marks": ("„Wir gehen“, „Idziemy”", ["„Wir gehen“", "„Idziemy”"]),
    "emoji and accents": ("“We left,” 😀 she sa\u0301id. “It rained.”", ["“We left,”", "“It rained.”"]),
    "bidirectional controls": ("\u202a“We left,”\u202c she said.", ["“We left,”"]),
    "no words inside": ('"..." and “”', ['"..."', "“”"]),
}


@pytest.mark.parametrize(("text", "quotations"), PAIRED.values(), ids=PAIRED.keys())
def test_marks_are_paired(text: str, quotations: list[str]) -> None:
    assert words_of(text) == quotations


@pytest.mark.parametrize(
    "text",
    [
        "“He said, ‘They call it “the tub” here,’ and left,” she said.",
        "‘He said, “They call it ‘the tub’ here,” and left,’ she said.",
        '"He said, \'They call it "the tub" here,\' and left," she said.',
    ],
)
def test_quotations_nest(text: str) -> None:
    outer, middle, inner = quotations_of(text)

    assert [outer.depth, middle.depth, inner.depth] == [0, 1, 2]
    assert inner.span.of(text)[1:-1] == "the tub"
    assert middle.span.of(text)[1:-1] == f"They call it {inner.span.of(text)} here,"
    assert (outer.words, middle.words, inner.words) == (10, 6, 2)


@pytest.mark.parametrize("newline", ["\n\n", "\n", "\r\n\r\n"])
@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’", ("''", "''"), ("``", "''")])
def test_paragraphs_are_joined_where_each_opens_and_only_the_last_closes(
    opening: str, closing: str, newline: str
) -> None:
    text = newline.join((f"{opening}We left.", f"{opening}It rained.", f"{opening}We sang,{closing} she said."))
    (quotation,) = quotations_of(text)

    assert [part.of(text) for part in quotation.parts] == [
        f"{opening}We left.",
        f"{opening}It rained.",
        f"{opening}We sang,{closing}",
    ]
    assert (quotation.opening, quotation.closing, quotation.words) == (opening, closing, 6)


def test_joined_paragraphs_may_hold_and_continue_inner_quotations() -> None:
    text = "“He said, ‘We left.\n\n“‘It rained,’ and “the tub” sank,” she said."
    outer, inner, term = quotations_of(text)

    assert len(outer.parts) == len(inner.parts) == 2
    assert (outer.depth, inner.depth, term.depth) == (0, 1, 1)


def test_joining_stops_at_a_paragraph_that_does_not_open() -> None:
    text = "“We left.\n\nShe sighed.\n\n“It rained,” she said."

    assert [(one.span.of(text), one.closing) for one in quotations_of(text)] == [
        ("“We left.", None),
        ("“It rained,”", "”"),
    ]


@pytest.mark.parametrize("broken", ["“We left, she said.", "‘We left, she said.", '"We left, she said.', "«We left."])
def test_unclosed_mark_changes_nothing_beyond_its_paragraph(broken: str) -> None:
    before, after = "“One,” she said.\n\n", "\n\nHe said “two” and ‘three’."
    whole = words_of(f"{before}Then: {broken}{after}")

    assert whole == ["“One,”", broken, "“two”", "‘three’"]


def test_unclosed_mark_ends_before_the_next_quotation() -> None:
    text = "“We left, she said. “It rained.”"
    first, second = quotations_of(text)

    assert (first.span.of(text), first.closing, first.depth) == ("“We left, she said.", None, 0)
    assert (second.span.of(text), second.closing, second.depth) == ("“It rained.”", "”", 0)


@settings(deadline=None)
@given(st.text(alphabet=f"aB {MARKS}.,'\n", max_size=80))
def test_what_follows_a_blank_line_does_not_depend_on_a_broken_paragraph(broken: str) -> None:
    tail = "\n\nHe said “two” and left."

    assert words_of(f"{broken}\n\nNobody spoke.{tail}")[-1] == "“two”"


CHARACTERS = st.text(
    alphabet=f"aB sS\n.,:!?{MARKS}{MARKS}’'😀e\u0301\u200f\u202b\u00a0\r0123°Q",
    max_size=200,
)
PIECES = [
    "“",
    "”",
    '"',
    "''",
    "``",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "“‘",
    "’”",
    "—",
    "It's",
    "SMITH:",
    "Q.",
    "A.",
    ".",
    "workers’",
    "'90s",
    "😀",
    "é",
]
SPACED_PIECES = (
    *("“", "”", '"', "''", "``", "‘", "’", "'", "«", "»", "“‘", "’”", "—"),
    *("It's", "SMITH:", "Q.", "A.", ".", "workers’", "'90s", "😀", "e\u0301"),
)
SPACED_PIECES = (
    "> ",
    "\n",
    "\n\n",
    "— ",
    "SMITH: ",
    "Q. ",
    "A. ",
    "I left",
    ", she said",
    " ",
    "6' 2\" ",
    "said that ",
)
TEXTS = st.one_of(CHARACTERS, st.lists(st.sampled_from((*PIECES, *SPACED_PIECES))).map("".join), st.text())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_nest_and_show_their_marks(text: str) -> None:
    around: list[Quotation] = []
    last = (-1, 0)
    for one in quotations_of(text):
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert (one.span.start, -one.span.end) >= last
        last = (one.span.start, -one.span.end)
        while around and around[-1].span.end <= one.span.start:
            around.pop()
        assert one.depth == len(around)
        assert not around or around[-1].span.covers(one.span)
        around.append(one)
        assert one.span.of(text).startswith(one.opening)
        assert one.closing is None or one.span.of(text).endswith(one.closing)
        assert (one.parts[0].start, one.parts[-1].end) == (one.span.start, one.span.end)
        assert all(early.end <= late.start for early, late in pairwise(one.parts))


@settings(deadline=None)
@given(TEXTS)
def test_parts_lie_in_one_paragraph_each(text: str) -> None:
    document = build_document_from_text(text, RULEBOOK)
    for one in find_quotations(document, RULEBOOK):
        for part in one.parts:
            assert any(paragraph.covers(part) for paragraph in document.paragraphs)


def test_words_are_those_between_the_marks() -> None:
    text = "“It isn’t the well-known boat,” she said."
    (quotation,) = quotations_of(text)

    assert quotation.words == count_words("It isn’t the well-known boat") == 5


MANY = ['"', "'", "“", "”", "‘", "’", "“‘", "« ", " 'a", "“a ", "‘a ", "’a ", ".'I", "A: a b c d\n"]


@pytest.mark.parametrize("mark", MANY)
def test_thousands_of_marks_are_no_trouble(mark: str) -> None:
    text = mark * 3000

    assert all(one.span.end <= len(text) for one in quotations_of(text))
