"""Cards and packs as files: what is allowed, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from quotecheck.errors import QuotecheckError, RuleError
from quotecheck.findings import Choice, choose
from quotecheck.findings.card import read_cards
from quotecheck.findings.facts import FACTS
from quotecheck.findings.functions import FOUND, FUNCTIONS
from quotecheck.findings.packs import DEFAULT, read_packs
from quotecheck.findings.schema import card_schema
from quotecheck.records import Severity
from quotecheck.rulebook import Rulebook, load_rulebook
from quotecheck.rulebook.load import bundled_folder

CARD = """\
title: t
about: attribution
severity: warning
message: "{credited} {cue}"
why: w
advice: a
where: {cue: claim}
confidence: 0.5
examples: {flag: ["[[He claimed it]]."], pass: ["He said it."]}
"""


def rules(tmp_path: Path, **files: str) -> Rulebook:
    """The bundled rules and a folder of one's own; ``checks__x`` stands for checks/x.yaml."""
    for name, content in files.items():
        path = tmp_path / f"{name.replace('__', '/').replace('_', '-')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return load_rulebook(also=[tmp_path])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("about: attribution", "about: atribution", 2, "unknown word for 'about' 'atribution' (did you mean 'attr"),
        ("severity: warning", "severity: fatal", 3, "unknown word for 'severity' 'fatal'; allowed: error, warning"),
        ("{credited} {cue}", "{credited} {cues}", 4, "unknown fact 'cues' (did you mean 'cue'?)"),
        ("advice: a", "advise: a", 6, "unknown key 'advise' (did you mean 'advice'?)"),
        ("{cue: claim}", "{queue: claim}", 7, "unknown fact 'queue'"),
        (
            "{cue: claim}",
            "{type: anonymous}",
            7,
            "unknown word for 'type' 'anonymous' (did you mean 'anonymous_source'?)",
        ),
        ("{cue: claim}", "{kind: [direct, quoted]}", 7, "unknown word for 'kind' 'quoted'; allowed: direct, mixed"),
        ("{cue: claim}", "{cue: {inn: x}}", 7, "unknown key 'inn' (did you mean 'in'?)"),
        ("{cue: claim}", "{cue: {in: nowhere}}", 7, "unknown word list 'nowhere'"),
        ("{cue: claim}", "{words: {above: most}}", 7, "unknown setting 'most'"),
        ("{cue: claim}", "{words: {above: true}}", 7, "'above' must be a number or the name of a setting"),
        ("confidence: 0.5", "confidence: 2", 8, "'confidence' must lie between 0 and 1"),
        ("confidence: 0.5", "precision: {right: 3, read: 2, corpus: x}", 8, "'right' must lie between 0 and 'read'"),
        ("confidence: 0.5", "backing: [moon]\nconfidence: 1", 8, "unknown policy 'moon'"),
        ("confidence: 0.5", "find: [x]\nconfidence: 1", 8, "'find' is for rules about wordings"),
        ("confidence: 0.5", "function: magic\nconfidence: 1", 8, "unknown word for 'function' 'magic'"),
        (', pass: ["He said it."]', "", 9, "a rule needs examples that it must flag and examples"),
    ],
)
def test_broken_card_is_refused_with_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    assert old in CARD
    book = rules(tmp_path, checks__mine=CARD.replace(old, new))
    with pytest.raises(RuleError) as caught:
        read_cards(book)
    assert f"mine.yaml:{line}: " in str(caught.value)
    assert message in str(caught.value)


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    book = rules(tmp_path, checks__a__mine=CARD, checks__b__mine=CARD)
    with pytest.raises(RuleError, match=r"b/mine\.yaml:1: there are two rules 'mine'; the other is .*a/mine\.yaml"):
        read_cards(book)


def test_name_of_a_file_that_is_no_name_for_a_rule_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="'Mine' is no name for a rule"):
        read_cards(rules(tmp_path, checks__Mine=CARD))


def test_confidence_is_the_measured_precision(tmp_path: Path) -> None:
    measured = CARD.replace("confidence: 0.5", "precision: {right: 38, read: 40, corpus: letters}")
    assert read_cards(rules(tmp_path, checks__mine=measured))["mine"].confidence == 0.95


def test_pack_extends_and_changes_another(tmp_path: Path) -> None:
    pack = "description: d\nextends: [default]\nrules: {mine: error, late-speaker: {severity: info, sentences: 3}}"
    book = rules(tmp_path, checks__mine=CARD, packs__ours=pack)
    checks = {check.card.id: check for check in choose(book, "ours").rules}
    assert checks["mine"].severity is Severity.ERROR
    assert (checks["late-speaker"].severity, checks["late-speaker"].settings["sentences"]) == (Severity.INFO, 3)
    assert {check.card.id for check in choose(book).rules} <= checks.keys()


