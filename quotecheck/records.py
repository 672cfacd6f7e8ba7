"""The records that pass from layer to layer: one page that explains the program.

Every offset counts Unicode code points of ``Document.text``; ends are exclusive, so that
``text[span.start:span.end]`` is the text of a span. Records point down only: a source knows its
attributions, an attribution its quotations, a quotation nobody. Absence is ``None``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class QuotationKind(StrEnum):
    """What a pair of quotation marks is for."""

    DIRECT = "direct"  # a full quotation
    MIXED = "mixed"  # a quoted fragment inside a sentence of the reporter's
    SCARE = "scare"  # marks around a term, nobody is quoted
    TITLE = "title"  # the name of a work, or a nickname

    @property
    def is_spoken(self) -> bool:
        """Whether the marks are around somebody's words."""
        return self in (QuotationKind.DIRECT, QuotationKind.MIXED)


class AttributionKind(StrEnum):
    """How the content of an attribution is given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class CueForm(StrEnum):
    """The grammatical shape of a cue."""

    VERB = "verb"  # "said"
    PHRASE = "phrase"  # "according to"
    NOUN = "noun"  # "her claim that", "in a statement"
    COLON = "colon"  # "SMITH:"


class CueFamily(StrEnum):
    """What the cue says that its source does."""

    SPEECH = "speech"  # says or writes
    EVIDENCE = "evidence"  # shows or finds: polls, reports, court filings
    MENTAL = "mental"  # believes, thinks, fears
    INTENTION = "intention"  # wants, plans, vows
    ACT = "act"  # announces, praises, discusses: the matter of the words, not what they say

    @property
    def is_statement(self) -> bool:
        """Whether something was said or shown, not merely thought or wanted."""
        return self in (CueFamily.SPEECH, CueFamily.EVIDENCE)


class SourceType(StrEnum):
    """The six types of source of the report contract."""

    NAMED_PERSON = "named_person"
    NAMED_ORGANIZATION = "named_organization"
    DOCUMENT = "document"
    ANONYMOUS_SOURCE = "anonymous_source"
    UNNAMED_PERSON = "unnamed_person"
    UNNAMED_GROUP = "unnamed_group"


NAMED_TYPES = (SourceType.NAMED_PERSON, SourceType.NAMED_ORGANIZATION, SourceType.DOCUMENT)
UNNAMED_TYPES = (SourceType.UNNAMED_PERSON, SourceType.UNNAMED_GROUP)


class Signal(StrEnum):
    """How the article shows that a name is withheld."""

    EXPLICIT = "explicit"
    IMPLICIT = "implicit"
    NONE = "none"


class SourceKind(StrEnum):
    """What a source is, named or not."""

    PERSON = "person"
    GROUP = "group"
    ORGANIZATION = "organization"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of ``Document.text``: code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Note:
    """Something about an input that its reader should know, and that is no failure."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of ``Document.text`` and the characters of the source that it was made from.

    Where both are equally long, they agree character by character; otherwise (an entity such as
    ``&ldquo;``, a run of white space) the run stands for its origin as a whole.
    """

    span: Span
    origin: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of ``Document.text`` lies in a container: a paragraph, a JSON pointer, an XPath."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Directive:
    """What an article says to quotecheck itself, "ignore late-speaker -- agreed with the desk"."""

    words: str
    origin: Span  # of the source, comment marks included
    offset: int  # of ``Document.text``: what follows it there is what the directive is about
    for_article: bool = False  # from the front matter or the head of a page: about the whole article


@dataclass(frozen=True, slots=True)
class Document:
    """One article, as decoded, and freed of its markup.

    ``text`` is what the layers above read. ``source`` is what offsets in reports count in: the decoded file,
    markup included, or the extracted text of a container; ``segments`` lead from one to the other, in order,
    without overlap; where there are none both texts are the same.
    """

    path: str
    format: str
    text: str
    title: str | None
    byline: str | None
    paragraphs: tuple[Span, ...]
    notes: tuple[Note, ...] = ()
    markup: str | None = None  # the source, where it is not ``text`` itself
    segments: tuple[Segment, ...] = ()
    places: tuple[Place, ...] = ()
    directives: tuple[Directive, ...] = ()
    section: str | None = None  # "opinion", "news", as the article's own metadata say
    heading: Span | None = None  # the title, where it stands in ``text``
    has_metadata: bool = False  # whether the format has a place for a byline, so that its absence tells something

    @property
    def source(self) -> str:
        """The text that offsets in reports count in."""
        return self.text if self.markup is None else self.markup

    def origin(self, span: Span) -> Span:
        """Where the words of ``span`` stand in ``source``, from its first character to its last."""
        if not self.segments:
            return span
        start = self._origin_of(span.start).start
        return Span(start, max(start, self._origin_of(span.end - 1).end) if span.end > span.start else start)

    def place(self, offset: int) -> str | None:
        """What the container calls the place of the character at ``offset`` of ``text``."""
        at = bisect_right(self.places, offset, key=lambda each: each.span.start) - 1
        return self.places[at].label if at >= 0 else None

    def _origin_of(self, offset: int) -> Span:
        """Where the character at ``offset`` comes from; the nearest one before it for one that was put in."""
        at = max(0, bisect_right(self.segments, offset, key=lambda each: each.span.start) - 1)
        segment = self.segments[at]
        run, origin = segment.span, segment.origin
        if run.end <= offset:
            return Span(origin.end, origin.end)
        if run.end - run.start != origin.end - origin.start:
            return origin
        start = origin.start + max(0, offset - run.start)
        return Span(start, start + 1)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between one pair of quotation marks, marks included."""

    span: Span
    kind: QuotationKind
    opening: str
    closing: str | None  # None: the marks never close
    parts: tuple[Span, ...]  # one a paragraph, marks included
    depth: int  # 0: not inside another quotation
    words: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tie a source to a content."""

    span: Span
    lemma: str
    form: CueForm
    family: CueFamily


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, what it is said to have said or thought, and the words that tie the two."""

    kind: AttributionKind
    source: Span | None
    cue: Cue | None
    content: tuple[Span, ...]
    statement: Span
    quotations: tuple[Quotation, ...]
    family: CueFamily
    rule: str
    confidence: float | None = None  # how often one like it is right, from 0 to 1


