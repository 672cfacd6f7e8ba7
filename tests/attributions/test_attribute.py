"""What is no attribution, whoever finds it."""

from __future__ import annotations

import quotecheck


def test_question_what_somebody_says_tells_nothing() -> None:
    text = "What do harbor advocates say?\n\nHarbor advocates said that the port was full."
    said = [content.of(text) for each in quotecheck.audit(text).attributions for content in each.content]
    assert said == ["that the port was full"]
