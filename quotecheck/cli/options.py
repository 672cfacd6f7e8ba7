"""The configuration that is given on the command line, which wins over every file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from quotecheck.config import Configs, Layer, Name, Setting, Value
from quotecheck.config.keys import KEYS, LIMIT, OFF, SEVERITY
from quotecheck.config.setting import COMMAND_LINE


def configs_of(options: Namespace) -> Configs:
    """The configurations of a run, as the command line wants them."""
    return Configs(_layer(options), file=options.config, search=not options.no_config)


def _layer(options: Namespace) -> Layer:
    return {name: Setting(value, COMMAND_LINE) for name, value in _given(options)}


def _given(options: Namespace) -> Iterator[tuple[Name, Value]]:
    for name in KEYS:
        value = getattr(options, name.replace("-", "_"), None)
        if name not in ("rules", "exclude", "cache") and value is not None:
            yield (name,), value
    if options.no_cache:
        yield ("cache",), False
    elif options.cache_dir is not None:
        yield ("cache",), str(options.cache_dir)
    for rule in getattr(options, "ignore", ()):
        yield (SEVERITY, rule), OFF
    for limit, bound in getattr(options, "limits", {}).items():
        yield (LIMIT, limit), bound
