"""People and institutions that are accused, and have no word in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.findings.wordings import index_of_list
from quotecheck.records import Attribution, Name

VERBS, WRONGS, RESPONSES = "policy-accusing-verbs", "policy-allegations", "policy-responses"
WORD = re.compile(r"\w+")


def unanswered_allegations(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The first accusation against each name that neither speaks, nor is asked, anywhere in the article."""
    heard: set[str] = set()
    for each in view.audit.attributions:
        if each.source is not None:
            heard.update(_last_words(view, each))
    responses = index_of_list(RESPONSES, view.rulebook)
    for place in (*responses.find(view.text, view.words), *(refusal.cue for refusal in view.audit.refusals)):
        heard.update(WORD.findall(view.sentence_at(place.start).of(view.text)))
    for attribution in view.statements:
        accused = _accused(view, attribution)
        if accused is not None and _last(view, accused) not in heard:
            heard.add(_last(view, accused))
            sources = view.sources_of(attribution)
            name = " ".join(accused.span.of(view.text).split())
            place = attribution.statement
            yield Subject(ATTRIBUTION, place, sources[0] if sources else None, attribution, facts={"accused": name})


def _last_words(view: View, attribution: Attribution) -> Iterator[str]:
    """The words of the source as written, and the last of its name."""
    if attribution.source is not None:
        yield from attribution.source.of(view.text).split()
    for source in view.sources_of(attribution):
        if source.name:
            yield source.name.split()[-1]


def _accused(view: View, attribution: Attribution) -> Name | None:
    """The first name in what is said, where the verb accuses and the words name a grave wrong."""
    verbs, wrongs = view.rulebook.lexicon(VERBS), index_of_list(WRONGS, view.rulebook)
    if attribution.cue is None or attribution.cue.lemma not in verbs:
        return None
    for content in attribution.content:
        words = content.of(view.text)
        names = view.names_in(content)
        if names and wrongs.occurs_in(words):
            return names[0]
    return None


def _last(view: View, name: Name) -> str:
    return name.span.of(view.text).split()[-1].removesuffix("'s").removesuffix("’s")
