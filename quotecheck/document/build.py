"""From bytes or text to a Document: title, byline, paragraphs."""

from __future__ import annotations

import re

from quotecheck.records import Document, Note
from quotecheck.rulebook import Rulebook
from quotecheck.text.decode import decode
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


def build_document(path: str, data: bytes, rulebook: Rulebook) -> Document:
    """The article in ``data``; raises InputError, which names ``path``, where it is no text."""
    text, notes = decode(data, path)
    return _build(path, text, notes, rulebook)


def build_document_from_text(text: str, rulebook: Rulebook, *, path: str = "<text>") -> Document:
    """The article ``text``, which may be empty."""
    return _build(path, text, (), rulebook)


def _build(path: str, text: str, notes: tuple[Note, ...], rulebook: Rulebook) -> Document:
    paragraphs = find_paragraphs(text)
    top = [span.of(text) for span in paragraphs[: TOP + 1]]
    heads = rulebook.document(f"languages/{rulebook.language}.yaml").block("heads")
    heads.expect_keys(required=("title", "byline", "byline_word", "byline_small_words"))
    title_words, byline_words = frozenset(heads.texts("title")), frozenset(heads.texts("byline"))
    small_words = frozenset(heads.texts("byline_small_words"))
    byline_word = heads.text("byline_word")
    title = _labelled(top, title_words) or _headline(top, byline_word)
    byline = _labelled(top, byline_words) or _byline(top, byline_word, small_words)
    if not paragraphs:
        notes = (*notes, Note("empty", "There are no words in this text."))
    language = language_note(text, rulebook)
    return Document(
        path=path,
        format="text",
        text=text,
        title=title,
        byline=byline,
        paragraphs=paragraphs,
        notes=(*notes, language) if language else notes,
    )


def _labelled(top: list[str], labels: frozenset[str]) -> str | None:
    """What stands after "Headline:" and its like."""
    for paragraph in top:
        head = HEAD.match(paragraph)
        if head and head.group(1).casefold() in labels and head.group(2):
            return head.group(2)
    return None


def _headline(top: list[str], byline_word: str) -> str | None:
    """The first paragraph, where it is short, no sentence with a full stop, and others follow."""
    if len(top) < 2 or SPEECH_MARK.match(top[0]) or count_words(top[0]) > LONGEST_TITLE or HEAD.match(top[0]):
        return None
    if top[0].casefold().startswith(f"{byline_word} ") or (FULL_STOP.search(top[0]) and not _is_title_case(top[0])):
        return None
    return top[0].rstrip(FINAL_MARKS) or None


def _is_title_case(line: str) -> bool:
    """Whether nearly all longer words are capitalized, as in American headlines."""
    words = [found.group() for found in WORD.finditer(line)]
    long_words = [word for word in words if len(word) > 3 and not word[0].isdigit()]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.85 * len(long_words)


def _byline(top: list[str], byline_word: str, small_words: frozenset[str]) -> str | None:
    """What stands after "By" in a short paragraph of names."""
    for paragraph in top:
        first, _, rest = paragraph.lstrip("-*• \t").partition(" ")
        if first.casefold() == byline_word and _is_names(rest, small_words):
            return rest.strip().rstrip(FINAL_MARKS)
    return None


def _is_names(line: str, small_words: frozenset[str]) -> bool:
    words = [found.group() for found in WORD.finditer(line)]
    if not 0 < len(words) <= LONGEST_BYLINE or not words[0][0].isupper() or SPEECH_MARK.search(line):
        return False
    return all(word[0].isupper() or word.casefold() in small_words for word in words)
