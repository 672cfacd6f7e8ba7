"""Unnamed sources that readers cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.noun_phrase import read_phrase
from quotecheck.findings.subject import ARTICLE, Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Source, SourceType, Span

NOUNS = "policy-generic-nouns"
PAST = ("former", "ex", "retired")
TELLING_APART = ("another", "second", "third", "fourth", "other", "different")


def uncountable_sources(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The article, where ``sources`` or more single sources without name or institution may be one."""
    vague = [source for source in view.audit.sources if _is_vague(view, source)]
    present, past = ([each for each in vague if _is_past(each) is told] for told in (False, True))
    found = tuple(dict.fromkeys(" ".join(source.description.split()) for source in max(present, past, key=len)))
    if len(found) >= settings["sources"]:
        facts: dict[str, Fact] = {"number": len(found), "descriptions": found}
        yield Subject(ARTICLE, Span(0, 0), facts=facts)


def _is_past(source: Source) -> bool:
    """Whether it has left its office: it is not the same as somebody who has not."""
    return any(word in PAST for word in source.description.lower().split())


def _is_vague(view: View, source: Source) -> bool:
    """Whether it is one person without a name, an institution, or a word that sets it apart from others."""
    if source.type is not SourceType.ANONYMOUS_SOURCE or (source.count or 2) > 1 or source.affiliation is not None:
        return False
    if not any(each.family.is_statement for each in source.attributions):
        return False
    words = source.description.lower().split()
    phrase = read_phrase(source.description, view.rulebook)
    return (
        phrase.noun in view.rulebook.lexicon(NOUNS)
        and not any(word in TELLING_APART for word in words)
        and not any(kind in ("name", "owner", "nationality", "side") for kind in phrase.kinds)
    )
