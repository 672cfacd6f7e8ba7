from __future__ import annotations

import pytest

from quotecheck.cli import engine
from quotecheck.cli.engine import Settings, Task, audit_task, document_of, rulebook_of
from quotecheck.cli.read_article import Input
from quotecheck.errors import ModelError
from quotecheck.records import Document, Failure

SETTINGS = Settings(None, None)


def test_rules_are_read_once() -> None:
    assert rulebook_of(SETTINGS) is rulebook_of(Settings(None, None))


def test_document_bears_the_name_of_the_input() -> None:
    assert document_of(Input("wire.txt", "-", b"Text."), SETTINGS).path == "wire.txt"


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.7", "binary"), (b"a\0b\xffc", "nul-bytes")])
def test_input_that_is_no_text_is_a_failure(data: bytes, code: str) -> None:
    failure = audit_task(Task(Input("a.txt", "-", data), SETTINGS))
    assert isinstance(failure, Failure)
    assert (failure.path, failure.code) == ("a.txt", code)


def test_defect_of_the_program_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(document: Document, settings: Settings) -> None:
        raise ZeroDivisionError("division by zero\nsecond line")

    monkeypatch.setattr(engine, "_audit", stumble)
    failure = audit_task(Task(Input("a.txt", "-", b"Text."), SETTINGS))
    assert isinstance(failure, Failure)
    assert failure.code == "internal"
    assert "ZeroDivisionError: division by zero)" in failure.message


def test_pipeline_that_cannot_be_loaded_ends_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(document: Document, settings: Settings) -> None:
        raise ModelError("no such pipeline")

    monkeypatch.setattr(engine, "_audit", refuse)
    with pytest.raises(ModelError):
        audit_task(Task(Input("a.txt", "-", b"Text."), SETTINGS))
