"""Attributions to sources: who each of them is, of which type, and how openly the article says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotecheck.document.parse import Parse
from quotecheck.records import (
    Anonymity,
    Attribution,
    Name,
    Quotation,
    Signal,
    Source,
    SourceKind,
    SourceType,
    Span,
)
from quotecheck.rulebook import Rulebook
from quotecheck.sources import groups as kinds
from quotecheck.sources import name as names
from quotecheck.sources.assign import assign
from quotecheck.sources.bases import find_basis, find_motive
from quotecheck.sources.callings import find_callings, find_holders
from quotecheck.sources.cast import Cast, build_cast
from quotecheck.sources.classify import TypeRule, classify, type_rules_of
from quotecheck.sources.describe import Person, called, describe_figure, description_of, find_chain
from quotecheck.sources.disclosures import Disclosure, disclose, find_disclosures
from quotecheck.sources.documents import find_issuers
from quotecheck.sources.groups import Group
from quotecheck.sources.justify import Telling, find_telling, justify
from quotecheck.sources.leads import join_leads
from quotecheck.sources.mention import Scope
from quotecheck.sources.name import name_words_of
from quotecheck.sources.names import find_names
from quotecheck.sources.reading import Reading, read_tokens
from quotecheck.sources.salience import Salience, quoted_spans, weights_of
from quotecheck.sources.specificity import specificity
from quotecheck.sources.state import begin
from quotecheck.sources.titles import collect_titles
from quotecheck.sources.unnamed import has_example
from quotecheck.sources.words import words_of
from quotecheck.text.opening import byline_of, lead_of

KIND_OF_NAME = {names.PERSON: SourceKind.PERSON, names.ORGANIZATION: SourceKind.ORGANIZATION}

TORN_TAGS = frozenset({"DT", "CD", "JJ", "PRP$"})  # of words behind which a phrase cannot end before a name


@dataclass(frozen=True, slots=True)
class Identified:
    """The sources of an article in the order of their first mentions, and the names in it."""

    sources: tuple[Source, ...]
    names: tuple[Name, ...]


def identify_sources(
    parse: Parse, quotations: Sequence[Quotation], attributions: Sequence[Attribution], rulebook: Rulebook
) -> Identified:
    """Who the article's attributions belong to; an attribution may belong to several sources."""
    words, known = words_of(rulebook), name_words_of(rulebook)
    reading = read_tokens(parse, rulebook)
    named = find_names(parse, reading, words, known)
    byline = byline_of(parse.document)
    told_of = [each for each in named if byline is None or not byline.overlaps(reading.span(each.first, each.end))]
    cast = build_cast(told_of, reading, words, known)  # who writes the article is not whom it means
    collect_titles(cast, reading, words)
    scope = Scope(reading, cast, words)
    holders = find_holders(scope)
    callings = find_callings(scope, holders)
    told = tuple(
        sorted((span for each in attributions for span in each.content), key=lambda span: (span.end, span.start))
    )
    salience = Salience(reading, cast, callings, weights_of(rulebook), quoted_spans(quotations), told)
    state = begin(scope, salience, holders)
    for span, attribution in sorted(
        ((each.source, each) for each in attributions if each.source is not None), key=lambda pair: pair[0]
    ):
        first, end = bisect_left(reading.starts, span.start), bisect_left(reading.starts, span.end)
        first = _start_of_name(cast, first)
        while 0 < end < len(reading) and reading.words[end - 1] in words.honorifics and cast.names_in(end, end + 1):
            end = cast.names_in(end, end + 1)[0].end
        end = _end_of_name(reading, cast, end)
        if first < end:
            assign(state, attribution, first, end)
    join_leads(state)
    find_issuers(state)
    disclosed = disclose(scope, state.found, find_disclosures(scope))
    rules = type_rules_of(rulebook)
    telling = find_telling(scope, attributions, lead_of(parse.document).start)
    sources = [_source(scope, group, disclosed.get(id(group)), rules, telling) for group in state.found]
    return Identified(
        tuple(sorted(sources, key=lambda source: source.mentions[0])),
        tuple(
            Name(reading.span(name.first, name.end), KIND_OF_NAME[name.label])
            for name in named
            if name.label in KIND_OF_NAME
        ),
    )


def _start_of_name(cast: Cast, first: int) -> int:
    """The first token of the name that token ``first`` stands in, else ``first`` itself."""
    before = cast.names_before(first, 1)
    return before[0].first if before and first < before[0].end else first