@pytest.mark.parametrize(
    ("pack", "message"),
    [
        ("description: d\nextends: [ours]\nrules: {}", "the pack 'ours' extends itself: ours > ours"),
        ("description: d\nextends: [theirs]\nrules: {}", "the pack '(ours|theirs)' extends itself: "),
        ("description: d\nextends: [other]\nrules: {}", "unknown pack 'other'"),
        ("description: d\nrules: {late-speker: on}", r"unknown rule 'late-speker' \(did you mean 'late-speaker'\?\)"),
        ("description: d\nrules: {late-speaker: of}", r"unknown word 'of' \(did you mean 'off'\?\)"),
        ("description: d\nrules: {late-speaker: {sentence: 3}}", "unknown key 'sentence'"),
    ],
)
def test_broken_pack_is_refused(tmp_path: Path, pack: str, message: str) -> None:
    theirs = "description: d\nextends: [ours]\nrules: {}"
    with pytest.raises(RuleError, match=message):
        read_packs(rules(tmp_path, packs__ours=pack, packs__theirs=theirs))


def test_choices_win_over_the_pack(rulebook: Rulebook) -> None:
    on = choose(rulebook, choices={"loaded-verb": Choice("error"), "late-speaker": Choice(None, {"sentences": 9})})
    severities = {check.card.id: check.severity for check in on.rules}
    assert severities["loaded-verb"] is Severity.ERROR
    first = choose(rulebook).rules[0].card.id
    assert first not in {check.card.id for check in choose(rulebook, choices={first: Choice("off")}).rules}


def test_settings_alone_turn_no_rule_on(rulebook: Rulebook) -> None:
    off = set(read_cards(rulebook)) - {check.card.id for check in choose(rulebook).rules}
    name = next(name for name in sorted(off) if read_cards(rulebook)[name].settings)
    setting = next(iter(read_cards(rulebook)[name].settings))
    chosen = choose(rulebook, choices={name: Choice(None, {setting: 7})})
    assert name not in {check.card.id for check in chosen.rules}


@pytest.mark.parametrize(
    ("pack", "choices", "message"),
    [
        ("defalt", {}, r"unknown pack 'defalt' \(did you mean 'default'\?\)"),
        (DEFAULT, {"late-speeker": Choice("on")}, r"unknown rule 'late-speeker' \(did you mean 'late-speaker'\?\)"),
        (DEFAULT, {"late-speaker": Choice(None, {"words": 1})}, "rule 'late-speaker': unknown setting 'words'"),
    ],
)
def test_unknown_choices_are_refused(rulebook: Rulebook, pack: str, choices: dict[str, Choice], message: str) -> None:
    with pytest.raises(QuotecheckError, match=message):
        choose(rulebook, pack, choices)


def test_schema_accepts_every_bundled_card_and_no_other_key(rulebook: Rulebook) -> None:
    schema = Draft202012Validator(json.loads(json.dumps(card_schema(rulebook))))
    Draft202012Validator.check_schema(schema.schema)
    for path in sorted((bundled_folder() / "checks").rglob("*.yaml")):
        card = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert list(schema.iter_errors(card)) == [], path.name
        assert list(schema.iter_errors({**card, "severty": "error"})) != []


def test_every_function_declares_what_it_finds_and_is_used(rulebook: Rulebook) -> None:
    assert FOUND.keys() <= FUNCTIONS.keys()
    assert {card.function for card in read_cards(rulebook).values()} - {None} == FUNCTIONS.keys()
    assert not {fact for found in FOUND.values() for fact in found} & FACTS.keys()


def test_rules_are_as_severe_as_they_are_right(rulebook: Rulebook) -> None:
    """Under 80 % is not on by default, nor an error anywhere; under 95 % is no error unless a pack wants it so."""
    for pack in read_packs(rulebook):
        for check in choose(rulebook, pack).rules:
            assert check.card.confidence >= 0.8 or pack != DEFAULT, check.card.id
            assert check.card.confidence >= 0.8 or check.severity is not Severity.ERROR, (pack, check.card.id)
    for card in read_cards(rulebook).values():
        assert card.severity is not Severity.ERROR or card.confidence >= 0.95, card.id


def test_rules_for_packs_without_policy_say_so(rulebook: Rulebook) -> None:
    for card in read_cards(rulebook).values():
        assert card.backing or (card.note is not None and "ours" in card.note), card.id
