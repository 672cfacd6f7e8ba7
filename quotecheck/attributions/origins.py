"""The source beside a cue: the noun phrase that says, as written."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from quotecheck.attributions.cues import VERBAL, CueVerb, cue_of
from quotecheck.attributions.quoted import Link
from quotecheck.attributions.spans import span_over, subtree, trim
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import Span

EMPTY = frozenset({"it", "there"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})
LEADING_ON = frozenset({"CC", "WDT", "WP", "WP$"})  # "two people who attended and", "the source, who"
AFTER_INVERSION = frozenset({"nsubj", "obj", "dobj", "obl", "xcomp", "nsubj:pass", "nsubjpass"})
LONGEST = 60  # tokens: a longer "noun phrase" is a misread sentence


def source_of_verb(verb: CueVerb, syntax: Syntax) -> Span | None:
    """The subject of an active verb or the agent of a passive one; ``None`` where nobody is named as saying it."""
    return subject_of(verb.token, syntax)


def subject_of(token: Token, syntax: Syntax) -> Span | None:
    """The same of any verb, a cue of the lexicon or not."""
    if syntax.is_passive(token):
        agent = next(syntax.children(token, "agent"), None)
        if agent is None:
            return None
        noun = syntax.child(agent, "prepositional_object") or agent
        return noun_phrase(noun, cut=token, syntax=syntax)
    subject = syntax.subject(token)
    if subject is None or (subject.lower_ in EMPTY and subject.dep_ == "expl"):
        return None
    return noun_phrase(subject, cut=token, syntax=syntax)


def source_beside(verb: CueVerb, link: Link, syntax: Syntax) -> Span | None:
    """The source of a verb that follows a quotation, by place: between the two, or right after the verb."""
    token, edge = verb.token, link.piece.span.end
    if link.rule != "quotation-before-cue":
        return None
    subject = syntax.subject(token)
    if subject is not None and edge <= subject.idx < token.idx and not subject.is_ancestor(token):
        cue = cue_of(verb, syntax).span.start
        first = subject.left_edge if subject.left_edge.idx >= edge else subject
        return span_over([t for t in token.doc[first.i : token.i] if t.idx < cue])
    after = [c for c in token.children if c.i > token.i and c.pos_ in NOMINAL and c.dep_ in AFTER_INVERSION]
    if after and (subject is None or subject.idx < edge):
        return noun_phrase(after[0], cut=token, syntax=syntax)
    return None


def noun_phrase(noun: Token, *, cut: Token, syntax: Syntax) -> Span | None:
    """The whole noun phrase around ``noun``, its appositions and clauses included, but nothing from ``cut`` on."""
    if noun.is_ancestor(cut):
        branch = cut
        while branch.head != noun:
            branch = branch.head
        places = subtree(noun, without=[branch])
        places = [i for i in places if i < branch.left_edge.i] if branch.i > noun.i else places
    else:
        places = [i for i in subtree(noun) if (i < cut.i) is (noun.i < cut.i)]
    case = syntax.child(noun, "preposition")
    tokens = [noun.doc[i] for i in places if case is None or i > case.i]
    if len(tokens) > LONGEST:
        tokens = [t for t in tokens if abs(t.i - noun.i) <= 5]
    return span_over(_unbroken(tokens, noun))


def _unbroken(tokens: list[Token], noun: Token) -> list[Token]:
    """The run of ``tokens`` around ``noun`` that has no gap but punctuation."""
    places = {t.i for t in tokens}
    doc, first, last = noun.doc, noun.i, noun.i
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return [doc[i] for i in range(first, last + 1)]


def settled(source: Span, content: Sequence[Span], parse: Parse) -> Span:
    """``source`` with whole names, without any of the content, and without a word at its end that leads on from it."""
    whole = _with_whole_name(source, parse)
    parts = [whole]
    for span in content:
        parts = [piece for part in parts for piece in _without(part, span)]
    longest = max(parts, key=lambda part: part.end - part.start, default=whole)
    tokens = list(parse.tokens_in(longest))
    if longest == whole and (len(tokens) < 2 or tokens[-1].tag_ not in LEADING_ON):
        return whole
    tokens = trim(tokens)
    while len(tokens) > 1 and tokens[-1].tag_ in LEADING_ON:
        tokens = trim(tokens[:-1])
    return span_of(tokens[0], tokens[-1]) if tokens else whole


def _without(part: Span, cut: Span) -> list[Span]:
    """What of ``part`` lies before and after ``cut``."""
    if not part.overlaps(cut):
        return [part]
    pieces = (Span(part.start, max(part.start, cut.start)), Span(min(part.end, cut.end), part.end))
    return [piece for piece in pieces if piece.start < piece.end]


def _with_whole_name(source: Span, parse: Parse) -> Span:
    """``source`` with the rest of a name, or the owner before an 's, that its edge cuts off."""
    tokens = parse.tokens_in(source)
    if not len(tokens):
        return source
    first, last = left, right = tokens[0], tokens[-1]
    if first.tag_ == "POS" and first.head.i < first.i:
        first = first.head.left_edge
    while first.ent_iob_ == "I" and first.i > 0:
        first = first.nbor(-1)
    while last.i + 1 < len(parse.doc) and last.nbor().ent_iob_ == "I" and last.nbor().pos_ not in VERBAL:
        last = last.nbor()
    start = source.start if first == left else first.idx
    return Span(start, source.end if last == right else last.idx + len(last.text))
