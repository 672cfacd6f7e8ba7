"""What may stand in a configuration file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf

from quotecheck.config.setting import Value
from quotecheck.records import Severity

ENGINES = HYBRID, RULES = "hybrid", "rules"
NEVER, ON, OFF, AUTO = "never", "on", "off", "auto"
LEVELS = tuple(each.value for each in Severity)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value must be, in words and as a test."""

    words: str
    fits: Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what it is for, what it must be, what it is where nobody says so (``None``: nothing)."""

    about: str
    kind: Kind
    default: Value | None = None
    for_paths: bool = False  # whether it may also stand below [[paths]]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < inf  # nor "nan"


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _one_of(*words: str) -> Kind:
    return Kind(f"must be one of {', '.join(words)}", lambda value: value in words)


TEXT = Kind("must be text in quotation marks", lambda value: isinstance(value, str))
FLAG_OR_TEXT = Kind("must be true, false, or a folder in quotation marks", lambda value: isinstance(value, bool | str))
FLAG = Kind("must be true or false", lambda value: isinstance(value, bool))
NUMBER = Kind("must be a number", _is_number)
SHARE = Kind("must be a number from 0 to 1", lambda value: _is_number(value) and 0 <= value <= 1)  # type: ignore[operator]
PROCESSES = Kind(
    f'must be a whole number, or "{AUTO}"',
    lambda value: value == AUTO or (_is_whole(value) and value >= 0),  # type: ignore[operator]
)
TEXTS = Kind(
    "must be a list of texts, [...]",
    lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
)
PATTERNS = Kind("must be a pattern or a list of patterns", lambda value: TEXT.fits(value) or TEXTS.fits(value))
RULE_LEVEL = _one_of(ON, OFF, *LEVELS)

KEYS: Mapping[str, Key] = {
    "pack": Key("the rules that apply: a name in rules/packs", TEXT, "default", for_paths=True),
    "rules": Key("folders of house rules, relative to this file", TEXTS, ()),
    "fail-on": Key("the severity from which on findings make the run fail", _one_of(*LEVELS, NEVER), "error"),
    "report-level": Key("the severity from which on findings are shown; others do not count", _one_of(*LEVELS), "info"),
    "min-confidence": Key("findings of less certain rules are left out", SHARE, 0.0, for_paths=True),
    "engine": Key("how attributions are found", _one_of(*ENGINES), HYBRID),
    "model": Key("another spaCy pipeline: its name, or its folder relative to this file", TEXT),
    "jobs": Key("processes that read articles side by side", PROCESSES, 1),
    "baseline": Key(
        "the file of findings that are known, relative to this file; else .quotecheck-baseline.json beside it", TEXT
    ),
    "require-reason": Key("whether comments that silence findings must say why", FLAG, False),
    "cache": Key("whether readings are kept, or the folder for them, relative to this file", FLAG_OR_TEXT, True),
    "exclude": Key("articles that are left out, as in .gitignore", TEXTS, ()),
}
SEVERITY, SETTINGS, LIMIT, PATHS, MATCH = "severity", "settings", "limits", "paths", "match"
BOUNDS = ("max-", "min-")
TABLES = (SEVERITY, SETTINGS, LIMIT)
TOP = (*KEYS, *TABLES, PATHS)
BELOW_PATHS = (MATCH, *(name for name, key in KEYS.items() if key.for_paths), *TABLES)
