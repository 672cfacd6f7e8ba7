"""Pronouns: whom "she" and "they" mean, and what "who" hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecheck.records import Attribution
from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.mentions import read_mention
from quotecheck.sources.name import ORGANIZATION, OTHER, PERSON, PLACE, UNKNOWN, Name
from quotecheck.sources.reading import COMMAS, NOUN_TAGS, PLURAL_TAGS
from quotecheck.sources.salience import OBJECTS, Candidate, Target
from quotecheck.sources.state import State
from quotecheck.sources.words import Pronoun

FARTHEST = 70  # tokens back to a subject
SENTENCES = 3  # back to those who spoke as one
NEAREST = 12  # tokens back to a noun
CLAUSES = frozenset({"acl:relcl", "relcl", "acl"})
BODIES = frozenset({ORGANIZATION, PLACE})
WRITTEN = frozenset({"document", "poll", "thing"})
PERSONAL = frozenset({"who", "whom", "whose"})
PHRASE_TAGS = NOUN_TAGS | {"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "HYPH", "VBN", "VBG", "PDT"}


def meant(state: State, i: int, pronoun: Pronoun, attribution: Attribution) -> Sequence[Group] | Mention:
    """The group that the pronoun at token ``i`` means, none, one with candidates, or a phrase that is no source yet."""
    written = _written_before(state.scope, i, pronoun) if _is_written(state.scope, attribution) else None
    if written is not None:
        return written
    ranked = state.salience.rank(i, state.recent, attribution, lambda target: _fits(target, pronoun), pronoun.sex)
    phrase = _phrase_before(state.scope, i, pronoun)
    together = _together(state, i, phrase, ranked) if pronoun.number == "plural" else ()
    if together:
        return together
    if phrase is not None and (not ranked or state.salience.place(phrase.head, i) > ranked[0].weight):
        return phrase
    if pronoun.number == "plural":
        pair = _pair_before(state.scope, i)
        if pair and not any(isinstance(each.target, Group) and each.target.last > pair[0].first for each in ranked):
            return [state.of_figure(state.scope.cast.figure_of[name]) for name in pair]
        ranked = [each for each in ranked if isinstance(each.target, Group) and each.target.is_plural] or ranked
    if not ranked:
        return []
    if _is_open(ranked, state.salience.weights["open"]):
        is_body = any(isinstance(each.target, Figure) and each.target.label == ORGANIZATION for each in ranked[:2])
        kind = kinds.ORGANIZATION if is_body or kinds.PERSON not in pronoun.kinds else kinds.PERSON
        return [Group(kind, candidates=tuple(name_of(each.target) for each in ranked[:2]))]
    return [state.of_target(ranked[0].target)]


def _together(state: State, i: int, phrase: Mention | None, ranked: Sequence[Candidate]) -> Sequence[Group]:
    """Those who spoke as one a few sentences before, where no others have spoken since: "A and B said ... They ..."."""
    at, groups = state.together
    if not groups or (phrase is not None and phrase.head > at):
        return ()
    if state.scope.reading.sentences[i] - state.scope.reading.sentences[at] > SENTENCES:
        return ()
    plural = (each.target for each in ranked if isinstance(each.target, Group) and each.target.is_plural)
    return groups if all(each.last < at for each in plural) else ()


def _pair_before(scope: Scope, i: int) -> Sequence[Name]:
    """The two persons named together in this sentence or the one before: "Ilse Brandt and Karl Moor met. They ..."."""
    reading = scope.reading
    for one, other in reversed(list(pairwise(scope.cast.names_before(i, 8)))):
        subjects = reading.subjects[one.first : other.end]
        is_pair = one.label == other.label == PERSON and reading.lower[one.end : other.first] == ["and"]
        if is_pair and reading.sentences[i] - reading.sentences[one.first] < 2 and any(subjects):
            return one, other
    return ()


def name_of(target: Target) -> str:
    """What a candidate is called."""
    return target.name or "somebody without a name"


def _is_open(ranked: Sequence[Candidate], margin: float) -> bool:
    """Whether two who have a name are equally near."""
    return (
        len(ranked) > 1
        and ranked[0].weight - ranked[1].weight < margin
        and all(isinstance(each.target, Figure) for each in ranked[:2])
    )


def _fits(target: Target, pronoun: Pronoun) -> bool:
    return _figure_fits(target, pronoun) if isinstance(target, Figure) else _group_fits(target, pronoun)


def _figure_fits(figure: Figure, pronoun: Pronoun) -> bool:
    if figure.label in (OTHER, UNKNOWN) or (pronoun.number == "plural" and figure.label != ORGANIZATION):
        return False
    kind = kinds.PERSON if figure.label == PERSON else kinds.ORGANIZATION
    return kind in pronoun.kinds and (pronoun.sex is None or figure.sex in (pronoun.sex, None))


def _group_fits(group: Group, pronoun: Pronoun) -> bool:
    if group.kind not in pronoun.kinds or group.candidates:
        return False
    if pronoun.number == "plural":
        return group.is_plural or group.kind == kinds.ORGANIZATION
    if group.is_plural and group.kind != kinds.DOCUMENT:
        return False
    return pronoun.sex is None or group.sex in (pronoun.sex, None)


def _phrase_before(scope: Scope, i: int, pronoun: Pronoun) -> Mention | None:
    """The nearest subject that is no name and may be meant: "The pilots met. They said ..."."""
    if not pronoun.kinds & {kinds.GROUP, kinds.DOCUMENT}:
        return None
    reading, words = scope.reading, scope.words
    wanted = PLURAL_TAGS if pronoun.number == "plural" else NOUN_TAGS - PLURAL_TAGS
    for j in range(i - 1, max(-1, i - FARTHEST), -1):
        if reading.sentences[i] - reading.sentences[j] > 2:
            return None
        kind = words.kind_of(reading.lemmas[j]) if reading.tags[j] in wanted else kinds.NOBODY
        is_before = reading.sentences[j] < reading.sentences[i]
        is_paper = is_before and kind == kinds.DOCUMENT and reading.relations[j] in OBJECTS
        if kind in pronoun.kinds and (reading.subjects[j] or is_paper):
            phrase = read_mention(scope, start_of_phrase(reading.tags, j), j + 1)
            if phrase is not None and phrase.form == "description" and not phrase.members:
                return phrase
    return None


def _is_written(scope: Scope, attribution: Attribution) -> bool:
    """Whether only what is written somewhere can have such a cue: "It read: ..."."""
    return attribution.cue is not None and attribution.cue.lemma in scope.words.of_papers


def _written_before(scope: Scope, i: int, pronoun: Pronoun) -> Mention | None:
    """The nearest paper or thing that is written on: "Lee taped a sign to the door. It read ..."."""
    reading, words = scope.reading, scope.words
    if kinds.DOCUMENT not in pronoun.kinds or pronoun.number != "singular":
        return None
    for j in range(i - 1, max(-1, i - FARTHEST), -1):
        is_there = reading.subjects[j] or reading.relations[j] in OBJECTS
        if is_there and reading.tags[j] == "NN" and words.noun_class(reading.lemmas[j]) in WRITTEN:
            return read_mention(scope, start_of_phrase(reading.tags, j), j + 1)
    return None


def antecedent(scope: Scope, i: int) -> Mention | None:
    """The noun phrase that a relative pronoun hangs on: a name, or the noun that the tree or the order says."""
    reading = scope.reading
    j = i - 1
    while j > 0 and (reading.words[j] in COMMAS or reading.tags[j] in ("CD", "CC", "-RRB-")):
        j -= 1
    noun = _noun_before(scope, i, j)
    is_paper = noun is not None and scope.words.kind_of(reading.lemmas[noun]) == kinds.DOCUMENT
    for name in () if is_paper else reversed(scope.cast.names_before(i, 3)):
        is_wanted = name.label == PERSON or reading.lower[i] not in PERSONAL
        if is_wanted and (name.end == j + 1 or (noun is not None and name.first <= noun < name.end)):
            return read_mention(scope, name.first, name.end)
    if noun is None:
        return None
    bearer = _described(scope, noun)
    if bearer is not None:
        return read_mention(scope, bearer.first, bearer.end)
    return read_mention(scope, start_of_phrase(reading.tags, noun), i)


def _noun_before(scope: Scope, i: int, last: int) -> int | None:
    """The noun of the tree, or the nearest up to token ``last``; "who" are people, and "which" are not."""
    reading, noun = scope.reading, _noun_of_clause(scope, i)
    near = range(last, max(-1, last - NEAREST), -1)
    nouns = [k for k in near if reading.tags[k] in NOUN_TAGS]
    if noun is None or noun < last - NEAREST:
        noun = next(iter(nouns), None)
    if noun is None:
        return None
    if reading.lower[i] in PERSONAL:
        return noun if _is_for_people(scope, noun) else next((k for k in near if _is_for_people(scope, k)), noun)
    return nouns[0] if nouns and _is_plural_people(scope, noun) else noun


def _is_for_people(scope: Scope, noun: int) -> bool:
    """Whether a token is the name of a person or a noun for people."""
    tag = scope.reading.tags[noun]
    if tag in ("NNP", "NNPS"):
        return not any(name.end > noun and name.label in BODIES for name in scope.cast.names_before(noun + 1, 1))
    return tag in NOUN_TAGS and scope.words.kind_of(scope.reading.lemmas[noun]) == "group"


def _is_plural_people(scope: Scope, noun: int) -> bool:
    """Whether a token stands for several people, who cannot be "which"."""
    return scope.reading.tags[noun] == "NNS" and _is_for_people(scope, noun)


def _noun_of_clause(scope: Scope, i: int) -> int | None:
    """What the tree hangs the relative clause on."""
    reading = scope.reading
    verb = reading.heads[i]
    for _ in range(3):
        if reading.relations[verb] in CLAUSES and reading.heads[verb] < i:
            return reading.heads[verb]
        verb = reading.heads[verb]
    return None


def _described(scope: Scope, noun: int) -> Name | None:
    """The name to which the description with this noun belongs."""
    for name in reversed(scope.cast.names_before(noun, 3)):
        figure = scope.cast.figure_of[name]
        if figure.label == PERSON and any(first <= noun < end for first, end in (*figure.titles, *figure.relations)):
            return name
    return None


def start_of_phrase(tags: Sequence[str], noun: int) -> int:
    """The first token of the noun phrase that ends in the token ``noun``."""
    i = noun
    while i > 0 and noun - i < NEAREST and tags[i - 1] in PHRASE_TAGS:
        i -= 1
    return i
