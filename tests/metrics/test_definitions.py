from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.errors import RuleError
from quotecheck.metrics.definitions import CONTRACT, Unit, read_definitions
from quotecheck.metrics.scale import read_scale
from quotecheck.metrics.tallies import TALLIES
from quotecheck.rulebook import Rulebook, load_rulebook
from quotecheck.rulebook.load import bundled_folder
from tests.builders import RULEBOOK

BUNDLED = (bundled_folder() / "metrics.yaml").read_text(encoding="utf-8")
DEFINITIONS = read_definitions(RULEBOOK)
# The contract fixes these; a newsroom's own metrics stand beside them.
FORMULAS = {
    "named_statement_share": ("named_statements", "statements"),
    "anonymous_statement_share": ("statements_of_anonymous_source", "statements"),
    "unnamed_statement_share": ("unnamed_statements", "statements"),
    "anonymous_quoted_word_share": ("anonymous_quoted_words", "quoted_words"),
    "anonymous_with_reason_share": ("anonymous_with_reason", "sources_of_anonymous_source"),
    "top_source_share": ("top_source_statements", "statements"),
    "attributions_per_100_words": ("attributions", "words"),
}


def rules(folder: Path, text: str) -> Rulebook:
    for path in bundled_folder().rglob("lexicons/en/*.yaml"):
        copy = folder / path.relative_to(bundled_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (folder / "metrics.yaml").write_text(text, encoding="utf-8")
    return load_rulebook(folder)


@pytest.mark.parametrize("name", FORMULAS)
def test_formulas_are_those_of_the_contract(name: str) -> None:
    found = DEFINITIONS.metrics[name]
    assert (found.numerator, found.denominator) == FORMULAS[name]


def test_every_metric_of_the_contract_is_defined_and_none_depends_on_the_convention() -> None:
    assert set(FORMULAS) < set(CONTRACT) <= set(DEFINITIONS.metrics)
    assert not any(DEFINITIONS.metrics[name].is_by_convention for name in CONTRACT)


def test_every_count_is_used_or_stands_in_the_report() -> None:
    used = {each for one in DEFINITIONS.metrics.values() for each in (one.numerator, one.denominator)}
    known = {name for name in TALLIES if not name.startswith("sources_of_")}
    assert known - used <= set()


def test_bundled_weights_add_up_to_a_hundred() -> None:
    assert sum(weight.weight for weight in DEFINITIONS.weights) == 100


def test_a_metric_of_ones_own_is_a_matter_of_data(tmp_path: Path) -> None:
    own = """metrics:
  - {id: rote_rate, title: Formulas, unit: rate, per: 1000, numerator: rote_reasons, denominator: words, limits: None.}
"""
    found = read_definitions(rules(tmp_path, BUNDLED.replace("metrics:\n", own, 1))).metrics["rote_rate"]
    assert (found.unit, found.per, found.is_of_contract) == (Unit.RATE, 1000, False)


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("- share: top_source_share", "- share: top_share", "did you mean 'top_source_share'"),
        ("- share: top_source_share", "- share: neutral_verb_share", "unknown share"),
        ("weight: 55", "weight: 0", "more than 0"),
        ("weight: 55", "weight: much", "number"),
        ("better: more", "better: mroe", "did you mean 'more'"),
        ("numerator: rote_reasons", "numerator: rote_reason", "did you mean 'rote_reasons'"),
        ("unit: median", "unit: medium", "did you mean 'median'"),
        ("unit: median", "unit: count", "a count has no denominator"),
        ("- id: words\n", "- id: wordage\n", "'words' is missing"),
        ("- id: statements\n", "- id: words\n", "'words' stands here twice"),
        ("  documents: articles\n", "", "'documents' is missing"),
        ("  documents: articles\n", "  document: articles\n", "did you mean 'documents'"),
        ("transparency_score:\n", "transparency_scor:\n", "did you mean 'transparency_score'"),
    ],
)
def test_broken_definitions_are_refused(tmp_path: Path, right: str, wrong: str, hint: str) -> None:
    assert right in BUNDLED
    broken = BUNDLED.replace(right, wrong, 1)
    with pytest.raises(RuleError, match=hint) as caught:
        read_definitions(rules(tmp_path, broken))
    assert caught.value.line is not None
    assert caught.value.line > 0


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("  vague: 2", "  vage: 2", "did you mean 'vague'"),
        ("  strict:\n", "  strickt:\n", "did you mean 'strict'"),
        ("types: [anonymous_source]", "types: [anonymous]", "did you mean 'anonymous_source'"),
    ],
)
def test_broken_lines_are_refused(tmp_path: Path, right: str, wrong: str, hint: str) -> None:
    with pytest.raises(RuleError, match=hint):
        read_scale(rules(tmp_path, BUNDLED.replace(right, wrong, 1)))
