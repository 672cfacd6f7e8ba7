"""Follows an article from attribution to attribution and says which source each one belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotecheck.records import Attribution
from quotecheck.sources import groups as kinds
from quotecheck.sources.cast import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mentions import COMMAS, Mention, Scope, read_mention
from quotecheck.sources.names import ORGANIZATION, OTHER, PERSON, PLACE, UNKNOWN, Name
from quotecheck.sources.reading import NOUN_TAGS, PLURAL_TAGS
from quotecheck.sources.salience import Salience, Target
from quotecheck.sources.words import Pronoun

PEOPLE = frozenset({"people", "expert", "inside", "confidential", "spokesperson"})
ANYBODY = frozenset({"person", "source", "official", "aide", "insider", "man", "woman", "individual", "employee", "informant"})
OFFICIAL_PREPOSITIONS = frozenset({"for", "of", "at", "with", "from", "in"})


@dataclass(slots=True, eq=False)
class Assigner:
    """Groups found so far; ``assign`` takes attributions in text order."""

    scope: Scope
    salience: Salience
    found: list[Group] = field(default_factory=list)
    by_figure: dict[int, Group] = field(default_factory=dict)
    by_noun: dict[str, Group] = field(default_factory=dict)  # noun -> the unnamed group last called so
    owned: dict[tuple[str, str], Group] = field(default_factory=dict)
    recent: list[Group] = field(default_factory=list)
    publishers: Mapping[str, Figure] = field(default_factory=dict)  # noun of a document -> who issued the first one
    by_place: dict[int, list[Group]] = field(default_factory=dict)  # head of a mention -> its groups

    def assign(self, attribution: Attribution, first: int, end: int) -> None:
        """File ``attribution``, whose source stands in the tokens from ``first`` to before ``end``."""
        mention = read_mention(self.scope, first, end)
        if mention is None:
            return
        for each in mention.members or (mention,):
            member = self._antecedent(each.head) or each if each.noun in self.scope.words.relative else each
            for group in self.by_place.get(member.head, ()):
                if attribution not in group.attributions[-1:]:
                    group.attributions.append(attribution)
            if member.head not in self.by_place:
                self.by_place[member.head] = list(self._groups(member, attribution))
                for group in self.by_place[member.head]:
                    self._file(group, member, attribution)

    def _file(self, group: Group, mention: Mention, attribution: Attribution) -> None:
        if not group.mentions:
            self.found.append(group)
        group.add(mention, attribution)
        if mention.form == "description" and group.figure is None:
            self.by_noun[mention.noun] = group
        self.recent.append(group)

    def _groups(self, mention: Mention, attribution: Attribution) -> Sequence[Group]:
        if mention.form == "pronoun":
            return self._pronoun(mention, attribution)
        if mention.form == "name" and mention.name is not None:
            return [self._name(mention, mention.name)]
        if self._is_false_friend(mention) or mention.noun_class == "thing":
            return []
        if mention.noun_class in ("document", "poll"):
            return [self._document(mention)]
        if mention.noun_class in ("organization", "media"):
            return [self._body(mention, attribution)]
        return self._people(mention, attribution)

    def _is_false_friend(self, mention: Mention) -> bool:
        reading = self.scope.reading
        said = reading.said(mention.first, mention.end)
        match = self.scope.words.false_friends.search(said)
        return match is not None and reading.words[mention.head].lower() in match.group().lower()

    def _same_owner(self, one: Mention, other: Mention) -> bool:
        """Whether both phrases name the same people and bodies, or one of them nobody."""
        mine, theirs = (
            {id(figure) for name in each.owners if (figure := self.scope.cast.figure_of.get(name))} for each in (one, other)
        )
        return not mine or not theirs or bool(mine & theirs)

    # names

    def _name(self, mention: Mention, name: Name) -> Group:
        if name.label != PERSON and mention.noun_class in ("document", "poll"):
            return self._document(mention)
        figure = self.scope.cast.figure_of[name]
        rivals = self.scope.cast.rivals_of.get(name, ())
        if rivals:
            return Group(kinds.PERSON, candidates=tuple(rival.name for rival in rivals))
        return self._of_figure(figure)

    def _of_figure(self, figure: Figure) -> Group:
        group = self.by_figure.get(id(figure))
        if group is None:
            kind = kinds.PERSON if figure.label in (PERSON, UNKNOWN) else kinds.ORGANIZATION
            group = Group(kind, figure=figure, name=figure.name, sex=figure.sex)
            self.by_figure[id(figure)] = group
        return group

    def _of_target(self, target: Target) -> Group:
        return target if isinstance(target, Group) else self._of_figure(target)

    # pronouns

    def _pronoun(self, mention: Mention, attribution: Attribution) -> Sequence[Group]:
        pronoun = self.scope.words.pronouns.get(mention.noun)
        return self._meant(mention.head, pronoun, attribution) if pronoun is not None else []

    def _meant(self, i: int, pronoun: Pronoun, attribution: Attribution) -> Sequence[Group]:
        ranked = self.salience.rank(i, self.recent, attribution, lambda target: _fits(target, pronoun))
        phrase = self._phrase_before(i, pronoun) if kinds.GROUP in pronoun.kinds or kinds.DOCUMENT in pronoun.kinds else None
        if phrase is not None and (not ranked or self.salience.place(phrase.head, i) > ranked[0].weight):
            return self._groups(phrase, attribution)
        if pronoun.number == "plural":
            ranked = [each for each in ranked if isinstance(each.target, Group) and each.target.is_plural] or ranked
        if not ranked:
            return []
        if len(ranked) > 1 and ranked[0].weight - ranked[1].weight < self.salience.weights["open"] and all(
            isinstance(each.target, Figure) for each in ranked[:2]
        ):
            return [Group(kinds.PERSON, candidates=tuple(_name_of(each.target) for each in ranked[:2]))]
        return [self._of_target(ranked[0].target)]

    def _phrase_before(self, i: int, pronoun: Pronoun) -> Mention | None:
        """The nearest subject that is no name and may be meant: "The pilots met. They said ..."."""
        reading, words = self.scope.reading, self.scope.words
        wanted = PLURAL_TAGS if pronoun.number == "plural" else NOUN_TAGS - PLURAL_TAGS
        sentence = reading.sentences[i]
        for j in range(i - 1, max(-1, i - 70), -1):
            if sentence - reading.sentences[j] > 2:
                return None
            if reading.subjects[j] and reading.tags[j] in wanted and words.kind_of(reading.lemmas[j]) in pronoun.kinds:
                phrase = read_mention(self.scope, _start_of_phrase(reading.tags, j), j + 1)
                if phrase is not None and phrase.form == "description" and not phrase.members:
                    return phrase
        return None

    def _antecedent(self, i: int) -> Mention | None:
        """The noun phrase that a relative pronoun hangs on: a name, or the noun that the tree or the order says."""
        reading, cast = self.scope.reading, self.scope.cast
        j = i - 1
        while j > 0 and (reading.words[j] in COMMAS or reading.tags[j] in ("CD", "CC", "-RRB-")):
            j -= 1
        noun = self._noun_of_clause(i)
        if noun is None or noun < j - 12:
            noun = next((k for k in range(j, max(-1, j - 12), -1) if reading.tags[k] in NOUN_TAGS), None)
        for name in reversed(cast.names_before(i, 3)):
            if name.end == j + 1 or noun is not None and name.first <= noun < name.end:
                return read_mention(self.scope, name.first, name.end)
        if noun is None:
            return None
        bearer = self._described(noun)
        if bearer is not None:
            return read_mention(self.scope, bearer.first, bearer.end)
        return read_mention(self.scope, _start_of_phrase(reading.tags, noun), i)

    def _noun_of_clause(self, i: int) -> int | None:
        """What the tree hangs the relative clause on."""
        reading = self.scope.reading
        verb = reading.heads[i]
        for _ in range(3):
            if reading.relations[verb] in ("acl:relcl", "relcl", "acl") and reading.heads[verb] < i:
                return reading.heads[verb]
            verb = reading.heads[verb]
        return None

    def _described(self, noun: int) -> Name | None:
        """The name to which the description with this noun belongs."""
        for name in reversed(self.scope.cast.names_before(noun, 3)):
            figure = self.scope.cast.figure_of[name]
            if any(first <= noun < end for first, end in (*figure.titles, *figure.relations)):
                return name
        return None

    # descriptions

    def _document(self, mention: Mention) -> Group:
        known = self.by_noun.get(mention.noun)
        if known is not None and known.kind == kinds.DOCUMENT and not known.name and mention.owners and not known.mentions[0].owners:
            known.name = self._document_name(mention)
            return known
        if known is not None and known.kind == kinds.DOCUMENT and mention.determiner in ("definite", "none") and (
            not mention.owners or not known.mentions[0].owners or self._same_owner(mention, known.mentions[0])
        ):
            return known
        name = self._document_name(mention)
        body = next((self.scope.cast.figure_of.get(n) for n in mention.owners), None)
        if body is None and mention.determiner == "definite":
            if known is None and mention.noun in self.scope.words.papers and (last := self._last_paper()) is not None:
                return last
            body = self.publishers.get(mention.noun)
        return Group(kinds.DOCUMENT, name=name, body=body, body_name=body.name if body else None)

    def _last_paper(self) -> Group | None:
        papers = self.scope.words.papers
        return next((g for g in reversed(self.recent[-6:]) if g.kind == kinds.DOCUMENT and g.nouns & papers), None)

    def _document_name(self, mention: Mention) -> str | None:
        reading = self.scope.reading
        if mention.name is not None:
            return mention.name.text
        if mention.noun_class == "poll" and mention.owners:
            first = mention.owners[0]
            return reading.said(first.first, mention.head + 1) if first.first < mention.head else first.text
        return None

    def _body(self, mention: Mention, attribution: Attribution) -> Group:
        """An institution that is described: the campaign of somebody, or one that was named before."""
        words = self.scope.words
        if mention.noun in words.owned:
            owner = self._owner(mention, attribution)
            key = (mention.noun, owner.name if owner else "")
            if owner is None and mention.determiner in ("definite", "none"):
                known = self.by_noun.get(mention.noun)
                if known is not None and known.kind == kinds.ORGANIZATION:
                    return known
            if owner is not None:
                group = self.owned.get(key)
                if group is None:
                    group = Group(kinds.ORGANIZATION, name=f"{owner.parts[-1]} {mention.noun}", body=owner)
                    self.owned[key] = group
                return group
        if mention.determiner == "definite" and not mention.is_plural:
            figure = self._named_body(mention, attribution)
            if figure is not None:
                return self._of_figure(figure)
        known = self.by_noun.get(mention.noun)
        if known is not None and known.kind == kinds.ORGANIZATION and mention.determiner in ("definite", "none"):
            return known
        group = Group(kinds.ORGANIZATION)
        if mention.determiner in ("definite", "none") and not mention.is_plural and mention.noun_class != "media":
            group.name = self._wording(mention)
        elif mention.owners and not mention.is_plural:
            owner_name = mention.owners[0]
            group.body = self.scope.cast.figure_of.get(owner_name)
            group.name = self.scope.reading.said(mention.owners[0].first, mention.head + 1) if (
                owner_name.first < mention.head and mention.determiner in ("definite", "possessive", "none")) else None
        return group

    def _wording(self, mention: Mention) -> str:
        """The words of a description without its determiner."""
        first = mention.first
        while first < mention.head and self.scope.reading.lower[first] in self.scope.words.definite:
            first += 1
        return self.scope.reading.said(first, mention.end)

    def _owner(self, mention: Mention, attribution: Attribution) -> Figure | None:
        cast = self.scope.cast
        for name in mention.owners:
            if figure := cast.figure_of.get(name):
                return figure
        if mention.owner_pronoun is not None:
            pronoun = self.scope.words.pronouns.get(self.scope.reading.lower[mention.owner_pronoun])
            if pronoun is not None:
                found = self._meant(mention.owner_pronoun, pronoun, attribution)
                return found[0].figure if found else None
        return None

    def _named_body(self, mention: Mention, attribution: Attribution) -> Figure | None:
        """The institution before this place whose name ends in the noun, or else the one spoken of."""
        noun = mention.noun
        alike = self._named_like(noun, mention.first)
        if alike is not None:
            return alike
        ranked = self.salience.rank(
            mention.first, self.recent, attribution,
            lambda target: isinstance(target, Figure) and (target.label == ORGANIZATION or target.label == PLACE and noun in (
                "country", "city", "state", "government", "nation", "town")),
        )
        return ranked[0].target if ranked and isinstance(ranked[0].target, Figure) else None

    def _named_like(self, noun: str, before: int) -> Figure | None:
        """The institution named last whose name ends in ``noun``."""
        cast, reading = self.scope.cast, self.scope.reading
        for name in reversed(cast.names_before(before, 80)):
            if name.label != PERSON and reading.lemmas[name.end - 1] in (noun, f"{noun}s"):
                return cast.figure_of.get(name)
        return None

    def _people(self, mention: Mention, attribution: Attribution) -> Sequence[Group]:
        both = self._both(mention)
        if both:
            return both
        if mention.determiner in ("definite", "none", "possessive") and not mention.is_plural and not mention.is_part:
            figure = self._titled(mention, attribution)
            if figure is not None:
                return [self._of_figure(figure)]
        known = self._known(mention)
        return [known if known is not None else self._unnamed(mention, attribution)]

    def _both(self, mention: Mention) -> Sequence[Group]:
        """"Both men", "the two senators": the two named persons who spoke last."""
        if mention.count != 2 or mention.determiner not in ("definite", "none", "indefinite") or mention.noun_class != "people":
            return []
        if self.scope.reading.lower[mention.first] not in ("both", "the", "these", "those"):
            return []
        sex = self.scope.words.sex_of_noun.get(mention.noun)
        seen: list[Group] = []
        for group in reversed(self.recent[-12:]):
            if group.figure is not None and group.kind == kinds.PERSON and group not in seen and (
                sex is None or group.sex in (sex, None)
            ):
                seen.append(group)
        return seen[1::-1] if len(seen) > 1 else []

    def _titled(self, mention: Mention, attribution: Attribution) -> Figure | None:
        """The named person who holds the office or bears the epithet."""
        words, noun = self.scope.words, mention.noun
        if mention.determiner == "none" and not self.scope.reading.words[mention.first][0].isupper():
            return None
        sex = words.sex_of_noun.get(noun)
        names = frozenset(words.names_of_office(noun))

        def holds(target: Target) -> bool:
            return isinstance(target, Figure) and target.label == PERSON and bool(names & target.title_nouns)

        holders = self._agreeing(mention, [figure for figure in self.scope.cast.figures if holds(figure)])
        if holders:
            ranked = self.salience.rank(mention.first, self.recent, attribution, lambda target: target in holders)
            if ranked and isinstance(ranked[0].target, Figure):
                return ranked[0].target
            if noun not in self.by_noun:
                return max(holders, key=lambda figure: len(figure.names))
        if mention.determiner == "possessive":
            return None
        if noun not in words.epithets or noun in self.by_noun:
            return None
        ranked = self.salience.rank(
            mention.first, self.recent, attribution,
            lambda target: isinstance(target, Figure) and target.label == PERSON and (
                sex is None or target.sex in (sex, None)),
        )
        return ranked[0].target if ranked and isinstance(ranked[0].target, Figure) else None

    def _agreeing(self, mention: Mention, holders: Sequence[Figure]) -> list[Figure]:
        """Those whose titles share most of the words before the noun: party, country, institution."""
        reading = self.scope.reading
        words = self.scope.words
        before = {words.same_words.get(reading.lower[i], reading.lower[i]) for i in range(mention.first, mention.head)}
        before -= words.definite
        sides = {word for word in before if words.dimension_of.get(word) in ("side", "nationality")}
        titles = [self._title_words(figure) for figure in holders]
        open_ = [
            (figure, len(before & own)) for figure, own in zip(holders, titles, strict=True)
            if not sides or sides & own or not any(words.dimension_of.get(w) in ("side", "nationality") for w in own)
        ]
        best = max((n for _, n in open_), default=0)
        return [figure for figure, n in open_ if n == best]

    def _title_words(self, figure: Figure) -> set[str]:
        reading = self.scope.reading
        same = self.scope.words.same_words
        found = {reading.lower[i] for first, end in (*figure.titles, *figure.relations) for i in range(first, end)}
        found |= {word.lower() for each in figure.affiliations for word in each.split()}
        return {same.get(word, word) for word in found}

    def _known(self, mention: Mention) -> Group | None:
        """The unnamed source that the description comes back to."""
        if mention.determiner == "another":
            return None
        known = self.by_noun.get(mention.noun)
        if known is not None and known.figure is None and known.kind in (kinds.PERSON, kinds.GROUP):
            if mention.determiner == "definite" or mention.is_part:
                return known
            if mention.is_plural and known.is_plural and (not mention.owners or self._same_owner(mention, known.mentions[0])):
                return known
        if mention.determiner == "definite" and mention.noun in ANYBODY and not mention.is_plural:
            for group in reversed(self.recent[-4:]):
                if group.figure is None and group.kind == kinds.PERSON and not group.is_plural and not group.candidates:
                    return group
        return None

    def _unnamed(self, mention: Mention, attribution: Attribution) -> Group:
        kind = kinds.GROUP if mention.is_plural else kinds.PERSON
        if mention.noun_class == "authority":
            kind = kinds.ORGANIZATION
        group = Group(kind, sex=self.scope.words.sex_of_noun.get(mention.noun))
        if mention.noun_class == "authority":
            group.name = self._force(mention)
        body = self._body_of(mention, attribution)
        if body is not None:
            group.body, group.body_name = body.figure or body.body, body.name
            group.is_owned = body.figure is None
        if mention.noun_class == "spokesperson" and body is not None and body.kind == kinds.ORGANIZATION and body.name:
            return body
        return group

    def _force(self, mention: Mention) -> str | None:
        """The police of a place, where the article names it anywhere: "Norvik police"."""
        reading = self.scope.reading
        for name in self.scope.cast.names:
            if name.label != PERSON and name.end < len(reading) and reading.lemmas[name.end] == mention.noun:
                return reading.said(name.first, name.end + 1)
        return None

    def _body_of(self, mention: Mention, attribution: Attribution) -> Group | None:
        """The institution that an unnamed person belongs to: "a campaign official", "an aide to Brandt"."""
        cast, reading, words = self.scope.cast, self.scope.reading, self.scope.words
        for i in range(mention.head - 1, mention.first - 1, -1):
            if reading.tags[i] not in NOUN_TAGS:
                continue
            if reading.lemmas[i] in words.owned:
                inner = read_mention(self.scope, mention.first, i + 1)
                if inner is not None and inner.form == "description":
                    return self._body(inner, attribution)
            elif reading.tags[i] == "NN" and words.class_of.get(reading.lemmas[i]) == "organization" and not mention.owners:
                figure = self._named_like(reading.lemmas[i], mention.first)
                return self._of_figure(figure) if figure is not None else None
        for name in mention.owners:
            if figure := cast.figure_of.get(name):
                return self._of_figure(figure)
        at = mention.head + 1
        if at < mention.whole_end and reading.lower[at] in OFFICIAL_PREPOSITIONS:
            inner = read_mention(self.scope, at + 1, mention.whole_end)
            if inner is not None and inner.noun_class in ("organization", "media") and inner.form == "description":
                return self._body(inner, attribution)
        return None


def find_publishers(scope: Scope) -> dict[str, Figure]:
    """Noun of a document -> the institution beside it where it is first mentioned: "a report by Harbor Watch"."""
    reading, words = scope.reading, scope.words
    found: dict[str, Figure] = {}
    for name in scope.cast.names:
        if name.label != ORGANIZATION:
            continue
        at = name.first - 1 - (name.first > 1 and reading.lower[name.first - 1] == "the")
        if at > 0 and reading.lower[at] in ("by", "from", "of") and words.noun_class(reading.lemmas[at - 1]) in ("document", "poll"):
            found.setdefault(reading.lemmas[at - 1], scope.cast.figure_of[name])
        for i in range(name.end, min(name.end + 3, len(reading))):
            if reading.tags[i] in NOUN_TAGS and words.noun_class(reading.lemmas[i]) in ("document", "poll"):
                found.setdefault(reading.lemmas[i], scope.cast.figure_of[name])
            if reading.tags[i] not in NOUN_TAGS and reading.tags[i] not in ("POS", "JJ"):
                break
    return found


def _fits(target: Target, pronoun: Pronoun) -> bool:
    if isinstance(target, Figure):
        kind = kinds.PERSON if target.label == PERSON else kinds.ORGANIZATION
        if target.label in (OTHER, UNKNOWN) or pronoun.number == "plural" and target.label != ORGANIZATION:
            return False
        return kind in pronoun.kinds and (pronoun.sex is None or target.sex in (pronoun.sex, None))
    if target.kind not in pronoun.kinds or target.candidates:
        return False
    if pronoun.number == "plural":
        return target.is_plural or target.kind == kinds.ORGANIZATION
    return not (target.is_plural and target.kind != kinds.DOCUMENT) and target.sex in (pronoun.sex, None) or target.sex is None


def _name_of(target: Target) -> str:
    return (target.name or "") if isinstance(target, Figure) else target.name or "?"


def _start_of_phrase(tags: Sequence[str], noun: int) -> int:
    i = noun
    while i > 0 and noun - i < 10 and tags[i - 1] in ("DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS",
                                                     "HYPH", "VBN", "VBG", "PDT"):
        i -= 1
    return i
