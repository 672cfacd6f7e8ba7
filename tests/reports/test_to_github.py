from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotecheck.records import Audit, Failure, Finding, RuleCard
from quotecheck.reports import render
from tests.builders import audit, document, span
from tests.checked import CREDIT, FEW, THIN, checked, checked_report, finding

TEXT = "She left.\r\nHe,\r\ntoo."


def article(*findings: Finding, path: str = "a.txt") -> Audit:
    return replace(audit(document(TEXT, path=path)), findings=findings)


def many(card: RuleCard, number: int) -> Sequence[Finding]:
    return [finding(card, span(TEXT, "She"), f"{card.id} {each}.", each) for each in range(number)]


def lines(*articles: Audit, failures: tuple[Failure, ...] = ()) -> list[str]:
    return render(checked(*articles, failures=failures), "github").splitlines()


def test_most_severe_come_first() -> None:
    kinds = [line.split(" ")[0] for line in render(checked_report(), "github").splitlines()]
    assert kinds == ["::error"] * 3 + ["::warning"] * 3 + ["::notice"] * 2


def test_what_would_end_the_command_is_escaped() -> None:
    odd = finding(CREDIT, span(TEXT, "She"), "100%\r\n::error::x", 1)
    (line,) = lines(article(odd, path="a,b:c%.txt"))
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25.txt,line=1,col=1,endColumn=4,title=quotecheck uncredited-quotation::"
    )
    assert "100%25%0D%0A::error::x" in line


def test_finding_over_several_lines_has_no_columns() -> None:
    (line,) = lines(article(finding(CREDIT, span(TEXT, "He,\r\ntoo"), "Look.", 1)))
    assert line.startswith("::error file=a.txt,line=2,endLine=3,title=")


def test_nothing_to_say_is_nothing() -> None:
    assert lines(article()) == []


def test_ten_of_a_kind_are_shown_without_a_further_word() -> None:
    found = lines(article(*many(CREDIT, 10), *many(THIN, 10), *many(FEW, 10)))
    assert len(found) == 30
    assert "more" not in found[-1]


def test_what_github_would_drop_is_counted() -> None:
    found = lines(article(*many(CREDIT, 12), *many(FEW, 3)), article(*many(THIN, 20), *many(FEW, 8)))
    kinds = [line.split(" ")[0] for line in found]
    assert [kinds.count(kind) for kind in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert "::14 more findings: 2 errors, 10 warnings, 2 info. " in found[-1]


def test_articles_that_could_not_be_read_come_first_and_count() -> None:
    failures = tuple(Failure(f"{each}.txt", "missing", "it is not there") for each in range(4))
    found = lines(article(*many(CREDIT, 8)), failures=failures)
    assert found[0] == "::error file=0.txt,title=quotecheck%3A not read::it is not there"
    assert "::2 more findings: 2 errors. " in found[-1]
    (line,) = lines(failures=(Failure("q.toml", "config", "no such key", 3),))
    assert line.startswith("::error file=q.toml,line=3,")