@dataclass(frozen=True, slots=True)
class Anonymity:
    """Whether and why a source's name is withheld."""

    signal: Signal
    reason: str | None  # as written
    is_rote: bool = False  # the reason is only a formula, "not authorized to speak"


@dataclass(frozen=True, slots=True)
class Source:
    """Who or what the article hangs information on."""

    type: SourceType
    name: str | None
    description: str
    title: str | None
    affiliation: str | None
    justification: str | None
    count: int | None
    anonymity: Anonymity
    specificity: int | None  # S0 to S8
    mentions: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    kind: SourceKind = SourceKind.PERSON
    basis: str | None = None  # how an unnamed source knows, as written
    motive: str | None = None  # what it wants or which side it is on, as written
    dimensions: tuple[str, ...] = ()  # what raised the specificity
    candidates: tuple[str, ...] = ()  # the names between which the article leaves it open
    called: str | None = None  # what a group or document without a name is called: "harbor pilots", "Census data"
    via: tuple[str, ...] = ()  # whom an outlet cites: the chain behind second-hand information

    @property
    def statements(self) -> int:
        """How often it says something: thoughts, wishes and deeds do not count."""
        return sum(each.family.is_statement for each in self.attributions)

    @property
    def shown(self) -> str:
        """What people are shown: the name, but "Halden Port officials" for those who speak for Halden Port."""
        speaks_for_body = self.type is SourceType.NAMED_ORGANIZATION and self.kind is SourceKind.GROUP
        return self.description if speaks_for_body else self.name or self.description


class Convention(StrEnum):
    """Whom metrics count as unnamed; which types that are is said in ``rules/metrics.yaml``."""

    STRICT = "strict"  # anonymous sources
    WIDE = "wide"  # and unnamed persons
    WIDEST = "widest"  # and unnamed groups
    VEILED = "veiled"  # as wide, and unnamed spokespeople of named organizations


