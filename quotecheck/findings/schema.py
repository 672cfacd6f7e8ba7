"""The card format as a JSON Schema, so that editors complete keys, facts and policies while a rule is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quotecheck.findings.card import OPTIONAL, PLACES, REQUIRED, SEVERITIES
from quotecheck.findings.condition import COMPARISONS, WORDS
from quotecheck.findings.facts import FACTS
from quotecheck.findings.functions import FOUND, FUNCTIONS
from quotecheck.findings.policies import policies_of
from quotecheck.findings.subject import SUBJECTS
from quotecheck.rulebook import Rulebook

Schema = dict[str, Any]
TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
DESCRIPTIONS = {
    "title": "the rule in a few words",
    "about": "what the rule looks at, one finding each",
    "severity": "error asks for a measured precision of 95 %, a place in the default pack for 80 %",
    "message": "one sentence on this article; {fact} stands for what the fact says",
    "why": "why readers are owed it",
    "advice": "what to do about it",
    "backing": "the published policies that ask for it, as policies.yaml lists them",
    "where": "what must hold: facts and tests, or a list of such groups of which one must hold",
    "unless": "what exempts, written like where",
    "find": "phrases, or the name of a word list, for rules about wordings",
    "function": "code that looks for what conditions cannot say",
    "at": "where the finding stands",
    "settings": "numbers that a newsroom may change, for conditions and functions",
    "precision": "how often the rule was right when people read what it found",
    "confidence": "an estimate from 0 to 1, only for a rule that has no measured precision",
    "note": "how the rule errs",
    "examples": "sentences that the rule must flag, must let pass, and cannot yet judge",
    "id": "the name of the file, if it is repeated at all",
}


def card_schema(rulebook: Rulebook) -> Schema:
    """A JSON Schema (2020-12) of the files in ``checks/``."""
    facts = sorted({*FACTS, *(fact for found in FOUND.values() for fact in found)})
    keys: Schema = {
        "id": TEXT,
        "title": TEXT,
        "about": {"enum": list(SUBJECTS)},
        "severity": {"enum": list(SEVERITIES)},
        "message": TEXT,
        "why": TEXT,
        "advice": TEXT,
        "backing": {"type": "array", "items": {"enum": list(policies_of(rulebook))}, "uniqueItems": True},
        "where": {"$ref": "#/$defs/condition"},
        "unless": {"$ref": "#/$defs/condition"},
        "find": {"oneOf": [TEXTS, _names(rulebook.lexicons)]},
        "function": {"enum": sorted(FUNCTIONS)},
        "at": {"enum": list(PLACES)},
        "settings": {"type": "object", "additionalProperties": {"type": "number"}},
        "precision": _object({"right": _count(0), "read": _count(1), "corpus": TEXT}, ("right", "read", "corpus")),
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        "note": TEXT,
        "examples": _object({"flag": TEXTS, "pass": TEXTS, "todo": TEXTS}, ("flag", "pass")),
    }
    described = {name: {"description": DESCRIPTIONS[name], **keys[name]} for name in (*REQUIRED, *OPTIONAL)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of quotecheck",
        **_object(described, REQUIRED),
        "$defs": {
            "condition": {"oneOf": [{"$ref": "#/$defs/group"}, {"type": "array", "items": {"$ref": "#/$defs/group"}}]},
            "group": _object({name: {"$ref": "#/$defs/test"} for name in facts}),
            "test": {"oneOf": [SCALAR, {"type": "array", "items": SCALAR}, {"$ref": "#/$defs/comparisons"}]},
            "comparisons": _object(
                {
                    "present": {"type": "boolean"},
                    **{how: {"type": ["number", "string"]} for how in COMPARISONS},
                    **{how: {"oneOf": [TEXTS, _names(rulebook.lexicons)]} for how in WORDS},
                }
            ),
        },
    }


def _object(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _names(names: Iterable[str]) -> Schema:
    return {"enum": sorted(names)}


def _count(least: int) -> Schema:
    return {"type": "integer", "minimum": least}
