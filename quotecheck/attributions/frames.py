"""The content that hangs on a cue verb by syntax: clauses, infinitives, objects, phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quotecheck.attributions.cues import CueVerb
from quotecheck.attributions.spans import subtree
from quotecheck.attributions.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Hanging:
    """Places of the tokens of a content, and the rule that found them."""

    rule: str
    places: list[int]
    preposition: Token | None = None


def find_hanging(verb: CueVerb, syntax: Syntax) -> Hanging | None:
    """The first content in the order of ``FRAMES`` that the verb's pattern allows and its tree shows."""
    allowed = verb.pattern.frames
    for frame, find in FRAMES:
        if frame in allowed:
            places = next(find(verb.token, syntax), None)
            if places:
                return Hanging(f"verb-{frame}", places)
    return _prepositional(verb, syntax)


def _clause(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    clauses = sorted((c for c in syntax.children(verb, "clause") if not _has_to(c)), key=lambda c: c.i < verb.i)
    for clause in clauses:
        yield _around(clause, verb)
    if verb.dep_ == "parataxis" and not clauses and verb.head.i < verb.i and syntax.has_own_subject(verb):
        yield subtree(verb.head, without=[verb])
    for clause in syntax.children(verb, "parataxis"):
        if syntax.has_own_subject(clause):
            yield _around(clause, verb)


def _around(clause: Token, verb: Token) -> list[int]:
    """A clause without its verb of saying, where that stands in its middle ("It was, she said, too late")."""
    places = subtree(clause)
    if not places[0] < verb.i < places[-1]:
        return places
    group = [child for child in verb.children if child != clause and not child.is_ancestor(clause)]
    first = min([verb.i, *(child.left_edge.i for child in group)])
    last = max([verb.i, *(child.right_edge.i for child in group if child.i < clause.i or child.i - verb.i < 4)])
    return [i for i in places if not first <= i <= last]


def _infinitive(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    if syntax.is_passive(verb) or syntax.child(verb, "object", "indirect_object") is not None:
        return
    for clause in syntax.children(verb, "open_clause", "clause"):
        if clause.i > verb.i and _has_to(clause):
            yield subtree(clause)


def _gerund(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    for clause in syntax.children(verb, "open_clause", "clause"):
        if clause.tag_ == "VBG" and clause.i > verb.i:
            yield subtree(clause)


def _person_to(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    """ "Urged the board to wait": the board is part of what is urged."""
    for clause in syntax.children(verb, "open_clause", "clause"):
        person = syntax.child(verb, "object", "indirect_object") or syntax.child(clause, "subject")
        if clause.i > verb.i and _has_to(clause) and person is not None and verb.i < person.i < clause.i:
            yield sorted({*subtree(person), *subtree(clause)})


def _object(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    if syntax.is_passive(verb):
        subject = syntax.child(verb, "passive_subject")
        if subject is not None and next(syntax.children(verb, "agent"), None) is not None:
            yield subtree(subject, without=[verb] if subject.is_ancestor(verb) else [])
        return
    thing = syntax.child(verb, "object")
    if thing is not None and (thing.i > verb.i or thing.tag_ in ("WP", "WDT")):
        yield subtree(thing, without=[verb] if thing.is_ancestor(verb) else [])


def _complement(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    """ "Called the plan a mistake", "described it as late", "praised him for his patience"."""
    if syntax.is_passive(verb):
        return
    things = [t for t in syntax.children(verb, "indirect_object", "object") if t.i > verb.i]
    if not things:
        yield from (subtree(clause) for clause in syntax.children(verb, "clause") if _is_verbless(clause, syntax))
        return
    thing = things[0]
    parts = things[1:]  # a parser may take "called it a mistake" for a gift
    parts += [c for c in syntax.children(verb, "open_clause", "clause") if c.i > thing.i]
    for preposition, phrase, _ in syntax.obliques(verb):
        if preposition in ("as", "for", "of") and phrase.i > thing.i:
            parts.append(phrase)
    parts += [
        c for c in verb.children if c.dep_ == "advcl" and c.i > thing.i and c.left_edge.lower_ in ("as", "for", "of")
    ]
    if parts:
        yield sorted({*subtree(thing), *(i for part in parts for i in subtree(part))})


def _is_verbless(clause: Token, syntax: Syntax) -> bool:
    """Whether a parser took "the plan a mistake" for a clause with a subject."""
    has_verb = clause.tag_[:2] in ("VB", "MD") or syntax.child(clause, "copula", "auxiliary") is not None
    return not has_verb and syntax.child(clause, "subject") is not None


def _passive_to(verb: Token, syntax: Syntax) -> Iterator[list[int]]:
    """ "The bridge is said to be safe": subject and infinitive together are the content."""
    subject = syntax.child(verb, "passive_subject", "subject")
    if not syntax.is_passive(verb) or subject is None:
        return
    for clause in syntax.children(verb, "open_clause", "clause"):
        if _has_to(clause) and clause.i > verb.i:
            yield sorted({*subtree(subject, without=[verb] if subject.is_ancestor(verb) else []), *subtree(clause)})


def _prepositional(verb: CueVerb, syntax: Syntax) -> Hanging | None:
    for preposition, phrase, noun in syntax.obliques(verb.token):
        if preposition in verb.pattern.prepositions and phrase.i > verb.token.i:
            case = syntax.child(noun, "preposition") if phrase is noun else phrase
            places = [i for i in subtree(phrase) if case is None or i > case.i]
            return Hanging("verb-preposition", places, case)
    return None


def _has_to(clause: Token) -> bool:
    return any(child.tag_ == "TO" for child in clause.children)


Frame = Callable[[Token, Syntax], Iterator[list[int]]]
FRAMES: tuple[tuple[str, Frame], ...] = (
    ("clause", _clause),
    ("person-to", _person_to),
    ("passive-to", _passive_to),
    ("to", _infinitive),
    ("ing", _gerund),
    ("complement", _complement),
    ("object", _object),
)
