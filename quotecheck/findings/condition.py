"""Conditions of a rule: what must hold of the facts about a subject.

``where`` and ``unless`` are a mapping from facts to tests, all of which must hold, or a list of such mappings,
one of which must. A test is

- a value, or a list of values of which one must be met; ``null`` is met where there is nothing;
- a mapping of comparisons, all of which must hold: ``present: true``; ``below``, ``above``, ``at_least`` and
  ``at_most`` with a number or the name of a setting; ``has`` and ``lacks`` with phrases or the name of a word
  list, to be found anywhere in a text; ``in`` and ``not_in`` with the name of a word list that has the whole
  text as an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import ge, gt, le, lt
from typing import TypeAlias

from quotecheck.findings.facts import FACTS, WORDS_OF, fact
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.block import Block, Value, unknown_word
from quotecheck.rulebook.wordings import WordIndex, index_of_list, index_of_phrases

Settings: TypeAlias = Mapping[str, float]
COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {"below": lt, "above": gt, "at_least": ge, "at_most": le}
WORDS = ("has", "lacks", "in", "not_in")
TESTS = ("present", *COMPARISONS, *WORDS)


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison of one fact."""

    fact: str
    how: str  # "is", or one of TESTS
    values: tuple[Value, ...]

    def holds(self, view: View, subject: Subject, settings: Settings) -> bool:
        """Whether the fact passes."""
        found = fact(self.fact, view, subject)
        if self.how == "is":
            return any(_is(found, value) for value in self.values)
        value = self.values[0]
        if self.how == "present":
            return (found not in (None, "", ())) is value
        if self.how in COMPARISONS:
            limit = settings[value] if isinstance(value, str) else value
            return isinstance(found, int | float) and COMPARISONS[self.how](found, limit)  # type: ignore[arg-type]
        return self._about_words(found, view.rulebook)

    def _about_words(self, found: Fact, rulebook: Rulebook) -> bool:
        if isinstance(found, tuple):
            found = "; ".join(found)
        if self.how in ("in", "not_in"):
            listed = any(found in rulebook.lexicon(str(name)) for name in self.values)
            return listed is (self.how == "in")
        said = isinstance(found, str) and _index(self.values, rulebook).occurs_in(found)
        return said is (self.how == "has")


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of some groups of tests, each of which holds where all its tests do; without groups, it never holds."""

    groups: tuple[tuple[Test, ...], ...]

    def holds(self, view: View, subject: Subject, settings: Settings) -> bool:
        """Whether one group holds."""
        return any(all(test.holds(view, subject, settings) for test in group) for group in self.groups)


ALWAYS, NEVER = Condition(((),)), Condition(())


def read_condition(
    block: Block, key: str, *, absent: Condition, known: Sequence[str], settings: Sequence[str], rulebook: Rulebook
) -> Condition:
    """The condition under ``key``; raises RuleError with line and allowed words. ``known`` are further facts."""
    if key not in block:
        return absent
    groups = block.blocks(key) if isinstance(block[key], tuple) else (block.block(key),)
    return Condition(tuple(_read_group(group, (*FACTS, *known), settings, rulebook) for group in groups))


def _read_group(group: Block, known: Sequence[str], settings: Sequence[str], rulebook: Rulebook) -> tuple[Test, ...]:
    tests: list[Test] = []
    for name in group:
        if name not in known:
            raise group.error(unknown_word("fact", name, tuple(known)), name)
        value = group[name]
        if isinstance(value, Block):
            value.expect_keys(optional=TESTS)
            tests += [_read_test(value, name, how, settings, rulebook) for how in value]
        else:
            values = value if isinstance(value, tuple) else (value,)
            for word in values:
                if name in WORDS_OF and word is not None and word not in WORDS_OF[name]:
                    raise group.error(unknown_word(f"word for '{name}'", str(word), WORDS_OF[name]), name)
            tests.append(Test(name, "is", values))
    return tuple(tests)


def _read_test(block: Block, name: str, how: str, settings: Sequence[str], rulebook: Rulebook) -> Test:
    value = block[how]
    if how == "present" and not isinstance(value, bool):
        raise block.error("'present' must be true or false", how)
    if how in COMPARISONS and isinstance(value, str) and value not in settings:
        raise block.error(unknown_word("setting", value, tuple(settings)), how)
    if how in COMPARISONS and (isinstance(value, bool) or not isinstance(value, int | float | str)):
        raise block.error(f"'{how}' must be a number or the name of a setting", how)
    if how in WORDS:
        words = value if isinstance(value, tuple) else (value,)
        if not all(isinstance(word, str) for word in words):
            raise block.error(f"'{how}' must be the name of a word list, or a list of phrases", how)
        if not isinstance(value, tuple) and value not in rulebook.lexicons:
            raise block.error(unknown_word("word list", str(value), tuple(rulebook.lexicons)), how)
        return Test(name, how, words if isinstance(value, tuple) else (value,))
    return Test(name, how, (value,))


def _is(found: Fact, value: Value) -> bool:
    if isinstance(found, tuple):
        return value in found
    return found == value and isinstance(found, bool) == isinstance(value, bool)


@cache
def _index(values: tuple[str, ...], rulebook: Rulebook) -> WordIndex:
    """Phrases, or the one word list that is named."""
    if len(values) == 1 and values[0] in rulebook.lexicons:
        return index_of_list(values[0], rulebook)
    return index_of_phrases(values)
