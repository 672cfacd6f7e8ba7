import pytest

from quotecheck.errors import InputError
from quotecheck.records import Document, Span
from tests.text.formats.mapping import check_mapping, document_of, source_of

BODY = "<p>The ferry was late again on Monday, and the people who wait for it were cross.</p>"
WORDS = "The ferry was late again on Monday, and the people who wait for it were cross."


def html(text: str) -> Document:
    document = document_of(text, ".html")
    check_mapping(document)
    return document


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>“It <a href='x'>sinks</a>,” he\n  said.", "“It sinks,” he said.", id="link and white space"),
        pytest.param("<p>He <q cite=x>said <q>no</q></q>.</p>", "He “said ‘no’”.", id="q"),
        pytest.param("<p>He <q>left.<p>She stayed.", "He “left.”\n\nShe stayed.", id="q that never closes"),
        pytest.param("<p>&ldquo;It&nbsp;sinks&#8221;&mdash;so", "“It\u00a0sinks”—so", id="entities"),
        pytest.param("<p>One<br>two<br><br/>three", "One\ntwo\n\nthree", id="line breaks"),
        pytest.param(
            "<blockquote cite='x'><p>One.<p>Two.<footer>— Ada</footer></blockquote><p>Three.",
            "> One.\n\n> Two.\n\n— Ada\n\n\nThree.",
            id="block quote",
        ),
        pytest.param("<blockquote>One.<cite>Ada <i>M</i></cite></blockquote>", "> One.\n\n— Ada M", id="credit"),
        pytest.param("<blockquote><p>In <cite>Emma</cite>.</blockquote>", "> In Emma.", id="cited work"),
        pytest.param("<blockquote>One<br>two</blockquote>", "> One\n> two", id="line break in a block quote"),
        pytest.param(
            "<ul><li>One<li>Two</ul><table><tr><td>A<td>B</table>", "One\n\nTwo\n\nA\n\nB", id="lists, tables"
        ),
        pytest.param("<figure><img alt=x><figcaption>The pier.</figcaption></figure>", "The pier.", id="caption"),
        pytest.param("<p>{{ name }} &bogus; R&D 5 < 6 <3</p>", "{{ name }} &bogus; R&D 5 < 6 <3", id="no markup"),
        pytest.param("<p>har&shy;bour</p>", "harbour", id="soft hyphen"),
        pytest.param("<p>One <!-- “no” --> two <!--> three", "One two three", id="comments"),
        pytest.param("<pre>One\n  two</pre>", "One\ntwo", id="lines kept"),
        pytest.param("<p>A<script>if (a < b) “no”</script> b</p><style>p</style>", "A b", id="script and style"),
        pytest.param(
            "<p>“It <b>sinks</p><p>fast</b>,” he said.</p>", "“It sinks\n\nfast,” he said.", id="wrong nesting"
        ),
        pytest.param("<P CLASS=x>One</P><svg><title>no</title></svg>", "One", id="capitals"),
        pytest.param('<p>One <a title="x > y', "One", id="tag that never ends"),
    ],
)
def test_words_without_markup(source: str, text: str) -> None:
    assert html(source).text == text


@pytest.mark.parametrize(
    "page",
    [
        f"<body><header><p>Site</p></header><nav>Menu</nav><article>{BODY}</article><footer><p>(c)</p></footer></body>",
        f"<main>{BODY}<aside><p>“Late again”</p></aside></main><div class='comments-area'><p>Rubbish.</p></div>",
        f"<div id='page' class='has-sidebar'><div class='body'>{BODY}</div><div class='sidebar'><p>Ads</p></div></div>",
        f"<div itemprop='articleBody'>{BODY}</div><p>Elsewhere</p>",
        f"<article>{BODY}<div class='related-links'><p>More</p></div><p class='pull-quote'>Late</p></article>",
        f"{BODY}<p hidden>x</p><form><p>Search</p></form><noscript><p>Scripts!</p></noscript>"
        "<template><p>x</p></template>",
        f"<article>{BODY}<footer><p>Tags</p></footer></article><div id='comments'><article><p>No</p></article></div>",
    ],
)
def test_only_the_body_of_the_article_is_read(page: str) -> None:
    assert html(page).text == WORDS


