"""The mentions that lead to one source, while they are being collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotecheck.records import Attribution
from quotecheck.sources.figure import Figure
from quotecheck.sources.mention import Mention

PERSON, GROUP, ORGANIZATION, DOCUMENT, NOBODY = "person", "group", "organization", "document", "none"
STRENGTH = (
    "confidential",
    "spokesperson",
    "inside",
    "expert",
    "authority",
    "poll",
    "document",
    "media",
    "organization",
    "people",
    "crowd",
    "unknown",
)


@dataclass(slots=True, eq=False)
class Group:
    """One source in the making."""

    kind: str
    figure: Figure | None = None
    name: str | None = None
    body: Figure | None = None  # whom an unnamed person or a document belongs to
    body_name: str | None = None
    told: set[str] = field(default_factory=set)  # of which kind it is said to be: "tenant" of "tenant advocates"
    is_owned: bool = False  # the body is somebody's campaign, office or government
    mentions: list[Mention] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    candidates: tuple[str, ...] = ()
    sex: str | None = None

    @property
    def descriptions(self) -> list[Mention]:
        """The mentions that are no pronouns."""
        return [each for each in self.mentions if each.form == "description"]

    @property
    def noun_class(self) -> str:
        """The most telling class among the nouns of its descriptions."""
        classes = {each.noun_class for each in self.descriptions}
        return next((each for each in STRENGTH if each in classes), "unknown")

    @property
    def nouns(self) -> set[str]:
        """The head nouns of its descriptions."""
        return {each.noun for each in self.descriptions}

    @property
    def is_plural(self) -> bool:
        """Whether the first description is of several."""
        first = next(iter(self.descriptions), None) or next(iter(self.mentions), None)
        return first is not None and (first.is_plural or (first.is_part and first.noun_class != "people"))

    @property
    def has_named_body(self) -> bool:
        """Whether it belongs to an institution with a name, not to a person."""
        return self.body is not None and (self.body.label != PERSON or self.is_owned)

    @property
    def last(self) -> int:
        """The token at which it was mentioned last."""
        return self.mentions[-1].head if self.mentions else -1

    @property
    def is_one_unnamed(self) -> bool:
        """Whether it is one person whom the article does not name."""
        return self.figure is None and self.kind == PERSON and not self.is_plural and not self.candidates

    def take(self, attribution: Attribution) -> None:
        """Count ``attribution`` in, once."""
        if attribution not in self.attributions[-1:]:
            self.attributions.append(attribution)
