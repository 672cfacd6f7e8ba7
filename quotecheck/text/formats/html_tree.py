"""Which element of a page holds which of its tokens, and which elements are no part of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotecheck.errors import InputError
from quotecheck.rulebook import Block
from quotecheck.text.formats.html_tokens import Kind, Token, attributes_of, tokens_of
from quotecheck.text.lines import LineMap

DEEPEST = 1000
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup "
    "option p pre section summary table tbody td tfoot th thead tr ul".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
INSIDE_P = frozenset(("caption", "legend", "option", "optgroup", "summary", "td", "th", "tr"))
# What a start tag closes if it is open: these, unless one of those was opened since.
CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    **dict.fromkeys(BLOCKS - INSIDE_P, (frozenset(("p",)), frozenset(("button", "object", "td", "th")))),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu"))),
    **dict.fromkeys(("dt", "dd"), (frozenset(("dt", "dd")), frozenset(("dl",)))),
    **dict.fromkeys(("td", "th"), (frozenset(("td", "th")), frozenset(("table",)))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
EDGES = {
    "blockquote": frozenset(("header", "footer")),
    **dict.fromkeys(("article", "main", "section"), frozenset(("header",))),
}
ABOUT_OTHERS = re.compile(r"\b(?:has|no|with|without)[-_][\w-]+")  # "has-sidebar" is on what is no sidebar itself
DIVISIONS = frozenset(("article", "body", "center", "div", "main", "section", "td"))
HOLDERS = frozenset(("html", "body", "main", "article"))  # whatever their classes say, the article is in them


@dataclass(slots=True)
class Element:
    """An element of a page; ``first`` and ``end`` count tokens, from its start tag to behind its end tag."""

    name: str
    first: int
    end: int
    parent: int  # its number; -1 for none
    attributes: Mapping[str, tuple[str, int, int]]
    left_out: bool = False
    holds_edges: frozenset[str] = frozenset()  # which of header and footer around here are not the page's
    prose: int = 0  # characters in paragraphs below it

    def value(self, name: str) -> str:
        """The value of an attribute, "" for none."""
        return self.attributes[name][0] if name in self.attributes else ""


@dataclass(slots=True)
class _Open:
    """The elements that are open at one place of the page."""

    stack: list[int] = field(default_factory=list)
    depths: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    blocks: list[int] = field(default_factory=list)

    def depth(self, names: frozenset[str]) -> int:
        """Where in the stack the innermost of ``names`` is; -1 for none."""
        return max((self.depths[name][-1] for name in names if self.depths[name]), default=-1)


def read_tree(page: str, path: str) -> tuple[list[Token], list[Element]]:
    """The tokens and elements of a page in order; raises InputError where tags nest more than ``DEEPEST`` deep."""
    tokens: list[Token] = []
    elements: list[Element] = []
    now = _Open()
    for number, token in enumerate(tokens_of(page)):
        tokens.append(token)
        if token.kind is Kind.START:
            if token.name in CLOSES:
                these, unless = CLOSES[token.name]
                depth = now.depth(these)
                if depth > now.depth(unless):
                    _close(now, elements, depth, number)
            parent = now.stack[-1] if now.stack else -1
            elements.append(Element(token.name, number, number + 1, parent, attributes_of(page, token)))
            if token.name not in VOID:
                _open(now, token.name, len(elements) - 1)
            if len(now.stack) > DEEPEST:
                line = LineMap.of(page).position(token.start)[0]
                reason = (
                    f"its tags are nested more than {DEEPEST} deep in line {line}; close them, or cut that part out"
                )
                raise InputError(path, "too-deep", reason)
        elif token.kind is Kind.END and now.depths[token.name]:
            depth = now.depths[token.name][-1]
            if token.name in BLOCKS or not now.blocks or now.blocks[-1] < depth:
                _close(now, elements, depth, number + 1)
    _close(now, elements, 0, len(tokens))
    return tokens, elements


def _open(now: _Open, name: str, number: int) -> None:
    now.depths[name].append(len(now.stack))
    if name in BLOCKS:
        now.blocks.append(len(now.stack))
    now.stack.append(number)


def _close(now: _Open, elements: list[Element], depth: int, end: int) -> None:
    """Close all that was opened from ``depth`` of the stack on."""
    while len(now.stack) > depth:
        element = elements[now.stack.pop()]
        element.end = end
        now.depths[element.name].pop()
        if element.name in BLOCKS:
            now.blocks.pop()


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
