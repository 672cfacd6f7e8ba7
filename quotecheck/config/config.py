"""What applies to one article, all layers taken together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quotecheck.config.keys import KEYS, LIMIT, NEVER, SETTINGS, SEVERITY
from quotecheck.config.setting import DEFAULT, Layer, Name, Setting, Value
from quotecheck.records import Severity

CACHE_FOLDER = ".quotecheck-cache"
DEFAULTS: Layer = {(name,): Setting(key.default, DEFAULT) for name, key in KEYS.items() if key.default is not None}


@dataclass(frozen=True, slots=True, eq=False)
class Config:
    """The settings for an article; articles with the same ones share it. Hashed by identity."""

    file: str | None  # the configuration file that was found
    origins: Layer  # every setting with where it comes from
    pack: str
    house_rules: tuple[Path, ...]
    fail_on: Severity | None  # None: never
    report_level: Severity
    min_confidence: float
    engine: str
    model: str | None
    jobs: int  # 0: one for each processor
    baseline: Path | None
    require_reason: bool  # in comments that silence findings
    cache: Path | None  # None: nothing is kept
    levels: Mapping[str, str]  # rule -> on, off or a severity
    rule_settings: Mapping[str, Mapping[str, float]]
    limits: Mapping[str, float]

    def origin(self, *name: str) -> str:
        """Where the setting called ``name`` comes from."""
        return self.origins[name].origin


def make_config(file: str | None, folder: Path | None, layers: tuple[Layer, ...]) -> Config:
    """The settings of ``layers``, of which later ones win; ``folder`` is that of the configuration file."""
    merged: dict[Name, Setting] = dict(DEFAULTS)
    for layer in layers:
        merged.update(layer)
    found = _Found(merged)
    fail_on, jobs = found.text("fail-on"), merged["jobs",].value
    return Config(
        file=file,
        origins=merged,
        pack=found.text("pack"),
        house_rules=found.paths("rules"),
        fail_on=None if fail_on == NEVER else Severity(fail_on),
        report_level=Severity(found.text("report-level")),
        min_confidence=found.number("min-confidence"),
        engine=found.text("engine"),
        model=found.name_or_folder("model"),
        jobs=jobs if isinstance(jobs, int) else 0,
        baseline=found.path("baseline"),
        require_reason=merged["require-reason",].value is True,
        cache=_cache(found, folder),
        levels={name: str(value) for name, value in found.table(SEVERITY).items()},
        rule_settings=found.tables(SETTINGS),
        limits={name: _number(value) for name, value in found.table(LIMIT).items()},
    )


def _cache(found: _Found, folder: Path | None) -> Path | None:
    """Beside the configuration file; without one there is no place that somebody has agreed to."""
    wanted = found.settings["cache",].value
    if wanted is True:
        return folder / CACHE_FOLDER if folder is not None else None
    return found.path("cache") if isinstance(wanted, str) else None


class _Found:
    """Values by name, as the types that the file reader has made sure of."""

    def __init__(self, settings: Layer) -> None:
        self.settings = settings

    def text(self, name: str) -> str:
        return str(self.settings[name,].value)

    def number(self, name: str) -> float:
        return _number(self.settings[name,].value)

    def path(self, name: str) -> Path | None:
        setting = self.settings.get((name,))
        return None if setting is None else Path(setting.folder, str(setting.value))

    def paths(self, name: str) -> tuple[Path, ...]:
        setting = self.settings[name,]
        return tuple(Path(setting.folder, str(each)) for each in _members(setting.value))

    def name_or_folder(self, name: str) -> str | None:
        path = self.path(name)
        if path is None:
            return None
        return str(path) if path.is_dir() else self.text(name)

    def table(self, name: str) -> dict[str, Value]:
        return {key[1]: setting.value for key, setting in self.settings.items() if key[0] == name}

    def tables(self, name: str) -> dict[str, dict[str, float]]:
        tables: dict[str, dict[str, float]] = {}
        for key, setting in self.settings.items():
            if key[0] == name:
                tables.setdefault(key[1], {})[key[2]] = _number(setting.value)
        return tables


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0.0


def _members(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()
