"""One rule as its card in ``rules/checks/`` has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.errors import RuleError
from quotecheck.findings.condition import ALWAYS, NEVER, Condition, read_condition
from quotecheck.findings.facts import FACTS
from quotecheck.findings.functions import FOUND, FUNCTIONS
from quotecheck.findings.policies import POLICIES, Policy, policies_of
from quotecheck.findings.subject import SUBJECTS, WORDING
from quotecheck.records import RuleCard, Severity
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.block import Block, unknown_word
from quotecheck.rulebook.examples import Examples, read_examples
from quotecheck.rulebook.wordings import WordIndex, index_of_list, index_of_phrases

FOLDER = "checks/"
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
SEVERITIES = tuple(each.value for each in Severity)
PLACES = ("subject", "source", "cue", "content", "statement")
REQUIRED = ("title", "about", "severity", "message", "why", "advice", "examples")
OPTIONAL = ("id", "backing", "where", "unless", "find", "function", "at", "settings", "precision", "confidence", "note")


@dataclass(frozen=True, slots=True)
class Precision:
    """How often the rule was right when people read what it found."""

    right: int
    read: int
    corpus: str  # which articles

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.read


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """A rule: what it looks at, when it speaks, what it says, and who asks for it."""

    id: str
    group: str  # the folder of the card
    title: str
    about: str  # one of SUBJECTS
    severity: Severity
    message: str
    why: str
    advice: str
    backing: tuple[Policy, ...]
    where: Condition
    unless: Condition
    find: WordIndex | None  # for rules about wordings
    function: str | None
    at: str  # one of PLACES: where the finding stands
    settings: Mapping[str, float]
    precision: Precision | None
    confidence: float
    note: str | None  # how it errs
    examples: Examples
    path: str
    line: int

    def shown(self, severity: Severity) -> RuleCard:
        """What reports tell of the rule."""
        return RuleCard(
            id=self.id,
            title=self.title,
            severity=severity,
            why=self.why,
            advice=self.advice,
            references=tuple(policy.shown for policy in self.backing),
            precision=self.precision.share if self.precision else None,
        )


@cache
def read_cards(rulebook: Rulebook) -> Mapping[str, Card]:
    """All rules by id, in the order of their names; raises RuleError with path, line and what is allowed."""
    cards: dict[str, Card] = {}
    for path in sorted(rulebook.documents):
        if path.startswith(FOLDER):
            card = read_card(rulebook.documents[path], path, rulebook)
            if card.id in cards:
                first = cards[card.id]
                raise RuleError(card.path, card.line, f"there are two rules '{card.id}'; the other is {first.path}")
            cards[card.id] = card
    return dict(sorted(cards.items()))


def read_card(block: Block, path: str, rulebook: Rulebook) -> Card:
    """The card in the file at ``path`` below the rules; raises RuleError."""
    block.expect_keys(required=REQUIRED, optional=OPTIONAL)
    about = _one_of(block, "about", SUBJECTS)
    function = _one_of(block, "function", tuple(FUNCTIONS)) if "function" in block else None
    settings = _numbers(block)
    found = FOUND.get(function, ()) if function else ()
    card_id = _id(block, path)

    def condition(key: str, absent: Condition) -> Condition:
        return read_condition(block, key, absent=absent, known=found, settings=tuple(settings), rulebook=rulebook)

    if about == WORDING and "find" not in block and function is None:
        raise block.error("a rule about wordings needs 'find' (phrases, or a word list) or a 'function'")
    if "find" in block and about != WORDING:
        raise block.error("'find' is for rules about wordings: say 'about: wording'", "find")
    precision = _precision(block)
    return Card(
        id=card_id,
        group=path.removeprefix(FOLDER).rpartition("/")[0],
        title=block.text("title"),
        about=about,
        severity=Severity(_one_of(block, "severity", SEVERITIES)),
        message=_message(block, found, settings),
        why=" ".join(block.text("why").split()),
        advice=" ".join(block.text("advice").split()),
        backing=_backing(block, rulebook),
        where=condition("where", ALWAYS),
        unless=condition("unless", NEVER),
        find=_phrases(block, rulebook) if "find" in block else None,
        function=function,
        at=_one_of(block, "at", PLACES) if "at" in block else PLACES[0],
        settings=settings,
        precision=precision,
        confidence=_confidence(block, precision),
        note=" ".join(block.text("note").split()) if "note" in block else None,
        examples=_examples(block),
        path=block.path,
        line=block.line,
    )


def _id(block: Block, path: str) -> str:
    """The name of the file, which an ``id`` may only repeat."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    if block.get("id", name) != name:
        raise block.error(f"the id must be the name of the file, '{name}'", "id")
    if not ID.fullmatch(name):
        raise block.error(f"'{name}' is no name for a rule; allowed are small letters, digits and hyphens")
    return name


def _one_of(block: Block, key: str, allowed: tuple[str, ...]) -> str:
    word = block.text(key)
    if word not in allowed:
        raise block.error(unknown_word(f"word for '{key}'", word, allowed), key)
    return word


def _numbers(block: Block) -> dict[str, float]:
    if "settings" not in block:
        return {}
    settings = block.block("settings")
    return {name: settings.number(name) for name in settings}


def _message(block: Block, found: tuple[str, ...], settings: Mapping[str, float]) -> str:
    message = " ".join(block.text("message").split())
    for name in PLACEHOLDER.findall(message):
        if name not in FACTS and name not in found and name not in settings:
            raise block.error(unknown_word("fact", name, (*FACTS, *found, *settings)), "message")
    return message


def _phrases(block: Block, rulebook: Rulebook) -> WordIndex:
    if isinstance(block["find"], tuple):
        return index_of_phrases(block.texts("find"))
    name = block.text("find")
    if name not in rulebook.lexicons:
        raise block.error(unknown_word("word list", name, tuple(rulebook.lexicons)), "find")
    return index_of_list(name, rulebook)


def _backing(block: Block, rulebook: Rulebook) -> tuple[Policy, ...]:
    policies = policies_of(rulebook)
    for nth, name in enumerate(block.texts("backing")):
        if name not in policies:
            hint = unknown_word("policy", name, tuple(policies))
            raise block.error(f"{hint} (they are listed in {POLICIES})", "backing", nth)
    return tuple(policies[name] for name in block.texts("backing"))


def _precision(block: Block) -> Precision | None:
    if "precision" not in block:
        return None
    measured = block.block("precision")
    measured.expect_keys(required=("right", "read", "corpus"))
    right, read = measured.number("right"), measured.number("read")
    if not 0 <= right <= read or read < 1:
        raise measured.error("'right' must lie between 0 and 'read', and 'read' be 1 or more")
    return Precision(int(right), int(read), measured.text("corpus"))


def _confidence(block: Block, precision: Precision | None) -> float:
    """The measured precision; an estimate only where the rule was never seen at work."""
    if precision is None:
        confidence = block.number("confidence")
        if not 0 <= confidence <= 1:
            raise block.error("'confidence' must lie between 0 and 1", "confidence")
        return confidence
    if "confidence" in block:
        raise block.error("'confidence' follows from 'precision'; leave it out", "confidence")
    return round(precision.share, 3)


def _examples(block: Block) -> Examples:
    examples = read_examples(block)
    if not examples.flag or not examples.passes:
        raise block.error("a rule needs examples that it must flag and examples that it must let pass", "examples")
    return examples
