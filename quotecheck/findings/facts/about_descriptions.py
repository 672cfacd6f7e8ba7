"""Facts about the words that an article has for a source without a name, taken apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotecheck.findings.noun_phrase import NounPhrase, read_phrase, small_words
from quotecheck.findings.source_phrases import whole_phrase_at
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you"})


def _phrases(view: View, subject: Subject) -> tuple[NounPhrase, ...]:
    """Every wording of the source but pronouns, with what follows the noun."""
    if subject.source is None:
        return ()
    spans = [*subject.source.mentions, *(each.source for each in subject.source.attributions if each.source)]
    found = [whole_phrase_at(view, span) for span in spans if span.of(view.text).lower() not in PRONOUNS]
    return tuple(each for each in found if each.noun)


def _first(read: Callable[[NounPhrase], Fact]) -> Callable[[View, Subject], Fact]:
    def of_description(view: View, subject: Subject) -> Fact:
        phrase = read_phrase(subject.source.description, view.rulebook) if subject.source is not None else None
        return read(phrase) if phrase is not None and phrase.noun else None

    return of_description


def _all(read: Callable[[NounPhrase], tuple[str, ...]]) -> Callable[[View, Subject], Fact]:
    return lambda view, subject: tuple(
        dict.fromkeys(each for phrase in _phrases(view, subject) for each in read(phrase))
    )


def _credited(read: Callable[[NounPhrase], Fact]) -> Callable[[View, Subject], Fact]:
    def of_credited(view: View, subject: Subject) -> Fact:
        place = subject.attribution.source if subject.attribution is not None else None
        return read(whole_phrase_at(view, place)) if place is not None else None

    return of_credited


def _is_plural(view: View, subject: Subject) -> Fact:
    """Whether the noun beside the cue is of several."""
    place = subject.attribution.source if subject.attribution is not None else None
    phrase = whole_phrase_at(view, place) if place is not None else None
    if place is None or phrase is None or not phrase.noun:
        return None
    return phrase.noun not in place.of(view.text).lower().split()


def _is_clipped(view: View, subject: Subject) -> Fact:
    """Whether a singular noun stands without an article, as in headlines: "official says"."""
    place = subject.attribution.source if subject.attribution is not None else None
    words = place.of(view.text).lower().split() if place is not None else []
    phrase = whole_phrase_at(view, place) if place is not None else None
    if phrase is None or not phrase.noun or words[0] in small_words(view.rulebook) or "owner" in phrase.kinds:
        return False
    return phrase.noun in words


DESCRIPTION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    # of the fullest wording
    "noun": _first(lambda phrase: phrase.noun),
    # of all wordings together
    "nouns": _all(lambda phrase: (phrase.noun,)),
    "numbers": _all(lambda phrase: phrase.numbers),
    "modifiers": _all(lambda phrase: phrase.modifiers),
    "modifier_kinds": _all(lambda phrase: phrase.kinds),
    "complements": _all(lambda phrase: (phrase.complement,) if phrase.complement else ()),
    # of the wording beside this cue
    "credited_noun": _credited(lambda phrase: phrase.noun),
    "credited_numbers": _credited(lambda phrase: phrase.numbers),
    "credited_modifiers": _credited(lambda phrase: phrase.modifiers),
    "credited_kinds": _credited(lambda phrase: phrase.kinds),
    "credited_is_plural": _is_plural,
    "is_clipped": _is_clipped,
    "credited_complement": _credited(lambda phrase: phrase.complement),
}