def test_live_page_of_many_short_articles_is_read_whole() -> None:
    page = "<main>" + "".join(f"<article><p>Update {n}: {WORDS}</p></article>" for n in range(5)) + "</main>"
    assert html(page).text.count("Update") == 5


def test_class_of_a_wrapper_never_hides_the_article() -> None:
    assert WORDS in html(f"<div class='share related'><h1>Late</h1>{BODY}</div>").text


def test_headline_before_the_body_belongs_to_it() -> None:
    document = html(f"<div class='top'><h1>Pier <i>to</i> close</h1><p>x</p></div><article>{BODY}</article>")

    assert document.text == f"Pier to close\n\n{WORDS}"
    assert document.title == "Pier to close"
    assert document.heading == Span(0, 13)


def test_headline_of_the_metadata_stands_in_where_the_page_shows_none() -> None:
    document = html(f"<head><meta property='og:title' content='Piers &amp; ferries'></head><body>{BODY}</body>")

    assert document.text == f"Piers & ferries\n\n{WORDS}"
    assert source_of(document, "Piers & ferries") == "Piers &amp; ferries"


@pytest.mark.parametrize(
    ("head", "title", "byline", "section"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "headline": '
            '"Pier to close", "author": [{"name": "Ada Moss"}, {"name": "Jon Dalby"}], "articleSection": "Harbour"}]}'
            "</script>",
            "Pier to close",
            "Ada Moss, Jon Dalby",
            "Harbour",
        ),
        (
            '<script type="application/ld+json">{"@type": "OpinionNewsArticle", "headline": "Pier", "author": "Ada"}'
            "</script>",
            "Pier",
            "Ada",
            "opinion",
        ),
        ('<title>Pier &amp; ferry</title><meta name="author" content="Ada Moss">', "Pier & ferry", "Ada Moss", None),
        ('<script type="application/ld+json">{broken</script><title>Pier</title>', "Pier", None, None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script><title>Pier</title>", "Pier", None, None),
        ('<meta name="author" content="https://x.y/ada"><title>Pier</title>', "Pier", None, None),
    ],
)
def test_metadata(head: str, title: str, byline: str | None, section: str | None) -> None:
    document = html(f"<html><head>{head}</head><body>{BODY}{BODY}</body></html>")

    assert (document.title, document.byline, document.section) == (title, byline, section)
    assert document.has_metadata


def test_byline_is_found_by_its_class() -> None:
    document = html(f"<article><h1>Pier</h1><span class='byline'>by <b>Ada Moss</b></span>{BODY}</article>")
    assert (document.byline, document.has_metadata) == ("Ada Moss", False)


def test_comment_is_a_directive_about_what_follows() -> None:
    page = (
        "<head><!-- quotecheck: ignore missing-byline -- wire copy --></head>"
        f"<body><p>One.</p><!--quotecheck: ignore late-speaker\n-- agreed-->{BODY}</body>"
    )
    first, second = html(page).directives

    assert (first.words, first.for_article) == ("ignore missing-byline -- wire copy", True)
    assert (second.words, second.for_article) == ("ignore late-speaker -- agreed", False)
    assert html(page).text.startswith(WORDS, second.offset)
    assert second.origin.of(page) == "<!--quotecheck: ignore late-speaker\n-- agreed-->"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<blockquote><p>", "<q>"])
def test_million_nested_tags_are_refused_in_one_sentence(tag: str) -> None:
    with pytest.raises(InputError, match=r"^article\.html: its tags are nested more than 1000 deep in line 2; [^\n]*$"):
        document_of("<p>Hi</p>\n" + tag * 1_000_000, ".html")


@pytest.mark.parametrize(
    "piece", ["<a ", "<a b='", "<!--", "</a ", "<![CDATA[", "&#x", "<p", "<script>", "&#" + "9" * 5000]
)
def test_broken_markup_takes_linear_time(piece: str) -> None:
    assert html(piece * (200_000 // len(piece))).format == "html"
