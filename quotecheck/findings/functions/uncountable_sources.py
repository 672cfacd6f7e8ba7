"""Unnamed sources that readers cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.noun_phrase import read_phrase
from quotecheck.findings.subject import ARTICLE, Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Source, SourceType, Span

NOUNS, TELLING_APART = "policy-generic-nouns", "policy-telling-apart"


def uncountable_sources(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The article, where ``sources`` or more single sources without name or institution may be one."""
    vague = [source for source in view.audit.sources if _is_vague(view, source)]
    past = [source for source in vague if _is_set_apart(view, source, by_past=True)]
    present = [source for source in vague if source not in past]
    found = tuple(dict.fromkeys(" ".join(source.description.split()) for source in max(present, past, key=len)))
    if len(found) >= settings["sources"]:
        facts: dict[str, Fact] = {"number": len(found), "descriptions": found}
        yield Subject(ARTICLE, Span(0, 0), facts=facts)


def _is_set_apart(view: View, source: Source, *, by_past: bool) -> bool:
    """Whether a word tells it from others: that it has left its office, or any other such word."""
    listed = view.rulebook.lexicon(TELLING_APART)
    words = source.description.lower().split()
    return any(bool(listed[word].fields["past"]) is by_past for word in words if word in listed)


def _is_vague(view: View, source: Source) -> bool:
    """Whether it is one person without a name, an institution, or a word that sets it apart from others."""
    if source.type is not SourceType.ANONYMOUS_SOURCE or (source.count or 2) > 1 or source.affiliation is not None:
        return False
    if not source.statements:
        return False
    phrase = read_phrase(source.description, view.rulebook)
    return (
        phrase.noun in view.rulebook.lexicon(NOUNS)
        and not _is_set_apart(view, source, by_past=False)
        and not any(kind in ("name", "owner", "nationality", "side") for kind in phrase.kinds)
    )
