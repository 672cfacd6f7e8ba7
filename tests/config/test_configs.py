from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config import Configs, Setting
from quotecheck.errors import RuleError
from quotecheck.records import Severity


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def refused(article: str = "a.txt") -> str:
    with pytest.raises(RuleError) as raised:
        Configs({}).of(article)
    return str(raised.value)


def test_without_a_file_there_are_defaults_and_no_cache() -> None:
    config = Configs({}).of("a.txt")
    assert (config.file, config.pack, config.fail_on, config.cache) == (None, "default", Severity.ERROR, None)
    assert config.origin("pack") == "default"


def test_nearest_file_wins_alone() -> None:
    put("quotecheck.toml", 'pack = "agency-strict"\nfail-on = "never"\n')
    put("sport/quotecheck.toml", 'pack = "broadcaster"\n')
    put("sport/local/pyproject.toml", '[tool.quotecheck]\npack = "business"\n')
    put("other/pyproject.toml", '[project]\nname = "quotecheck-user"\n')
    put("both/quotecheck.toml", 'pack = "one"\n')
    put("both/pyproject.toml", '[tool.quotecheck]\npack = "two"\n')
    configs = Configs({})
    found = {
        path: configs.of(path) for path in ("a.txt", "sport/x/a.txt", "sport/local/a.txt", "other/a.txt", "both/a")
    }
    assert [each.pack for each in found.values()] == [
        "agency-strict",
        "broadcaster",
        "business",
        "agency-strict",
        "one",
    ]
    assert found["a.txt"].fail_on is None
    assert found["sport/x/a.txt"].fail_on is Severity.ERROR
    assert found["sport/x/a.txt"].origin("pack") == "sport/quotecheck.toml:1"
    assert found["sport/local/a.txt"].origin("pack") == "sport/local/pyproject.toml:2"
    assert found["sport/local/a.txt"].cache == Path("sport/local/.quotecheck-cache")


def test_file_above_the_working_folder_counts(monkeypatch: pytest.MonkeyPatch, desk: Path) -> None:
    put("quotecheck.toml", 'pack = "agency-strict"\nrules = ["house"]\n')
    put("news/a.txt", "Text.")
    monkeypatch.chdir(desk / "news")
    config = Configs({}).of("a.txt")
    assert (config.pack, config.house_rules) == ("agency-strict", (desk / "house",))


def test_settings_for_paths_add_up_in_their_order() -> None:
    put(
        "quotecheck.toml",
        """
pack = "default"
min-confidence = 0.5
[severity]
missing-role = "error"
late-speaker = "info"
[settings.late-speaker]
sentences = 3
[limits]
max-anonymous-share = 0.5
[[paths]]
match = ["opinion/**", "!opinion/news/**"]
pack = "broadcaster"
severity = {missing-role = "off"}
[[paths]]
match = "*.md"
settings = {late-speaker = {sentences = 5}}
limits = {min-sources = 2}
""",
    )
    configs = Configs({})
    news, opinion, both = (configs.of(path) for path in ("opinion/news/a.txt", "opinion/a.txt", "opinion/a.md"))
    assert (news.pack, news.levels) == ("default", {"missing-role": "error", "late-speaker": "info"})
    assert (opinion.pack, opinion.levels) == ("broadcaster", {"missing-role": "off", "late-speaker": "info"})
    assert opinion.rule_settings == {"late-speaker": {"sentences": 3}}
    assert both.rule_settings == {"late-speaker": {"sentences": 5}}
    assert both.limits == {"max-anonymous-share": 0.5, "min-sources": 2}
    assert both.origin("limits", "min-sources") == "quotecheck.toml:18"
    assert configs.of("opinion/b.md") is both


def test_command_line_wins_over_everything() -> None:
    put("quotecheck.toml", 'pack = "a"\n[[paths]]\nmatch = "*.txt"\npack = "b"\n')
    config = Configs({("pack",): Setting("c", "command line")}).of("x.txt")
    assert (config.pack, config.origin("pack")) == ("c", "command line")


