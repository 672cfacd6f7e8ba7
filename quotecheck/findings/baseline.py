"""The findings that a newsroom already had when it began: known by fingerprint, counted, and never by line."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from quotecheck.errors import RuleError
from quotecheck.records import Finding, Scope

VERSION = 1
KNOWN = "baseline"  # the suppression of a finding that the baseline knows


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What equal findings of one article have in common."""

    rule: str
    digest: str


Entries = Counter[Entry]


def entries_of(findings: Sequence[Finding]) -> Entries:
    """The findings that count, as a baseline keeps them."""
    return Counter(_entry(each) for each in findings if each.suppression is None)


def mark_known(findings: Sequence[Finding], known: Mapping[Entry, int]) -> tuple[Finding, ...]:
    """The same findings, those in ``known`` with the suppression ``KNOWN``; of more equals the last stay new."""
    left = Counter(known)
    marked: list[Finding] = []
    for finding in findings:
        entry = _entry(finding)
        is_known = finding.suppression is None and left[entry] > 0
        if is_known:
            left[entry] -= 1
        marked.append(replace(finding, suppression=KNOWN) if is_known else finding)
    return tuple(marked)


class Gone:
    """Articles that a baseline knows, and that are no longer where they were: perhaps they were moved."""

    def __init__(self, known: Mapping[str, Entries]) -> None:
        self.known = dict(known)
        self._by_entry: dict[Entry, list[str]] = {}
        self._by_name: dict[str, list[str]] = {}
        for path in sorted(known):
            self._by_name.setdefault(PurePosixPath(path).name, []).append(path)
            for entry in known[path]:
                self._by_entry.setdefault(entry, []).append(path)

    def find(self, path: str, findings: Sequence[Finding]) -> str | None:
        """Where the article that is now at ``path`` was.

        That is the one that shares most findings, if it shares half of what is known of it, or the only one of this
        file name. What is about an article as a whole tells nothing: any other article may have it too.
        """
        telling = Counter(_entry(each) for each in findings if each.scope is Scope.SPAN and each.suppression is None)
        shared = {old: (telling & self.known[old]).total() for old in self._sharing(telling)}
        most = max(shared, key=lambda old: shared[old], default=None)
        if most is not None and 2 * shared[most] >= self.known[most].total():
            return most
        namesakes = [each for each in self._by_name.get(PurePosixPath(path).name, ()) if each in self.known]
        return namesakes[0] if len(namesakes) == 1 else None

    def _sharing(self, entries: Entries) -> list[str]:
        found = (path for entry in sorted(entries) for path in self._by_entry.get(entry, ()) if path in self.known)
        return list(dict.fromkeys(found))


def write_baseline(baseline: Mapping[str, Entries]) -> str:
    """The file: one kind of finding a line, sorted, so that differences can be read."""
    findings = {path: _by_rule(baseline[path]) for path in sorted(baseline) if baseline[path]}
    return json.dumps({"version": VERSION, "findings": findings}, indent=2, ensure_ascii=False) + "\n"


def read_baseline(text: str, name: str) -> dict[str, Entries]:
    """The findings by path; raises RuleError, which tells ``name``, where this is no baseline."""
    try:
        content = json.loads(text)
    except ValueError as error:
        raise _broken(name, f"it is no JSON ({error})") from None
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise _broken(name, f"it does not say “version”: {VERSION}")
    try:
        return {path: _entries(rules) for path, rules in content["findings"].items()}
    except (KeyError, AttributeError, TypeError, ValueError):
        raise _broken(name, "“findings” must lead from paths to rules to fingerprints to counts") from None


def _entry(finding: Finding) -> Entry:
    return Entry(finding.rule, finding.fingerprint.partition(":")[0])


def _by_rule(entries: Entries) -> dict[str, dict[str, int]]:
    rules: dict[str, dict[str, int]] = {}
    for entry in sorted(entries):
        rules.setdefault(entry.rule, {})[entry.digest] = entries[entry]
    return rules


def _entries(rules: Mapping[str, Mapping[str, int]]) -> Entries:
    entries: Entries = Counter()
    for rule, digests in rules.items():
        for digest, count in digests.items():
            if not isinstance(count, int) or count < 1:
                raise ValueError
            entries[Entry(rule, digest)] = count
    return entries


def _broken(name: str, reason: str) -> RuleError:
    return RuleError(name, None, f"{reason}; delete it and run `quotecheck baseline create`")
