"""Where a source ends, in texts that the bundled pipeline has read."""

from __future__ import annotations

import pytest

from quotecheck.attributions.origins import settled
from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import parse
from quotecheck.document.pipeline import load_pipeline
from quotecheck.rulebook import Rulebook
from tests.builders import span


@pytest.mark.parametrize(
    ("text", "source", "content", "left"),
    [
        ("It sinks, a study by the port shows.", "It sinks, a study by the port", "It sinks", "a study by the port"),
        ("A pilot, who left early, said it sank.", "A pilot, who", "it sank", "A pilot"),
        ("Two pilots who left and a guard said it sank.", "Two pilots who left and", "it sank", "Two pilots who left"),
        ("A. Brandt Jr. said it sank.", "A. Brandt Jr.", "it sank", "A. Brandt Jr."),
        ("The one who knew said so.", "who", "so", "who"),
    ],
)  # fmt: skip
def test_source_has_no_content_and_does_not_lead_on(
    text: str, source: str, content: str, left: str, rulebook: Rulebook
) -> None:
    parsed = parse(build_document_from_text(text, rulebook), load_pipeline())

    assert settled(span(text, source), [span(text, content)], parsed).of(text) == left
