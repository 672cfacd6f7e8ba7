"""Records to JSON and back: a record becomes the list of its fields, after the types that records.py gives them.

Lists are half as long as objects with names, and this needs nothing but the standard library, so that a run whose
audits are all known imports little. A change of records.py changes the stamp of every audit.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from quotecheck.records import Attribution, Audit, Quotation

Shared: TypeAlias = "list[object]"
Decoder: TypeAlias = "Callable[[Any, Shared], Any] | None"  # None: JSON has the value as it is
PLAIN = (str, int, float, bool)
SHARED = (Quotation, Attribution)  # records that others hold too: whole when first met, then as their number


def encode(audit: Audit) -> str:
    """The audit on one line of ASCII."""
    return json.dumps(_encoded(audit, {}), separators=(",", ":"), check_circular=False)


def decode(line: str) -> Audit:
    """The audit that ``encode`` made ``line`` of; raises ValueError for any other line."""
    try:
        audit = _decoder_of_record(Audit)(json.loads(line), [])
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no audit: {error}") from None
    if not isinstance(audit, Audit):
        raise ValueError("no audit")
    return audit


def _encoded(value: Any, numbers: dict[int, int]) -> object:
    if isinstance(value, tuple):
        return [_encoded(each, numbers) for each in value]
    if isinstance(value, Counter | str | int | float | None):
        return value
    if id(value) in numbers:
        return numbers[id(value)]
    whole = [_encoded(getattr(value, name), numbers) for name in _names(value.__class__)]
    if isinstance(value, SHARED):
        numbers[id(value)] = len(numbers)
    return whole


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(record))


@cache
def _decoder_of_record(record: Any) -> Callable[[Any, Shared], Any]:
    hints = get_type_hints(record)
    decoders = [(at, _decoder(hints[name])) for at, name in enumerate(_names(record))]
    needed = [(at, decoder) for at, decoder in decoders if decoder is not None]
    count, is_shared = len(decoders), record in SHARED

    def decode_record(values: Any, shared: Shared) -> Any:
        if is_shared and isinstance(values, int):
            return shared[values]
        if len(values) != count:
            raise ValueError(f"{record.__name__} has {count} fields, not {len(values)}")
        for at, decoder in needed:
            values[at] = decoder(values[at], shared)
        made = record(*values)
        if is_shared:
            shared.append(made)
        return made

    return decode_record


def _decoder(kind: Any) -> Decoder:
    """How to make a value of the type ``kind``; raises TypeError for a type that no record has had so far."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in PLAIN:
        return None
    if origin in (Union, UnionType):
        (only,) = (each for each in inner if each is not NoneType)
        return _or_none(_decoder(only))
    if origin is tuple and inner[1:] == (...,):
        return _tuple_of(_decoder(inner[0]))
    if origin is Counter:
        return _counter_of(_decoder(inner[0]))
    if is_dataclass(kind):
        record: Any = kind
        return _decoder_of_record(record)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        words = {each.value: each for each in kind}
        return lambda word, _: words[word]
    raise TypeError(f"the cache cannot keep a {kind}")


def _or_none(decoder: Decoder) -> Decoder:
    return decoder and (lambda value, shared: None if value is None else decoder(value, shared))


def _tuple_of(decoder: Decoder) -> Decoder:
    if decoder is None:
        return lambda values, _: tuple(values)
    return lambda values, shared: tuple([decoder(each, shared) for each in values])


def _counter_of(decoder: Decoder) -> Decoder:
    if decoder is None:
        return lambda counts, _: Counter(counts)
    return lambda counts, shared: Counter({decoder(key, shared): count for key, count in counts.items()})
