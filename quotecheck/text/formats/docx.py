"""Word files: paragraphs, tables, text boxes and notes, as they read when every tracked change is accepted.

Comments, headers and footers are left out. Places are called "paragraph 4, run 2": paragraphs with words count from
1 as they stand in the file, notes by themselves, and runs within their paragraph.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from quotecheck.errors import InputError
from quotecheck.rulebook import Rulebook
from quotecheck.text.formats.extract import Extract, Metadata
from quotecheck.text.formats.passages import Passages
from quotecheck.text.formats.xml_tree import parse_xml
from quotecheck.text.formats.zipped import Zipped

WHAT = "Word file (.docx)"
RELATIONS, MAIN = "_rels/.rels", "/officeDocument"
OLD_SIGNATURE = b"\xd0\xcf\x11\xe0"
LEFT_OUT = frozenset(("Fallback", "del", "delText", "instrText", "moveFrom", "pPr", "rPr", "sdtPr", "sectPr", "tblPr"))
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
TITLES = frozenset(("title", "heading 1"))
QUOTES = frozenset(("quote", "intense quote", "block text"))
NOTES = (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote"))


@dataclass(slots=True)
class _Paragraph:
    """The runs of one paragraph, by their numbers, and the paragraphs of text boxes that hang in it."""

    style: str
    runs: list[tuple[int, str]] = field(default_factory=list)
    boxes: list[_Paragraph] = field(default_factory=list)


def read_docx(data: bytes, path: str, rulebook: Rulebook) -> Extract:
    """The article in ``data``; raises InputError where that is no Word file, or too large for an article."""
    if data.startswith(OLD_SIGNATURE):
        reason = "it is a file of an old version of Word, or locked with a password; save it anew as .docx, without one"
        raise InputError(path, "binary", reason)
    archive = Zipped(data, path, WHAT)
    main = _main_part(archive, path)
    folder = posixpath.dirname(main)
    styles = _styles(archive, path, f"{folder}/styles.xml")
    passages = Passages(path)
    number = 0
    for paragraph in _all_paragraphs(parse_xml(archive.read(main), path, main), styles):
        number += _add(paragraph, f"paragraph {number + 1}", passages)
    for name, what in NOTES:
        part = f"{folder}/{name}"
        if part in archive.names:
            _add_notes(parse_xml(archive.read(part), path, part), what, styles, passages)
    return passages.extract(Metadata(), has_metadata=False)


def _main_part(archive: Zipped, path: str) -> str:
    """The part with the text, as the container says."""
    if RELATIONS not in archive.names:
        raise archive.error(f"there is no {RELATIONS} in it")
    for relation in parse_xml(archive.read(RELATIONS), path, RELATIONS):
        if relation.get("Type", "").endswith(MAIN):
            part = relation.get("Target", "").removeprefix("/")
            if part.endswith(".xml") and "word" in part:
                return part
    raise archive.error("there is no text of a Word document in it")


def _styles(archive: Zipped, path: str, part: str) -> Mapping[str, str]:
    """The English names of styles by the ids that paragraphs use, which are in the language of the writer."""
    if part not in archive.names:
        return {}
    names: dict[str, str] = {}
    for style in parse_xml(archive.read(part), path, part).iter("style"):
        name = style.find("name")
        if name is not None:
            names[style.get("styleId", "")] = name.get("val", "").lower()
    return names


def _all_paragraphs(root: Element, styles: Mapping[str, str]) -> Iterator[_Paragraph]:
    """Every paragraph below ``root`` in order, those in tables too; a text box comes after the one it hangs in."""
    if root.tag in LEFT_OUT:
        return
    if root.tag == "p":
        paragraph = _read_paragraph(root, styles)
        yield paragraph
        yield from paragraph.boxes
        return
    for child in root:
        yield from _all_paragraphs(child, styles)


def _read_paragraph(element: Element, styles: Mapping[str, str]) -> _Paragraph:
    style = element.find("pPr/pStyle")
    name = style.get("val", "") if style is not None else ""
    paragraph = _Paragraph(styles.get(name, name.lower()))
    _read_runs(element, paragraph, styles, 0)
    return paragraph


def _read_runs(element: Element, paragraph: _Paragraph, styles: Mapping[str, str], number: int) -> int:
    """Add the runs below ``element``; the number of the last one comes back."""
    for child in element:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == "txbxContent":
            paragraph.boxes.extend(_all_paragraphs(child, styles))
        elif child.tag == "r":
            number += 1
            _read_runs(child, paragraph, styles, number)
        elif child.tag == "t":
            paragraph.runs.append((number, child.text or ""))
        elif child.tag in CHARACTERS and child.get("type") not in ("page", "column"):
            paragraph.runs.append((number, CHARACTERS[child.tag]))
        else:
            number = max(number, _read_runs(child, paragraph, styles, number))
    return number


def _add(paragraph: _Paragraph, label: str, passages: Passages) -> bool:
    """Add a paragraph; whether there are words in it comes back."""
    if not any(words.strip() for _, words in paragraph.runs):
        return False
    pieces = [(words, f"{label}, run {number}") for number, words in paragraph.runs]
    passages.add(pieces, quoted=paragraph.style in QUOTES, is_title=paragraph.style in TITLES)
    return True


def _add_notes(root: Element, what: str, styles: Mapping[str, str], passages: Passages) -> None:
    """Foot- or endnotes; those that draw the lines above them have a type, and no words."""
    number = 0
    for note in root:
        if note.tag == what and note.get("type", "normal") == "normal":
            number += 1
            for paragraph in _all_paragraphs(note, styles):
                _add(paragraph, f"{what} {number}", passages)
