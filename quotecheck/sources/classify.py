"""The six types, by the rules of ``rules/sources/types.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.records import SourceType
from quotecheck.rulebook import Block, Examples, Rulebook
from quotecheck.rulebook.examples import read_examples

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "name": ("given", "none"),
    "class": (),
    "number": ("singular", "plural"),
    "kind": ("person", "group", "organization", "document"),
    "signal": ("explicit", "none"),
    "basis": ("yes", "no"),
    "body": ("named", "none"),
    "voice": ("yes", "no"),
    "guarded": ("yes", "no"),
    "statement": ("yes", "no"),
    "example": ("named", "none"),
    "determiner": ("definite", "indefinite", "another", "possessive", "none"),
}


@dataclass(frozen=True, slots=True, eq=False)
class TypeRule:
    """One rule: the type of every source whose traits are among those of ``when``."""

    name: str
    when: Mapping[str, tuple[str, ...]]
    type: SourceType
    examples: Examples

    def holds(self, traits: Mapping[str, str]) -> bool:
        """Whether every condition is met."""
        return all(traits[key] in allowed for key, allowed in self.when.items())


@cache
def type_rules_of(rulebook: Rulebook) -> tuple[TypeRule, ...]:
    """The rules in their order; raises RuleError for an unknown trait, word or type."""
    return tuple(_rule(block) for block in rulebook.document("sources/types.yaml").blocks("rules"))


def classify(traits: Mapping[str, str], rules: tuple[TypeRule, ...]) -> SourceType:
    """The type of a source with these traits; what no rule catches is an unnamed person."""
    return next((rule.type for rule in rules if rule.holds(traits)), SourceType.UNNAMED_PERSON)


def _rule(block: Block) -> TypeRule:
    block.expect_keys(required=("id", "when", "type", "why"), optional=("examples",))
    when = block.block("when")
    when.expect_keys(optional=tuple(ALLOWED))
    for key in when:
        for word in when.texts(key):
            if ALLOWED[key] and word not in ALLOWED[key]:
                raise when.error(f"'{word}' is no '{key}'; allowed: {', '.join(ALLOWED[key])}", key)
    if block.text("type") not in list(SourceType):
        raise block.error(f"there is no type '{block.text('type')}'; there are: {', '.join(SourceType)}", "type")
    return TypeRule(
        name=block.text("id"),
        when={key: when.texts(key) for key in when},
        type=SourceType(block.text("type")),
        examples=read_examples(block),
    )
