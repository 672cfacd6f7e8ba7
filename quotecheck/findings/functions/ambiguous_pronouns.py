"""Quotations credited to "he" or "she" where two people of that sex were just named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, SourceKind, Span

SEX = {"he": "male", "she": "female"}
GIVEN = "source-given-names"


def ambiguous_pronouns(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """Attributions to a pronoun with two or more people named in the ``sentences`` before the quotation."""
    for attribution in view.statements:
        if not attribution.quotations or attribution.source is None:
            continue
        pronoun = attribution.source.of(view.text).lower()
        if pronoun not in SEX or _goes_on(view, attribution):
            continue
        names = _people(view, attribution, SEX[pronoun], int(settings["sentences"]))
        if len(names) > 1:
            source = next(iter(view.sources_of(attribution)), None)
            facts = {"people": " or ".join(names)}
            yield Subject(ATTRIBUTION, attribution.source, source, attribution, facts=facts)


def _goes_on(view: View, attribution: Attribution) -> bool:
    """Whether the speaker is the one of the quotation before, so that nobody is in doubt."""
    last = view.quotation_before(attribution.quotations[0])
    earlier = view.attribution_of(last) if last is not None else None
    return earlier is not None and bool(set(view.sources_of(earlier)) & set(view.sources_of(attribution)))


def _people(view: View, attribution: Attribution, sex: str, sentences: int) -> list[str]:
    """The last names, in order, of those named before the quotation who may be of this sex."""
    start = attribution.quotations[0].span.start
    number = view.sentence_number(start)
    first = max(0, number - sentences)
    paragraph = view.paragraph_at(start)
    before = Span(max(paragraph.start, view.audit.sentences[first].start), start)
    names = [name for name in view.names_in(before) if name.kind is SourceKind.PERSON]
    words = [name.span.of(view.text).removesuffix("'s").removesuffix("’s").split() for name in names]
    return list(dict.fromkeys(each[-1] for each in words if each and _may_be(view, each[-1], sex)))


def _may_be(view: View, last_name: str, sex: str) -> bool:
    """Whether the given name that first stands with a last name leaves the sex open."""
    given = view.given_names.get(last_name)
    entry = view.rulebook.lexicon(GIVEN).get(given) if given is not None else None
    return entry is None or entry.fields["sex"] in (sex, None)
