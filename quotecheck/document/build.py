"""From bytes or text to a Document: title, byline, paragraphs."""

from __future__ import annotations

import re

from quotecheck.records import Document, Note, Span
from quotecheck.rulebook import Rulebook
from quotecheck.text.decode import decode
from quotecheck.text.formats import PLAIN, Extract, Format, format_of
from quotecheck.text.formats.plain import read_plain
from quotecheck.text.language import language_note
from quotecheck.text.paragraphs import find_paragraphs
from quotecheck.text.words import WORD, count_words

TOP = 12  # paragraphs from the start in which heads and bylines are looked for
LONGEST_TITLE = 25  # words
LONGEST_BYLINE = 14  # words
HEAD = re.compile(r"(?:[-*•][ \t])?([^\W\d_]+)[ \t]*:[ \t]*(.*)", re.DOTALL)
FULL_STOP = re.compile(r"(?<!\.)[.:][\"'’”)\]]*$")
SPEECH_MARK = re.compile(r"[>\"“„«—–]")
FINAL_MARKS = " .;"
EMPTY = Note("empty", "There are no words in this text.")


def build_document(path: str, data: bytes, rulebook: Rulebook) -> Document:
    """The article in ``data``, whose suffix tells the format; raises InputError, which names ``path``."""
    chosen = format_of(path, data)
    if chosen.read_bytes is not None:
        return _build(path, chosen.name, chosen.read_bytes(data, path, rulebook), (), rulebook)
    text, notes = decode(data, path)
    return _read(path, chosen, text, notes, rulebook)


def build_document_from_text(
    text: str, rulebook: Rulebook, *, path: str = "<text>", verbatim: bool = False
) -> Document:
    """The article ``text``, which may be empty; ``verbatim`` takes nothing for markup.

    The suffix of ``path`` tells the format; raises InputError where the text is nothing of the kind.
    """
    if verbatim:
        return _build(path, PLAIN.name, Extract(text), (), rulebook)
    return _read(path, format_of(path), text, (), rulebook)


def _read(path: str, chosen: Format, text: str, notes: tuple[Note, ...], rulebook: Rulebook) -> Document:
    read = chosen.read or read_plain  # a container that comes as text is none
    return _build(path, chosen.name, read(text, path, rulebook), notes, rulebook)


def _build(path: str, name: str, extract: Extract, notes: tuple[Note, ...], rulebook: Rulebook) -> Document:
    text = extract.text
    paragraphs = find_paragraphs(text)
    heads = rulebook.document(f"languages/{rulebook.language}.yaml").block("heads")
    heads.expect_keys(required=("title", "byline", "byline_word", "byline_small_words"))
    byline_word = heads.text("byline_word")
    title, heading, byline = extract.title, extract.heading, _names_in(extract.byline or "", byline_word)
    if title is None:
        labelled = _labelled(text, paragraphs, heads.texts("title"))
        heading = labelled or _headline(text, paragraphs, byline_word)
        title = heading.of(text) if heading else None
    if byline is None:
        labelled = _labelled(text, paragraphs, heads.texts("byline"))
        small_words = frozenset(heads.texts("byline_small_words"))
        byline = labelled.of(text) if labelled else _byline(text, paragraphs, byline_word, small_words)
    language = language_note(text, rulebook)
    return Document(
        path=path,
        format=extract.format or name,
        text=text,
        title=title,
        byline=byline,
        paragraphs=paragraphs,
        notes=(*notes, *extract.notes, *(() if paragraphs else (EMPTY,)), *((language,) if language else ())),
        markup=extract.markup,
        segments=extract.segments,
        places=extract.places,
        directives=extract.directives,
        section=extract.section,
        heading=heading,
        has_metadata=extract.has_metadata,
    )


def _names_in(byline: str, byline_word: str) -> str | None:
    """What metadata say of the authors, without "By"."""
    words = byline.split(maxsplit=1)
    is_led_by_word = bool(words) and words[0].casefold() == byline_word
    return "".join(words[1:]) or None if is_led_by_word else byline or None


def _labelled(text: str, paragraphs: tuple[Span, ...], labels: tuple[str, ...]) -> Span | None:
    """What stands after "Headline:" and its like."""
    for paragraph in paragraphs[: TOP + 1]:
        head = HEAD.match(text, paragraph.start, paragraph.end)
        if head and head.group(1).casefold() in labels and head.group(2):
            return Span(*head.span(2))
    return None


def _headline(text: str, paragraphs: tuple[Span, ...], byline_word: str) -> Span | None:
    """The first paragraph, where it is short, no sentence with a full stop, and others follow."""
    if len(paragraphs) < 2:
        return None
    words = paragraphs[0].of(text)
    if SPEECH_MARK.match(words) or count_words(words) > LONGEST_TITLE or HEAD.match(words):
        return None
    if words.casefold().startswith(f"{byline_word} ") or (FULL_STOP.search(words) and not _is_title_case(words)):
        return None
    length = len(words.rstrip(FINAL_MARKS))
    return Span(paragraphs[0].start, paragraphs[0].start + length) if length else None


def _is_title_case(line: str) -> bool:
    """Whether nearly all longer words are capitalized, as in American headlines."""
    words = [found.group() for found in WORD.finditer(line)]
    long_words = [word for word in words if len(word) > 3 and not word[0].isdigit()]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.85 * len(long_words)


def _byline(text: str, paragraphs: tuple[Span, ...], byline_word: str, small_words: frozenset[str]) -> str | None:
    """What stands after "By" in a short paragraph of names."""
    for paragraph in paragraphs[: TOP + 1]:
        first, _, rest = paragraph.of(text).lstrip("-*• \t").partition(" ")
        if first.casefold() == byline_word and _is_names(rest, small_words):
            return rest.strip().rstrip(FINAL_MARKS)
    return None


def _is_names(line: str, small_words: frozenset[str]) -> bool:
    words = [found.group() for found in WORD.finditer(line)]
    if not 0 < len(words) <= LONGEST_BYLINE or not words[0][0].isupper() or SPEECH_MARK.search(line):
        return False
    return all(word[0].isupper() or word.casefold() in small_words for word in words)
