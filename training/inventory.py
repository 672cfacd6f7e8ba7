"""The closed vocabularies of the heads, in the order in which the model numbers them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "MISC")
SILVER_TYPES = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "MISC"}
ROLES = ("source", "cue", "content")


def bio(types: Iterable[str]) -> list[str]:
    """The labels of a BIO tagging of ``types``, with ``O`` first."""
    return ["O", *(f"{mark}-{name}" for name in types for mark in "BI")]


def inventory(sentences: Iterable[list[dict]]) -> dict[str, list[str]]:
    """Label lists of all heads; the treebank's own by falling frequency."""
    tags, poses, deps = Counter(), Counter(), Counter()
    for sentence in sentences:
        for word in sentence:
            tags[word["tag"]] += 1
            poses[word["pos"]] += 1
            deps[word["dep"]] += 1
    ranked = {"tags": tags, "pos": poses, "deps": deps}
    labels = {key: [name for name, _ in sorted(c.items(), key=lambda x: (-x[1], x[0]))] for key, c in ranked.items()}
    return labels | {"entities": bio(ENTITY_TYPES), "roles": bio(ROLES)}


def save(labels: dict[str, list[str]], path) -> None:
    """Write the label lists as JSON."""
    path.write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
