import pytest

from quotecheck.errors import InputError
from quotecheck.records import Document
from tests.text.formats.mapping import check_mapping, document_of, source_of

BODY = "The ferry was late again on Monday, and the people who wait for it were cross.\n"


def markdown(text: str) -> Document:
    document = document_of(text, ".md")
    check_mapping(document)
    return document


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("“The pier is **sink**ing,” he said.", "“The pier is sinking,” he said.", id="emphasis"),
        pytest.param("“The [pier](http://x.y) sinks,” he said.", "“The pier sinks,” he said.", id="link"),
        pytest.param(
            "“The pier[^1] sinks,” he said.\n\n[^1]: *Ibid.*", "“The pier sinks,” he said.\n\nIbid.", id="footnote"
        ),
        pytest.param("“The pier\nsinks,”\n  he said.", "“The pier sinks,” he said.", id="hard wrap"),
        pytest.param("“The pier\r\nsinks,” he said.\r\n", "“The pier sinks,” he said.", id="CRLF"),
        pytest.param("> “The pier\n> sinks.”\n\nHe left.", "> “The pier sinks.”\n\n\nHe left.", id="block quote"),
        pytest.param("| A | B |\n|---|---|\n| “Sink\\|s,” | he said |", "A\n\nB\n\n“Sink|s,”\n\nhe said", id="table"),
        pytest.param("1. “It sinks,”\n   he said.\n2. No.", "“It sinks,” he said.\n\nNo.", id="list"),
        pytest.param("&ldquo;It sinks,&rdquo; he said.", "“It sinks,” he said.", id="entities"),
        pytest.param("He said <q>it <q>sinks</q></q>.", "He said “it ‘sinks’”.", id="q"),
        pytest.param("It sinks.  \n— Ada Moss", "It sinks.\n— Ada Moss", id="hard break"),
        pytest.param("> It sinks.\\\n> He left.", "> It sinks.\n> He left.", id="hard break in a block quote"),
        pytest.param("Run `say(“x”)` now.\n\n```\n“code”\n```", "Run say(“x”) now.", id="code"),
        pytest.param("A ![pier](p.png) B", "A  B", id="picture"),
        pytest.param("2 * 3 \\* 4_5_6 ~~no~~", "2 * 3 * 4_5_6 no", id="marks that are none"),
        pytest.param('<div class="related">\n“No.”\n</div>\n\n<p>“Yes &amp; no.”</p>', "“Yes & no.”", id="HTML"),
        pytest.param("One\n\n<aside>\n\n“*No*”\n\n- no\n\n</aside>\n\nTwo", "One\n\nTwo", id="left out over blocks"),
        pytest.param("<aside>\n\nNever closed", "Never closed", id="never closed"),
        pytest.param("e\u0301t\u00e9 😬 **“oh”** a\u00a0b", "e\u0301t\u00e9 😬 “oh” a\u00a0b", id="accents and emoji"),
        pytest.param("Two\n---\n\nThree ##\n\n## Four ##\n\n# #5 #", "Two\n\nThree ##\n\nFour\n\n#5", id="headings"),
    ],
)
def test_words_without_markup(source: str, text: str) -> None:
    assert markdown(source).text == text


def test_the_same_sentence_twice_has_two_places() -> None:
    text = "“It **sinks**,” he said.\n\n> x\n\n“It *sinks*,” he said."
    document = markdown(text)
    second = document.text.rindex("“It")
    span = type(document.paragraphs[0])(second, second + len("“It sinks,”"))

    assert document.origin(span).of(text) == "“It *sinks*,”"
    assert document.origin(span).start == text.rindex("“It")


def test_front_matter_gives_title_byline_and_section() -> None:
    text = f"---\ntitle: 'Pier 😬 to close'\nauthors: [Ada Moss, Jon Dalby]\ncategory: News\n---\n\n{BODY}"
    document = markdown(text)

    assert (document.title, document.byline, document.section) == ("Pier 😬 to close", "Ada Moss, Jon Dalby", "News")
    assert document.has_metadata
    assert document.text == f"Pier 😬 to close\n\n{BODY.strip()}"
    assert document.heading is not None
    assert document.heading.of(document.text) == source_of(document, "Pier 😬 to close") == "Pier 😬 to close"