@dataclass(frozen=True, slots=True)
class Metrics:
    """Counts over one article or many: they add with ``+``.

    ``tallies`` has them by the names of ``rules/metrics.yaml``; what depends on a convention has its name behind
    a full stop, "nameless_statements.wide". What does not occur may be missing.
    """

    tallies: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Metrics) -> Metrics:
        """The counts of both."""
        return Metrics(self.tallies + other.tallies)

    @property
    def documents(self) -> int:
        """Articles."""
        return self.tallies["documents"]

    @property
    def words(self) -> int:
        """Words of the articles."""
        return self.tallies["words"]

    @property
    def direct_quotations(self) -> int:
        """Quotations of the kinds direct and mixed."""
        return self.tallies["direct_quotations"]

    @property
    def quoted_words(self) -> int:
        """Words in quotation marks, none twice."""
        return self.tallies["quoted_words"]

    @property
    def unattributed_quotations(self) -> int:
        """Quotations that nobody is credited with."""
        return self.tallies["unattributed_quotations"]

    @property
    def attributions(self) -> int:
        """Attributions of speech and evidence."""
        return self.tallies["attributions"]

    @property
    def statements(self) -> int:
        """Attributions whose source is a source of the article, once for each such source."""
        return self.tallies["statements"]

    @property
    def statements_by_type(self) -> Counter[SourceType]:
        """Statements by the type of their source."""
        return Counter({each: self.tallies[f"statements_of_{each.value}"] for each in SourceType})

    @property
    def named_statements(self) -> int:
        """Statements of sources that the article names."""
        return self.tallies["named_statements"]

    @property
    def top_source_statements(self) -> int:
        """Statements of the most used source of each article."""
        return self.tallies["top_source_statements"]

    @property
    def sources(self) -> int:
        """Distinct sources."""
        return self.tallies["sources"]

    @property
    def sources_by_type(self) -> Counter[SourceType]:
        """Sources by their type."""
        return Counter({each: self.tallies[f"sources_of_{each.value}"] for each in SourceType})

    @property
    def named_sources(self) -> int:
        """Persons, organizations and documents that the article names."""
        return self.tallies["named_sources"]

    @property
    def anonymous_with_reason(self) -> int:
        """Anonymous sources with a stated reason."""
        return self.tallies["anonymous_with_reason"]

    @property
    def single_source(self) -> int:
        """Articles all of whose statements come from one source."""
        return self.tallies["single_source"]

    @property
    def anonymous_only(self) -> int:
        """Articles with statements, none of them of a named source."""
        return self.tallies["anonymous_only"]

    @property
    def anonymous_in_lead(self) -> int:
        """Articles whose headline or first paragraph rests on an anonymous source."""
        return self.tallies["anonymous_in_lead"]


