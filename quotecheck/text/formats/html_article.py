"""Which part of a page is the article: where its body is, and what in it belongs to something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from quotecheck.rulebook import Block
from quotecheck.text.formats.html_tokens import Kind, Token
from quotecheck.text.formats.html_tree import BLOCKS, Element

WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
EDGES = {
    "blockquote": frozenset(("header", "footer")),
    **dict.fromkeys(("article", "main", "section"), frozenset(("header",))),
}
ABOUT_OTHERS = re.compile(r"\b(?:has|no|with|without)[-_][\w-]+")  # "has-sidebar" is on what is no sidebar itself
DIVISIONS = frozenset(("article", "body", "center", "div", "main", "section", "td"))
HOLDERS = frozenset(("html", "body", "main", "article"))  # whatever their classes say, the article is in them


def leave_out(elements: Sequence[Element], rules: Block, *, whole_page: bool) -> None:
    """Mark what is never part of an article, and what classes and ids say is none, with all below it.

    Of a whole page its own header and footer go too, and the footer of an article.
    """
    names = frozenset(rules.texts("left_out"))
    words, phrases = frozenset(rules.texts("left_out_words")), rules.texts("left_out_phrases")
    holders = _holders(elements)
    for number, element in enumerate(elements):
        if element.parent >= 0:
            above = elements[element.parent]
            element.left_out = above.left_out
            element.holds_edges = above.holds_edges | EDGES.get(above.name, frozenset())
        if number not in holders:
            element.left_out |= (
                element.name in names
                or "hidden" in element.attributes
                or (whole_page and element.name in ("header", "footer") and element.name not in element.holds_edges)
                or (element.name in BLOCKS and _is_named(element, words, phrases))
            )


def _holders(elements: Sequence[Element]) -> set[int]:
    """Elements that the headline or the body of the article is in."""
    holders: set[int] = set()
    for number, element in enumerate(elements):
        if element.name in ("h1", "main") or element.value("itemprop") == "articleBody":
            while number >= 0 and number not in holders:
                holders.add(number)
                number = elements[number].parent
        elif element.name in HOLDERS:
            holders.add(number)
    return holders


def _is_named(element: Element, words: frozenset[str], phrases: Sequence[str]) -> bool:
    name = " ".join(element.value(each) for each in ("class", "id", "role"))
    if name.isspace():
        return False
    found = [word.lower() for word in WORD.findall(ABOUT_OTHERS.sub(" ", name))]
    joined = f" {' '.join(found)} "
    return not words.isdisjoint(found) or any(f" {phrase} " in joined for phrase in phrases)


def count_prose(elements: Sequence[Element], tokens: Sequence[Token]) -> None:
    """Count the characters in paragraphs, for each element and all around it; what is left out has none."""
    paragraphs = [each for each in elements if each.name == "p" and not each.left_out]
    for element in paragraphs:
        inside = tokens[element.first : element.end]
        element.prose = sum(token.end - token.start for token in inside if token.kind is Kind.TEXT)
    for element in reversed(elements):
        if element.parent >= 0:
            elements[element.parent].prose += element.prose


def find_body(elements: Sequence[Element]) -> Element | None:
    """The element with the article: marked as its body, an article, the main part, or where most paragraphs are.

    ``None`` where no element has at least half of the prose.
    """
    kept = [each for each in elements if not each.left_out]
    total = sum(each.prose for each in kept if each.name == "p")
    marked = [each for each in kept if each.value("itemprop") == "articleBody"]
    articles = [each for each in kept if each.name == "article"]
    mains = [each for each in kept if each.name == "main" or each.value("role") == "main"]
    around: dict[int, int] = defaultdict(int)
    for each, division in zip(elements, _divisions(elements), strict=True):
        if each.name == "p":
            around[division] += each.prose  # nothing, where it is left out
    dense = [elements[number] for number, prose in around.items() if number >= 0 and 2 * prose >= total]
    for candidates in (marked, articles, mains, dense):
        best = max(candidates, key=lambda each: each.prose, default=None)
        if best is not None and total and 2 * best.prose >= total:
            return best
    return None


def _divisions(elements: Sequence[Element]) -> list[int]:
    """For each element the number of what holds it, lists and block quotes aside; -1 for the page itself."""
    divisions: list[int] = []
    for element in elements:
        above = element.parent
        if above >= 0 and elements[above].name not in DIVISIONS:
            above = divisions[above]
        divisions.append(above)
    return divisions
