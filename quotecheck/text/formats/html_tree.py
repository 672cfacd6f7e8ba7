"""Which element of a page holds which of its tokens; end tags that are missing are put where browsers put them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from quotecheck.errors import InputError
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
