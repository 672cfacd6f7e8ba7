from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cache import stamp_of_program
from quotecheck.cache.stamp import TAIL


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    for name in ("lexicons/en/words.yaml", "checks/late.yaml", "packs/default.yaml", "policies.yaml", "metrics.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
    return tmp_path


def fresh(rules: Path, model: str | None = None, engine: str = "hybrid") -> str:
    stamp_of_program.cache_clear()
    return stamp_of_program((rules,), model, engine)


@pytest.mark.parametrize("name", ["lexicons/en/words.yaml", "metrics.yaml", "new.yaml"])
def test_rules_that_shape_an_audit_change_the_stamp(rules: Path, name: str) -> None:
    before = fresh(rules)
    (rules / name).write_text("a: 2\n", encoding="utf-8")
    assert fresh(rules) != before


@pytest.mark.parametrize("name", ["checks/late.yaml", "packs/new.yaml", "policies.yaml"])
def test_rules_that_judge_an_audit_do_not(rules: Path, name: str) -> None:
    before = fresh(rules)
    (rules / name).write_text("a: 2\n", encoding="utf-8")
    assert fresh(rules) == before


def test_engine_and_model_change_the_stamp(rules: Path, tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    (model / "weights").write_bytes(b"0" * (TAIL + 1))
    stamps = [fresh(rules), fresh(rules, engine="rules"), fresh(rules, str(model)), fresh(rules, "no_such_model")]
    (model / "weights").write_bytes(b"0" * TAIL + b"1")
    stamps.append(fresh(rules, str(model)))
    assert len(set(stamps)) == 5


def test_missing_folder_is_somebody_elses_complaint(tmp_path: Path) -> None:
    assert fresh(tmp_path / "gone")