CONTRACT_SHARES = (  # in the order of the report contract
    "named_statement_share",
    "anonymous_statement_share",
    "unnamed_statement_share",
    "anonymous_quoted_word_share",
    "anonymous_with_reason_share",
    "top_source_share",
    "attributions_per_100_words",
    "transparency_score",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One metric of ``rules/metrics.yaml``, with the counts that it is made of."""

    id: str
    value: float | None  # None where there is nothing to divide by
    numerator: int | None = None  # None for the transparency score, which is made of shares
    denominator: int | None = None  # None for a plain count, too
    is_of_contract: bool = False  # has a field of its own in the report contract
    is_by_convention: bool = False  # depends on whom the convention counts as unnamed


@dataclass(frozen=True, slots=True)
class Shares:
    """What the counts mean under one convention, in the order of ``rules/metrics.yaml``."""

    measures: tuple[Measure, ...] = ()
    convention: Convention = Convention.STRICT

    def value(self, name: str) -> float | None:
        """The value of a metric; ``None`` where there is nothing to divide by."""
        return next((each.value for each in self.measures if each.id == name), None)

    @property
    def named_statement_share(self) -> float | None:
        """Statements of named sources, 0 to 1."""
        return self.value("named_statement_share")

    @property
    def anonymous_statement_share(self) -> float | None:
        """Statements of anonymous sources, 0 to 1."""
        return self.value("anonymous_statement_share")

    @property
    def unnamed_statement_share(self) -> float | None:
        """Statements of unnamed persons and groups, 0 to 1."""
        return self.value("unnamed_statement_share")

    @property
    def anonymous_quoted_word_share(self) -> float | None:
        """Words quoted from anonymous sources, 0 to 1."""
        return self.value("anonymous_quoted_word_share")

    @property
    def anonymous_with_reason_share(self) -> float | None:
        """Anonymous sources with a stated reason, 0 to 1."""
        return self.value("anonymous_with_reason_share")

    @property
    def top_source_share(self) -> float | None:
        """Statements of the most used source, 0 to 1."""
        return self.value("top_source_share")

    @property
    def attributions_per_100_words(self) -> float | None:
        """How densely the article attributes."""
        return self.value("attributions_per_100_words")

    @property
    def transparency_score(self) -> float | None:
        """0 to 100; ``None`` without statements."""
        return self.value("transparency_score")


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Scope(StrEnum):
    """What a finding is about."""

    SPAN = "span"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where an article falls short of a newsroom's rule."""

    rule: str  # its id
    severity: Severity
    message: str
    advice: str  # what to do about it
    span: Span  # of ``Document.text``; empty at 0 where the finding is about the whole article
    scope: Scope
    confidence: float  # from 0 to 1: how often the rule is right
    fingerprint: str = ""  # the same in the next version of the article, wherever the words then stand
    source: Source | None = None
    attribution: Attribution | None = None
    suppression: str | None = None  # why it is left out ("baseline", "agreed with the desk"); None: it counts
    origin: Span | None = None  # of the source, where it is about words that are not in ``Document.text``


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody who would say nothing: a disclosure, no statement."""

    source: Span | None
    cue: Span
    statement: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in an article, cited or not."""

    span: Span
    kind: SourceKind  # person or organization


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything about one article."""

    document: Document
    words: int
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    metrics: Metrics = field(default_factory=Metrics)
    shares: Shares = field(default_factory=Shares)
    refusals: tuple[Refusal, ...] = ()
    names: tuple[Name, ...] = ()  # those of persons and organizations
    findings: tuple[Finding, ...] = ()
    head: tuple[Span, ...] = ()  # the paragraphs above the prose: headline, subtitle, byline, date

    def outer_quotations(self) -> list[Quotation]:
        """The quotations, scare quotes and titles aside, that lie in no other: no word stands in two of them."""
        quoted = (each for each in self.quotations if each.kind.is_spoken)
        kept: list[Quotation] = []
        for quotation in sorted(quoted, key=lambda each: (each.span.start, -each.span.end)):
            if not kept or kept[-1].span.end <= quotation.span.start:
                kept.append(quotation)
        return kept


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be done as asked: an input that cannot be read, a configuration that is broken; and why."""

    path: str
    code: str
    message: str
    line: int | None = None

    @property
    def outcome(self) -> str:
        """What came of it: an input was not read, anything else that was asked for was not done."""
        return "not done" if self.code in ("configuration", "model") else "not read"


@dataclass(frozen=True, slots=True)
class Section:
    """What the articles of one section come to: desks differ too widely to be thrown together."""

    name: str | None  # as the articles' own metadata say, in small letters; None: they do not say
    metrics: Metrics
    shares: Shares


@dataclass(frozen=True, slots=True)
class Summary:
    """What all articles of a report come to, and the inputs that could not be read."""

    metrics: Metrics
    shares: Shares
    failures: tuple[Failure, ...]
    findings: Counter[Severity] = field(default_factory=Counter)  # those that count
    suppressed: int = 0  # findings that do not
    conventions: tuple[Shares, ...] = ()  # the same under each convention
    sections: tuple[Section, ...] = ()  # each by itself; none where no article tells its section
    known: int = 0  # those of ``suppressed`` that a baseline knows
    since: str | None = None  # the base in git, where only changes were looked at


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What reports tell of a rule that was asked for, so that a finding can be understood without the program."""

    id: str
    title: str
    severity: Severity
    why: str
    advice: str
    references: tuple[str, ...]  # "AP, News Values and Principles (2006)"
    precision: float | None  # measured: how often it is right, from 0 to 1


@dataclass(frozen=True, slots=True)
class Tool:
    """Who made a report: version, language model, and the rules that were asked for."""

    version: str
    model: str
    rules: tuple[RuleCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that an output format sees."""

    tool: Tool
    audits: tuple[Audit, ...]
    summary: Summary
