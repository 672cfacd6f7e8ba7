from __future__ import annotations

from dataclasses import replace

import pytest

from quotecheck.metrics.count import measure
from quotecheck.metrics.scale import read_scale
from quotecheck.records import Attribution, CueFamily, Metrics, Quotation, QuotationKind, Source, SourceKind, SourceType
from tests.builders import RULEBOOK, attribution, audit, document, empty_audit, ferry_audit, quotation, source

TEXT = "Mayor Iris Vole said the bridge is safe. An aide said it is not. She thinks “safe” is “a big word.”"
ANONYMOUS = SourceType.ANONYMOUS_SOURCE


def counted(*sources: Source, quotations: tuple[Quotation, ...] = (), text: str = TEXT, **heads: str) -> Metrics:
    attributions = tuple(each for one in sources for each in one.attributions)
    return audit(document(text, **heads), quotations, attributions, sources).metrics


def vole(**options: CueFamily) -> Source:
    return source("Iris Vole", attribution(TEXT, "Mayor Iris Vole", "said", "the bridge is safe", **options))


def aide() -> Source:
    return source("an aide", says_no(), type=ANONYMOUS)


def says_no(text: str = TEXT) -> Attribution:
    return attribution(text, "An aide", "said", "it is not")


def test_empty_article_has_only_itself() -> None:
    assert empty_audit().metrics.tallies == {"documents": 1, "stories": 1, "unidentified_stories": 1}


def test_thoughts_are_no_statements() -> None:
    metrics = counted(vole(family=CueFamily.MENTAL))
    assert (metrics.attributions, metrics.statements, metrics.single_source) == (0, 0, 0)
    assert metrics.tallies["cue_verbs"] == metrics.tallies["stories_with_statements"] == 0
    assert metrics.sources_by_type[SourceType.NAMED_PERSON] == 1


def test_attribution_without_source_is_no_statement() -> None:
    says = attribution(TEXT, None, "said", "the bridge is safe")
    metrics = audit(document(TEXT), (), (says,)).metrics
    assert (metrics.attributions, metrics.statements) == (1, 0)


def test_statement_of_two_sources_counts_for_each() -> None:
    says = says_no()
    metrics = counted(source("Ada", says), source("Ben", says))
    assert (metrics.statements, metrics.named_statements, metrics.top_source_statements) == (2, 2, 1)


def test_statements_are_counted_by_type_of_their_source() -> None:
    metrics = counted(vole(), aide())
    assert +metrics.statements_by_type == {SourceType.NAMED_PERSON: 1, ANONYMOUS: 1}
    assert (metrics.statements, metrics.named_statements, metrics.top_source_statements) == (2, 1, 1)


@pytest.mark.parametrize(("sources", "single"), [((), 0), ((vole(),), 1), ((vole(), aide()), 0)])
def test_single_source_needs_statements_and_one_source(sources: tuple[Source, ...], single: int) -> None:
    assert counted(*sources).single_source == single


@pytest.mark.parametrize(("sources", "only"), [((), 0), ((vole(), aide()), 0), ((aide(),), 1)])
def test_anonymous_only_needs_statements_and_no_named_source(sources: tuple[Source, ...], only: int) -> None:
    assert counted(*sources).anonymous_only == only


def test_scare_quotes_and_titles_are_no_quotations() -> None:
    scare = quotation(TEXT, "“safe”", QuotationKind.SCARE)
    metrics = counted(quotations=(scare,))
    assert (metrics.direct_quotations, metrics.quoted_words, metrics.unattributed_quotations) == (0, 0, 0)


def test_words_of_a_nested_quotation_count_once() -> None:
    text = "“He said ‘stop’ and left,” she said."
    outer, inner = quotation(text, "“He said ‘stop’ and left,”"), quotation(text, "‘stop’", depth=1)
    metrics = counted(quotations=(outer, inner), text=text)
    assert (metrics.direct_quotations, metrics.quoted_words, metrics.unattributed_quotations) == (2, 5, 1)
    assert metrics.tallies["quotations"] == metrics.tallies["longer_quotations"] == 1


def test_attributed_quotation_is_not_counted_as_unattributed() -> None:
    metrics = ferry_audit().metrics
    assert (metrics.direct_quotations, metrics.unattributed_quotations) == (4, 1)


def test_words_quoted_from_anonymous_sources() -> None:
    metrics = ferry_audit().metrics
    assert (metrics.quoted_words, metrics.tallies["anonymous_quoted_words"]) == (14, 3)


def test_short_quotations_need_no_speaker() -> None:
    tallies = ferry_audit().metrics.tallies
    assert (tallies["longer_quotations"], tallies["longer_quotations_with_speaker"]) == (2, 2)


def test_reasons_are_counted_by_source() -> None:
    assert counted(aide()).anonymous_with_reason == 0
    assert ferry_audit().metrics.anonymous_with_reason == 1


def test_all_three_disclosures_are_needed() -> None:
    full = replace(source("an aide", says_no(), type=ANONYMOUS, reason="for fear of arrest"), basis="who saw it")
    assert counted(full).tallies["fully_disclosed"] == 0
    assert counted(replace(full, motive="who opposes it")).tallies["fully_disclosed"] == 1


