"""What is no attribution, whoever finds it."""

from __future__ import annotations

import textwrap

import quotecheck
from quotecheck.records import Span


def test_question_what_somebody_says_tells_nothing() -> None:
    text = "What do harbor advocates say?\n\nHarbor advocates said that the port was full."
    said = [content.of(text) for each in quotecheck.audit(text).attributions for content in each.content]
    assert said == ["that the port was full"]


def credited(text: str) -> list[tuple[str | None, str]]:
    """Source and words of every attribution, on one line."""
    return [
        (plain(text, each.source) if each.source else None, " … ".join(plain(text, part) for part in each.content))
        for each in quotecheck.audit(text).attributions
    ]


def plain(text: str, span: Span) -> str:
    """The words of ``span`` with single spaces."""
    return " ".join(span.of(text).split())


def test_dateline_is_no_part_of_the_sentence_behind_it() -> None:
    lead = "Three ports are considering a ban on night trawling, a fisheries official and a broker said on Monday."
    text = f"Ports weigh a ban\n\nHALDEN, May 2 (Coast Wire) — {lead}"
    said = "Three ports are considering a ban on night trawling"
    assert credited(text) == [("a fisheries official and a broker", said)]


def test_quotation_goes_on_from_the_speaker_not_from_those_in_the_reason_for_silence() -> None:
    text = (
        "“We all knew about the leak in May,” said the official, who asked for anonymity because the boards have "
        "agreed to keep quiet. “Nobody wrote it down.”"
    )
    assert credited(text)[0][1] == "“We all knew about the leak in May,” … “Nobody wrote it down.”"


def test_wrapped_text_reads_as_the_same_words_on_one_line() -> None:
    text = (
        "Marta Lunde, who runs the harbor at Halden, said that the new pier would be open to trawlers before the "
        "winter, and that nobody had told her about a delay. Her deputy denied that the money had run out."
    )
    assert credited(textwrap.fill(text, 60)) == credited(text)


def test_label_with_a_verb_is_no_speaker_of_a_headline() -> None:
    text = "Storm Brandt live: ferry adrift off Halden\n\nThe harbor was closed at noon and stayed so."
    assert credited(text) == []


def test_quotation_does_not_go_on_over_a_paragraph_without_one() -> None:
    first = "“We gave up in May,” Abe Pell said.\n\n"
    further = "“Nobody wrote it down. Nobody ever does.”"
    joined = "“We gave up in May,” … “Nobody wrote it down. Nobody ever does.”"
    assert ("Abe Pell", joined) in credited(f"{first}{further}")
    assert ("Abe Pell", joined) not in credited(f"{first}The harbor lay silent.\n\n{further}")


def test_source_of_what_a_speaker_reports_is_not_the_speaker() -> None:
    text = (
        '"It was returned to me by the port of Norvik in May. Many have expressed interest in owning the ferry, '
        'including the museum of history in Halden."\n\nThe ferry was sold.'
    )
    assert [source for source, _ in credited(text) if source] == []


def test_missing_space_behind_a_quotation_is_made_up_for() -> None:
    text = "“I love pilots.”Former mayor Jonas Brandt said.“They never sleep.”"
    assert credited(text) == [("Former mayor Jonas Brandt", "“I love pilots.” … “They never sleep.”")]