def test_toml_front_matter_does_so_too() -> None:
    document = markdown(f'+++\ntitle = "Pier to close"\n[author]\nname = "Ada Moss"\n+++\n{BODY}')

    assert (document.title, document.byline) == ("Pier to close", "Ada Moss")
    assert source_of(document, "Pier to close") == "Pier to close"


def test_title_that_the_article_repeats_stands_there_once() -> None:
    document = markdown(f"---\ntitle: Pier to close\n---\n# Pier *to* close\n\n{BODY}")

    assert document.text.count("Pier to close") == 1
    assert document.heading is not None
    assert document.origin(document.heading).of(document.source) == "Pier *to* close"


def test_first_heading_is_the_title_where_there_is_no_front_matter() -> None:
    document = markdown(f"# Pier to close\n\nBy Ada Moss\n\n{BODY}")

    assert (document.title, document.byline, document.has_metadata) == ("Pier to close", "Ada Moss", False)


@pytest.mark.parametrize(
    ("front", "words"),
    [
        ("quotecheck:\n  ignore: [late-speaker, vague-source]", ["ignore late-speaker", "ignore vague-source"]),
        ("quotecheck:\n  late-speaker: agreed with the desk", ["ignore late-speaker -- agreed with the desk"]),
        ("quotecheck:\n  ignore:\n    late-speaker: agreed", ["ignore late-speaker -- agreed"]),
        ("quotecheck: ignore late-speaker -- agreed", ["ignore late-speaker -- agreed"]),
    ],
)
def test_directives_of_front_matter_are_about_the_article(front: str, words: list[str]) -> None:
    document = markdown(f"---\n{front}\n---\n{BODY}")

    assert [each.words for each in document.directives] == words
    assert all(each.for_article for each in document.directives)


def test_comment_is_a_directive_about_what_follows() -> None:
    text = (
        f"One.\n\n<!-- quotecheck: ignore late-speaker -- agreed -->\n{BODY}\nThree <!-- quotecheck: ignore x --> four."
    )
    document = markdown(text)

    first, second = document.directives
    assert first.words == "ignore late-speaker -- agreed"
    assert first.origin.of(text) == "<!-- quotecheck: ignore late-speaker -- agreed -->"
    assert document.text.startswith(BODY.strip(), first.offset)
    assert document.text[second.offset :].strip() == "four."
    assert "quotecheck" not in document.text


def test_other_comments_are_left_out() -> None:
    assert markdown("One <!-- “no” --> two.\n\n<!-- “no” -->\n\nThree.").directives == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\n- a\n---\n", "the front matter is broken in line 2: it is a list"),
        ("---\n\ntitle: [\n---\n", "the front matter is broken in line 4: "),
        ("---\ntitle: a\ntitle: b\n---\n", "the front matter is broken in line 3: 'title' stands there twice"),
        ("---\na: &x [1]\nb: *x\n---\n", "the front matter is broken in line 3: aliases are not allowed"),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", "the front matter is broken in line 2: the tag "),
        ("---\na: " + "[" * 50_000 + "\n---\n", "the front matter is broken in line 2: it is nested too deeply"),
        ("---\na: " + "x" * 70_000 + "\n---\n", "the front matter is broken in line 1: it is longer than 65536"),
        ("---\ntitle: a\n\nNo end.\n", "the front matter is broken in line 1: no line of --- closes it"),
        ("+++\na =\n+++\n", "the front matter is broken in line 2: it is no TOML"),
        ("+++\na = " + "[" * 50_000 + "\n+++\n", "the front matter is broken in line 2: it is nested too deeply"),
        ("> " * 1000 + "x", "about line 1 quotations and lists are nested more than 50 deep"),
        ("x\n\n" + "[" * 100_000, "about line 3 there are more than 2000 square brackets in one paragraph"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        document_of(text, ".md")
    assert str(raised.value).startswith(f"article.md: {message}")
    assert "\n" not in str(raised.value)


def test_line_of_dashes_at_the_top_is_no_front_matter() -> None:
    assert markdown(f"---\n\n{BODY}").text == BODY.strip()