def test_given_file_is_used_for_all_and_none_where_none_is_wanted(desk: Path) -> None:
    put("quotecheck.toml", 'pack = "a"\n')
    put("desk/strict.toml", 'pack = "b"\nexclude = ["drafts/"]\n')
    assert Configs({}, file=Path("desk/strict.toml")).of("a.txt").pack == "b"
    assert Configs({}, search=False).of("a.txt").pack == "default"
    given = Configs({}, file=Path("desk/strict.toml"))
    assert given.excludes("desk/drafts/a.txt")
    assert not given.excludes("drafts/a.txt")


def test_excluded_articles() -> None:
    put("quotecheck.toml", 'exclude = ["drafts/**", "*.tmp.md", "!keep.tmp.md"]\n')
    configs = Configs({})
    assert [configs.excludes(path) for path in ("drafts/x/a.txt", "a.tmp.md", "keep.tmp.md", "a.md")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\npakc = "x"', 2, "unknown key 'pakc' (did you mean 'pack'?)"),
        ("pack = 3", 1, "'pack' must be text"),
        ('fail-on = "warn"', 1, "'fail-on' must be one of error, warning, info, never"),
        ("min-confidence = 50", 1, "'min-confidence' must be a number from 0 to 1"),
        ("[limits]\nmax-top-source-share = nan", 2, "'max-top-source-share' must be a number"),
        ("min-confidence = true", 1, "'min-confidence' must be a number"),
        ('jobs = "many"', 1, "'jobs' must be a whole number"),
        ("jobs = -1", 1, "'jobs' must be a whole number"),
        ('rules = "house"', 1, "'rules' must be a list"),
        ("severity = 3", 1, "'severity' must be a table"),
        ('[severity]\nmissing-role = "fatal"', 2, "'missing-role' must be one of on, off, error"),
        ("[settings]\nlate-speaker = 3", 2, "'late-speaker' must be a table, [settings.late-speaker]"),
        ('[settings.late-speaker]\nsentences = "x"', 2, "'sentences' must be a number"),
        ("[limits]\nanonymous-share = 1", 2, "a limit begins with max- or min-"),
        ('[[paths]]\npack = "x"', 1, "'match' is missing"),
        ('[[paths]]\nmatch = "x"\njobs = 3', 3, "unknown key 'jobs'"),
        ("[[paths]]\nmatch = 3", 2, "'match' must be a pattern"),
        ('[paths]\nmatch = "x"', 1, "must be written as tables, [[paths]]"),
        ("pack = 2026-01-01", 1, "'pack' must be text"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    put("quotecheck.toml", text)
    told = refused()
    assert told.startswith(f"quotecheck.toml:{line}: ")
    assert words in told


def test_error_in_pyproject_has_its_line() -> None:
    put("pyproject.toml", '[project]\nname = "x"\n\n[tool.quotecheck]\npack = "a"\nfail_on = "error"\n')
    assert refused().startswith("pyproject.toml:6: unknown key 'fail_on' (did you mean 'fail-on'?)")


def test_broken_pyproject_matters_only_where_it_speaks_of_quotecheck() -> None:
    put("pyproject.toml", "[project\n")
    assert Configs({}).of("a.txt").file is None
    put("pyproject.toml", "[tool.quotecheck\n")
    assert "no valid TOML" in refused()


def test_folder_and_foreign_file_are_refused() -> None:
    Path("quotecheck.toml").mkdir()
    assert "this is a folder" in refused()
    put("pyproject.toml", "[project]\n")
    for path, words in (("pyproject.toml", "no table"), ("gone.toml", "cannot be read"), (".", "folder")):
        with pytest.raises(RuleError, match=words):
            Configs({}, file=Path(path)).of("a.txt")


def test_broken_pattern_is_refused() -> None:
    put("quotecheck.toml", 'exclude = ["!"]\n')
    assert refused().startswith("quotecheck.toml:1: ")