@pytest.mark.parametrize(
    ("level", "dimensions", "basis", "vague"),
    [
        (1, (), None, 1),
        (2, ("quality",), None, 1),
        (3, ("basis",), "familiar with the matter", 1),
        (3, ("count", "basis"), "familiar with the matter", 0),
        (3, ("basis",), "who saw the letter", 0),
        (4, ("role", "sector"), None, 0),
    ],
)
def test_vague_is_next_to_nothing_or_bare_familiarity(
    level: int, dimensions: tuple[str, ...], basis: str | None, vague: int
) -> None:
    told = replace(aide(), specificity=level, dimensions=dimensions, basis=basis)
    assert counted(told).tallies["nameless_vague_statements.strict"] == vague


@pytest.mark.parametrize(
    ("words", "hearsay"),
    [
        ("The bridge is reportedly shut.", 1),
        ("It is understood that the bridge is shut.", 1),
        ("“The bridge is reportedly shut.”", 0),
        ("The bridge is shut.", 0),
    ],
)
def test_hearsay_is_what_the_reporter_passes_on(words: str, hearsay: int) -> None:
    quotations = (quotation(words, words),) if words[0] == "“" else ()
    assert counted(text=words, quotations=quotations).tallies["hearsay"] == hearsay


def test_hearsay_with_a_source_is_none() -> None:
    text = "An aide said the bridge is reportedly shut."
    says = attribution(text, "An aide", "said", "the bridge is reportedly shut")
    assert counted(source("an aide", says), text=text).tallies["hearsay"] == 0


def test_a_sentence_discloses_once() -> None:
    text = "He spoke on condition of anonymity because he was not authorized to speak."
    found = replace(audit(document(text)), sentences=())
    assert measure(found, read_scale(RULEBOOK)).tallies["disclosures"] == 1


def test_neutral_verbs_are_told_from_others() -> None:
    text = "Ada said no. Ben claimed yes."
    ada, ben = attribution(text, "Ada", "said", "no"), attribution(text, "Ben", "claimed", "yes")
    plain = replace(ada, cue=replace(ada.cue, lemma="say")) if ada.cue else ada
    tallies = counted(source("Ada", plain), source("Ben", ben), text=text).tallies
    assert (tallies["cue_verbs"], tallies["neutral_verbs"]) == (2, 1)


@pytest.mark.parametrize(("section", "stories"), [(None, 1), ("News", 1), ("Opinion", 0), ("op-ed", 0)])
def test_opinion_is_no_story(section: str | None, stories: int) -> None:
    article = replace(document(TEXT), section=section)
    found = audit(article, (), (says_no(),), (aide(),)).metrics
    names = ("stories", "stories_with_anonymous", "nameless_stories.strict", "nameless_only_stories.wide")
    assert [found.tallies[name] for name in names] == [stories] * 4
    assert (found.documents, found.anonymous_only, found.statements) == (1, 1, 1)


@pytest.mark.parametrize(
    ("type_", "counted_in"),
    [
        (SourceType.NAMED_PERSON, set()),
        (SourceType.DOCUMENT, set()),
        (ANONYMOUS, {"strict", "wide", "widest", "veiled"}),
        (SourceType.UNNAMED_PERSON, {"wide", "widest", "veiled"}),
        (SourceType.UNNAMED_GROUP, {"widest"}),
    ],
)
def test_conventions_differ_in_whom_they_count(type_: SourceType, counted_in: set[str]) -> None:
    tallies = counted(source("somebody", says_no(), type=type_)).tallies
    for name in ("statements", "sources", "stories", "only_stories", "lead_stories"):
        found = {key.split(".")[1] for key, count in tallies.items() if key.startswith(f"nameless_{name}.") and count}
        assert found == counted_in, name


def test_veiled_counts_what_a_spokesperson_says_and_not_what_the_organization_says() -> None:
    text = "Norvik Energy said yes. A Norvik Energy spokeswoman said no."
    itself = attribution(text, "Norvik Energy", "said", "yes")
    voice = attribution(text, "A Norvik Energy spokeswoman", "said", "no")
    body = replace(
        source("Norvik Energy", itself, voice, type=SourceType.NAMED_ORGANIZATION), kind=SourceKind.ORGANIZATION
    )
    tallies = counted(body, text=text).tallies
    assert [tallies[f"nameless_statements.{name}"] for name in ("strict", "wide", "widest", "veiled")] == [0, 0, 0, 1]
    assert (tallies["nameless_sources.veiled"], tallies["nameless_only_stories.veiled"]) == (1, 0)


@pytest.mark.parametrize(("identified", "high", "none"), [(0, 0, 1), (1, 0, 0), (3, 0, 0), (4, 1, 0)])
def test_transparent_stories_need_four_identified_sources(identified: int, high: int, none: int) -> None:
    known = [replace(source(f"Ada{n}", says_no()), specificity=8 if n < identified else 7) for n in range(5)]
    tallies = counted(*known).tallies
    assert (tallies["high_transparency_stories"], tallies["unidentified_stories"]) == (high, none)
    assert tallies["fully_identified"] == identified


@pytest.mark.parametrize(
    ("more", "corroborated"), [("Records show it.", 1), ("Nobody else knows.", 0), ("“Records show it.”", 0)]
)
def test_corroboration_is_looked_for_in_the_reporters_words(more: str, corroborated: int) -> None:
    text = f"An aide said it is not. {more}"
    quoted = (quotation(text, more),) if more[0] == "“" else ()
    told = source("an aide", says_no(text), type=ANONYMOUS)
    name = "nameless_corroborated_stories.strict"
    assert counted(told, quotations=quoted, text=text).tallies[name] == corroborated
    assert counted(quotations=quoted, text=text).tallies[name] == 0
