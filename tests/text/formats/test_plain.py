from tests.text.formats.mapping import check_mapping, document_of


def test_plain_text_is_its_own_source() -> None:
    document = document_of("Pier to close\n\n“It sinks.”\n", ".txt")

    assert (document.markup, document.segments, document.directives) == (None, (), ())
    assert document.heading is not None
    assert document.heading.of(document.text) == "Pier to close"


def test_line_in_brackets_is_a_directive_about_what_follows() -> None:
    text = "One.\r\n\r\n[quotecheck: ignore late-speaker -- agreed]\r\n\r\nTwo.\r\n"
    document = document_of(text, ".txt")

    (directive,) = document.directives
    assert document.text == "One.\r\n\r\n\r\nTwo.\r\n"
    assert directive.words == "ignore late-speaker -- agreed"
    assert directive.origin.of(text).strip() == "[quotecheck: ignore late-speaker -- agreed]"
    assert document.text[directive.offset :].strip() == "Two."
    assert not directive.for_article
    check_mapping(document)


def test_words_in_brackets_inside_a_line_are_words() -> None:
    text = "He wrote [quotecheck: ignore x] there."
    assert document_of(text, ".txt").text == text


def test_soft_hyphens_do_not_split_words() -> None:
    document = document_of("The har\u00adbour is shut.", ".txt")

    assert document.text == "The harbour is shut."
    check_mapping(document)