def _end_of_name(reading: Reading, cast: Cast, end: int) -> int:
    """The end of the name that follows where the phrase breaks off before it: "The" of "The Norvik Courier"."""
    following = cast.names_in(end, end + 1)
    is_torn = end > 0 and bool(following) and reading.tags[end - 1] in TORN_TAGS
    return following[0].end if is_torn and not any(each.end == end for each in cast.names_before(end, 1)) else end


def _source(
    scope: Scope,
    group: Group,
    disclosure: Disclosure | None,
    rules: tuple[TypeRule, ...],
    telling: Telling,
) -> Source:
    person = describe_figure(scope, group.figure) if group.figure is not None else None
    is_unnamed = group.figure is None and group.kind in (kinds.PERSON, kinds.GROUP)
    told = find_basis(scope, group) if is_unnamed else None
    basis = told.words if told is not None else None
    type_ = _type(scope, group, disclosure, basis, rules)
    justification = justify(scope, group, telling, told, is_anonymous=type_ is SourceType.ANONYMOUS_SOURCE)
    level, dimensions = specificity(scope, group, type_, basis=basis, has_role=_has_role(person, justification))
    name = (
        group.name if type_ in (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANIZATION, SourceType.DOCUMENT) else None
    )
    if name is None and type_ is SourceType.NAMED_ORGANIZATION:
        name = group.body_name
    return Source(
        type=type_,
        name=name,
        description=description_of(scope, group),
        title=person.title if person else None,
        affiliation=(person.affiliation if person else None) or group.body_name,
        justification=justification,
        count=_count(group),
        anonymity=_anonymity(type_, disclosure),
        specificity=level,
        mentions=_mentions(scope, group),
        attributions=tuple(group.attributions),
        kind=_kind(group),
        basis=basis,
        motive=find_motive(scope, group) if is_unnamed else None,
        dimensions=dimensions,
        candidates=group.candidates,
        called=called(scope, group) if type_ in (SourceType.UNNAMED_GROUP, SourceType.DOCUMENT) else None,
        via=find_chain(scope, group) if group.kind == kinds.ORGANIZATION else (),
    )


def _type(
    scope: Scope, group: Group, disclosure: Disclosure | None, basis: str | None, rules: tuple[TypeRule, ...]
) -> SourceType:
    if group.candidates and not group.descriptions:
        return SourceType.NAMED_PERSON if group.kind == kinds.PERSON else SourceType.NAMED_ORGANIZATION
    return classify(_traits(scope, group, disclosure, basis), rules)


def _traits(scope: Scope, group: Group, disclosure: Disclosure | None, basis: str | None) -> Mapping[str, str]:
    first = next(iter(group.descriptions), None) or group.mentions[0]
    voices = scope.words.voices
    return {
        "name": "given" if group.name else "none",
        "class": group.noun_class,
        "number": "plural" if group.is_plural else "singular",
        "kind": group.kind,
        "signal": "explicit" if disclosure else "none",
        "basis": "yes" if basis else "no",
        "body": "named" if group.has_named_body else "none",
        "voice": "yes" if group.nouns & voices else "no",
        "guarded": "yes" if group.nouns & scope.words.guarded else "no",
        "statement": "yes" if any(each.family.is_statement for each in group.attributions) else "no",
        "example": "named" if any(has_example(scope, each) for each in group.descriptions) else "none",
        "determiner": first.determiner,
    }


def _kind(group: Group) -> SourceKind:
    return SourceKind(group.kind)


def _has_role(person: Person | None, justification: str | None) -> bool:
    return person is not None and bool(person.title or person.affiliation or justification)


def _anonymity(type_: SourceType, disclosure: Disclosure | None) -> Anonymity:
    if type_ is not SourceType.ANONYMOUS_SOURCE:
        return Anonymity(Signal.NONE, None)
    if disclosure is None:
        return Anonymity(Signal.IMPLICIT, None)
    return Anonymity(Signal.EXPLICIT, disclosure.reason, disclosure.is_rote)


def _count(group: Group) -> int | None:
    if group.kind == kinds.PERSON and (group.figure is not None or not group.is_plural):
        return 1
    return next((each.count for each in group.mentions if each.count and not each.is_part), None) or next(
        (each.count for each in group.mentions if each.count and each.count > 1), None
    )


def _mentions(scope: Scope, group: Group) -> tuple[Span, ...]:
    return tuple(sorted({scope.reading.span(each.first, max(each.end, each.first + 1)) for each in group.mentions}))
