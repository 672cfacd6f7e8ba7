"""What the word lists know about sources, looked up once a rulebook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.rulebook import Block, Rulebook
from quotecheck.rulebook.phrases import compile_phrases

SUFFIXES = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|man|woman|person|ee|ant)$")
CUES = ("cue-verbs", "cue-nouns")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun may stand for."""

    number: str  # singular or plural
    sex: str | None
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Nouns, names, titles and phrases of sources."""

    class_of: Mapping[str, str]
    kind_of_class: Mapping[str, str]
    owned: frozenset[str]
    voices: frozenset[str]
    counts: Mapping[str, int]
    written_out: Mapping[str, str]
    also_called: Mapping[str, tuple[str, ...]]
    relations: frozenset[str]
    epithets: frozenset[str]
    heads: frozenset[str]
    sole_offices: frozenset[str]
    no_title: frozenset[str]
    gatherings: frozenset[str]
    titled: frozenset[str]
    polities: frozenset[str]
    businesses: frozenset[str]
    no_businesses: frozenset[str]
    of_papers: frozenset[str]
    countries: frozenset[str]
    same_words: Mapping[str, str]
    ranks: frozenset[str]
    plurals: frozenset[str]
    respondents: frozenset[str]
    guarded: frozenset[str]
    passives: frozenset[str]
    hearsay: frozenset[str]
    cues: frozenset[str]  # first words of the cues of all lists
    undergone: frozenset[str]
    unwilling: frozenset[str]
    states: frozenset[str]
    tellers: frozenset[str]
    generic: frozenset[str]
    done_to_papers: Mapping[str, str]
    got: frozenset[str]
    messages: frozenset[str]
    papers: frozenset[str]
    anybody: frozenset[str]
    asks: frozenset[str]
    occasions: frozenset[str]
    on_occasion: frozenset[str]
    obtains: frozenset[str]
    silence: frozenset[str]
    dangers: frozenset[str]
    answers: frozenset[str]
    sex_of_noun: Mapping[str, str]
    sex_of_name: Mapping[str, str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    sex_of_honorific: Mapping[str, str]
    dimension_of: Mapping[str, str]
    pronouns: Mapping[str, Pronoun]
    relative: frozenset[str]
    first_person: frozenset[str]
    nobody: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    another: frozenset[str]
    false_friends: re.Pattern[str]
    signals: re.Pattern[str]
    reasons: re.Pattern[str]
    rote: re.Pattern[str]
    bases: re.Pattern[str]
    motives: re.Pattern[str]

    def noun_class(self, lemma: str) -> str:
        """The class of a noun, "unknown" where nothing tells; endings betray people."""
        known = self.class_of.get(lemma)
        if known is not None:
            return known
        return "people" if SUFFIXES.match(lemma) else "unknown"

    def kind_of(self, lemma: str) -> str:
        """What a source called so would be: person, group, organization, document or none."""
        kind = self.kind_of_class.get(self.noun_class(lemma), "none")
        return "group" if kind == "person" else kind

    def names_of_office(self, noun: str) -> tuple[str, ...]:
        """The noun, written out, and what else the holder of that office is called."""
        plain = noun.rstrip(".")
        full = self.written_out.get(plain, plain)
        last = full.split()[-1] if full in self.sole_offices else full
        return full, *((last,) if last != full else ()), *self.also_called.get(full, ())


@cache
def words_of(rulebook: Rulebook) -> Words:
    """The words of a rulebook; raises RuleError where a list is missing or broken."""
    nouns = rulebook.document("sources/nouns.yaml")
    pronouns = rulebook.document("sources/pronouns.yaml")
    honorifics = rulebook.lexicon("source-honorifics")
    papers = nouns.block("done_to_papers")
    classes = {block.text("class"): block for block in nouns.blocks("classes")}
    return Words(
        class_of=_class_of(rulebook, nouns),
        kind_of_class={name: block.text("kind") for name, block in classes.items()},
        owned=_set(nouns, "owned"),
        voices=_set(nouns, "voices"),
        counts={word: int(nouns.block("counts").number(word)) for word in nouns.block("counts")},
        written_out={word: nouns.block("written_out").text(word) for word in nouns.block("written_out")},
        also_called={word: nouns.block("also_called").texts(word) for word in nouns.block("also_called")},
        relations=_set(nouns, "relations"),
        epithets=_set(nouns, "epithets"),
        heads=_set(nouns, "heads"),
        sole_offices=_set(nouns, "sole_offices"),
        no_title=_set(nouns, "no_title"),
        gatherings=_set(nouns, "gatherings"),
        titled=_set(nouns, "titled"),
        polities=_set(nouns, "polities"),
        businesses=_set(nouns, "businesses"),
        no_businesses=_set(nouns, "no_businesses"),
        of_papers=_set(pronouns, "of_papers"),
        countries=_set(nouns, "countries"),
        same_words={word: nouns.block("same_words").text(word) for word in nouns.block("same_words")},
        ranks=_set(nouns, "ranks"),
        plurals=_set(nouns, "plurals"),
        respondents=_set(nouns, "respondents"),
        guarded=_set(nouns, "guarded"),
        passives=_set(nouns, "passives"),
        hearsay=_set(nouns, "hearsay"),
        cues=frozenset(word.split()[0] for name in CUES for word in rulebook.lexicon(name)),
        undergone=_set(nouns, "undergone"),
        unwilling=_set(nouns, "unwilling"),
        states=_set(nouns, "states"),
        tellers=_set(nouns, "tellers"),
        generic=_set(nouns, "generic"),
        done_to_papers={verb: part for part in papers for verb in papers.texts(part)},
        got=_set(nouns, "got"),
        messages=_set(nouns, "messages"),
        papers=_set(nouns, "papers"),
        anybody=_set(nouns, "anybody"),
        asks=_set(nouns, "asks"),
        occasions=frozenset(rulebook.lexicon("source-occasions")),
        on_occasion=_set(nouns, "on_occasion"),
        obtains=_set(nouns, "obtains"),
        silence=_set(nouns, "silence"),
        dangers=_set(nouns, "dangers"),
        answers=_set(nouns, "answers"),
        sex_of_noun={w: sex for sex in nouns.block("sexes") for w in nouns.block("sexes").texts(sex)},
        sex_of_name={w: str(e.fields["sex"]) for w, e in rulebook.lexicon("source-given-names").items()},
        honorifics=frozenset(honorifics),
        offices=frozenset(word.lower().rstrip(".") for word, e in honorifics.items() if e.fields["office"]),
        sex_of_honorific={w: str(e.fields["sex"]) for w, e in honorifics.items() if e.fields["sex"]},
        dimension_of={w.lower(): str(e.fields["dimension"]) for w, e in rulebook.lexicon("source-qualities").items()},
        pronouns=_pronouns(pronouns.block("pronouns")),
        relative=_set(pronouns, "relative"),
        first_person=_set(pronouns, "first_person"),
        nobody=_set(pronouns, "nobody"),
        definite=_set(pronouns, "definite"),
        indefinite=_set(pronouns, "indefinite"),
        another=_set(pronouns, "another"),
        false_friends=_phrases(rulebook, "source-false-friends"),
        signals=_phrases(rulebook, "source-anonymity-signals"),
        reasons=_phrases(rulebook, "source-anonymity-reasons"),
        rote=_phrases(rulebook, "source-anonymity-rote-reasons"),
        bases=_phrases(rulebook, "source-bases"),
        motives=_phrases(rulebook, "source-motives"),
    )


def _class_of(rulebook: Rulebook, nouns: Block) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in nouns.blocks("classes"):
        for word in rulebook.lexicon(block.text("lexicon")):
            found.setdefault(word, block.text("class"))
    return found


def _set(block: Block, key: str) -> frozenset[str]:
    return frozenset(block.texts(key))


def _phrases(rulebook: Rulebook, name: str) -> re.Pattern[str]:
    return compile_phrases(_longest_first(rulebook.lexicon(name)))


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _pronouns(block: Block) -> dict[str, Pronoun]:
    found = {}
    for word in block:
        entry = block.block(word)
        found[word] = Pronoun(entry.text("number"), entry.text("sex", "") or None, frozenset(entry.texts("for")))
    return found
