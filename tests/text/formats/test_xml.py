import pytest

from quotecheck.errors import InputError
from quotecheck.records import Document
from tests.text.formats.mapping import check_mapping, document_of

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><title>Slug</title><pubdata position.section="Metro"/></head><body>
<body.head><hedline><hl1>Pier to close</hl1><hl2>Ferry too</hl2></hedline>
<byline>By <person>Ada Moss</person><byttl>Reporter</byttl></byline></body.head>
<body.content><block>
<p>&ldquo;It sinks,” said
   <person>Tomas <em>Quill</em></person>.</p><p>He <q>left <q>at once</q></q>.</p>
<p>[quotecheck: ignore late-speaker -- agreed]</p>
<bq><block><p>Close it.</p></block><credit>Jane Doe</credit></bq>
<ol><li>One</li><li>Two</li></ol>
<media media-type="image"><media-reference source="x.jpg">no</media-reference>
<media-caption><p>The pier.</p></media-caption><media-producer>no</media-producer></media>
</block></body.content></body></nitf>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10/"><contentMeta><headline>Pier to close</headline>
<by>By Ada Moss</by><genre><name>Opinion</name></genre></contentMeta><contentSet>{}</contentSet></newsItem>"""
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>no</title>'
    "</head><body><p>“It <b>sinks</b>,”<br/>he said.</p>"
    "<blockquote><p>Close it.</p></blockquote></body></html></inlineXML>"
)


def xml(text: str) -> Document:
    document = document_of(text, ".xml")
    check_mapping(document)
    return document


def places(document: Document) -> list[tuple[str, str]]:
    return [(place.label, place.span.of(document.text)) for place in document.places]


def test_nitf() -> None:
    document = xml(NITF)

    assert (document.format, document.title, document.byline, document.section) == (
        "nitf",
        "Pier to close",
        "Ada Moss",
        "Metro",
    )
    content = "/nitf/body/body.content/block"
    assert places(document) == [
        ("/nitf/body/body.head/hedline/hl1", "Pier to close"),
        ("/nitf/body/body.head/hedline/hl2", "Ferry too"),
        (f"{content}/p[1]", "“It sinks,” said Tomas Quill."),
        (f"{content}/p[2]", "He “left ‘at once’”."),
        (f"{content}/bq/block/p", "> Close it."),
        (f"{content}/bq/credit", "— Jane Doe"),
        (f"{content}/ol/li[1]", "One"),
        (f"{content}/ol/li[2]", "Two"),
        (f"{content}/media/media-caption/p", "The pier."),
    ]
    (directive,) = document.directives
    assert document.text.startswith("> Close it.", directive.offset)
    assert "[quotecheck" in document.source


def test_newsml_with_xhtml() -> None:
    document = xml(ITEM.format(XHTML))

    assert (document.format, document.title, document.byline, document.section) == (
        "newsml-g2",
        "Pier to close",
        "Ada Moss",
        "Opinion",
    )
    assert document.text == "Pier to close\n\n“It sinks,”\nhe said.\n\n\n> Close it."
    assert document.places[1].label == "/newsItem/contentSet/inlineXML/html/body/p"


def test_newsml_with_nitf() -> None:
    inner = "<inlineXML><nitf><body><body.content><p>“It sinks.”</p></body.content></body></nitf></inlineXML>"
    document = xml(ITEM.format(inner))

    assert document.text == "Pier to close\n\n“It sinks.”"
    assert document.places[0].label == "/newsItem/contentMeta/headline"


def test_newsml_with_plain_text() -> None:
    document = xml(ITEM.format("<inlineData>“It sinks.”\n\nHe left.</inlineData>"))
    assert document.text == "Pier to close\n\n“It sinks.”\n\nHe left."


def test_only_the_first_article_of_a_message_is_read_and_that_is_told() -> None:
    item = ITEM.format("<inlineData>“It sinks.”</inlineData>")
    links = ITEM.format("<remoteContent/>")
    document = xml(f"<newsMessage><itemSet>{links}{item}{item}</itemSet></newsMessage>")

    assert document.places[1].label == "/newsMessage/itemSet/newsItem[2]/contentSet/inlineData"
    assert [note.code for note in document.notes] == ["several-articles"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<nitf><a></nitf>", "it is no well-formed XML: mismatched tag in line 1, column 12"),
        ("", "it is no well-formed XML: no element found in line 1"),
        ("<rss/>", "its outermost element is 'rss', so it is neither NITF nor NewsML-G2"),
        ("<a>" * 1_000_000, "its elements are nested more than 200 deep"),
        ('<!DOCTYPE n [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>', "it defines the entity 'a'"),
        ('<!DOCTYPE n [<!ENTITY a SYSTEM "file:///etc/hostname">]><nitf>&a;</nitf>', "it defines the entity 'a'"),
        ('<!DOCTYPE n [<!ENTITY % a SYSTEM "http://x.y/z"> %a;]><nitf/>', "it defines the entity 'a'"),
        ("<nitf>&nbsp;</nitf>", "it is no well-formed XML: undefined entity in line 1"),
        ("<newsItem><contentSet><remoteContent/></contentSet></newsItem>", "there is no text in it, only links"),
    ],
    ids=["broken", "empty", "other", "deep", "bomb", "file", "DTD", "undefined", "links"],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        document_of(text, ".xml")
    assert str(raised.value).startswith(f"article.xml: {message}")
    assert "\n" not in str(raised.value)
