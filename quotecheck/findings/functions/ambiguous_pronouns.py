"""Quotations credited to "he" or "she" where two people of that sex were just named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, Name, SourceKind, Span

SEX = {"he": "male", "she": "female"}
GIVEN, RANKS = "source-given-names", "source-honorifics"
RANK = 12  # characters before a last name in which an honorific may stand
OWNERS = ("'s", "’s", "s'", "s’")


def ambiguous_pronouns(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """Attributions to a pronoun with two or more people named in the ``sentences`` before the quotation."""
    for attribution in view.statements:
        if not attribution.quotations or attribution.source is None:
            continue
        pronoun = attribution.source.of(view.text).lower()
        if pronoun not in SEX or _goes_on(view, attribution):
            continue
        names = _people(
            view, attribution.quotations[0].span.start, attribution.source, SEX[pronoun], int(settings["sentences"])
        )
        if len(names) > 1:
            source = view.source_of(attribution)
            facts = {"people": " or ".join(names)}
            yield Subject(ATTRIBUTION, attribution.source, source, attribution, facts=facts)


def _goes_on(view: View, attribution: Attribution) -> bool:
    """Whether the speaker spoke last, so that nobody is in doubt."""
    sources = view.sources_of(attribution)
    last = view.quotation_before(attribution.quotations[0])
    earlier = view.attribution_of(last) if last is not None else None
    number = view.sentence_number(attribution.statement.start)
    near = view.statements_in(number - 1, number)
    before = [each for each in near if each.source is not None and each.statement < attribution.statement]
    return any(source in sources for each in (earlier, *before) if each is not None for source in view.sources_of(each))


def _people(view: View, quotation: int, pronoun: Span, sex: str, sentences: int) -> list[str]:
    """The last names, in order, of those named before the quotation who may be of this sex."""
    start = min(quotation, pronoun.start)
    number = view.sentence_number(start)
    own = view.audit.sentences[number].start
    if any(name.kind is SourceKind.PERSON for name in view.names_in(Span(own, start))):
        return []  # the sentence of the quotation itself says who speaks
    paragraph = view.paragraph_at(start)
    before = Span(max(paragraph.start, view.audit.sentences[max(0, number - sentences)].start), start)
    names = [name for name in view.names_in(before) if name.kind is SourceKind.PERSON and not _is_owner(view, name)]
    words = [name.span.of(view.text).split() for name in names]
    last_names = dict.fromkeys(each[-1] for each in words if each)
    return [each for each in last_names if each not in view.given_names.values() and _may_be(view, each, sex)]


def _is_owner(view: View, name: Name) -> bool:
    """Whether only something of this person is named."""
    return name.span.of(view.text).endswith(OWNERS) or view.text.startswith(OWNERS, name.span.end)


def _may_be(view: View, last_name: str, sex: str) -> bool:
    """Whether the honorifics, or the given name, that stand with a last name leave the sex open."""
    given = view.given_names.get(last_name)
    entry = view.rulebook.lexicon(GIVEN).get(given) if given is not None else None
    if entry is not None:
        return entry.fields["sex"] in (sex, None)
    ranks = view.rulebook.lexicon(RANKS)
    before = (view.text[max(0, at - RANK) : at].split() for at in view.words.get(last_name.lower(), ()))
    found = {ranks[each[-1]].fields["sex"] for each in before if each and each[-1] in ranks} - {None}
    return not found or sex in found
