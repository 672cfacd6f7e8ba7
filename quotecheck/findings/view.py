"""An audit with the look-ups that rules need, each made once and only when asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quotecheck.findings.noun_phrase import singular
from quotecheck.records import Attribution, Audit, Name, Quotation, Source, SourceKind, Span
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.wordings import index_of_list, places_of_words
from quotecheck.text.opening import headline_of, lead_of

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class View:
    """One audit, and the rulebook whose word lists the rules name."""

    audit: Audit
    rulebook: Rulebook

    @property
    def text(self) -> str:
        """The plain text of the article, in which all spans count."""
        return self.audit.document.text

    @cached_property
    def words(self) -> Mapping[str, Sequence[int]]:
        """Every word in lower case, and where it begins."""
        return places_of_words(self.text)

    @cached_property
    def nouns(self) -> Mapping[str, Sequence[int]]:
        """Every word in the singular, in lower case, and where it begins in either number."""
        found: dict[str, list[int]] = defaultdict(list)
        for word, starts in self.words.items():
            found[singular(word)] += starts
        return found

    @cached_property
    def spoken(self) -> tuple[Quotation, ...]:
        """The quotations that quote somebody and lie in no other, in the order of the text."""
        return tuple(self.audit.outer_quotations())

    @cached_property
    def marked(self) -> tuple[Quotation, ...]:
        """All quotations, scare quotes and titles too, that lie in no other."""
        kept: list[Quotation] = []
        for each in sorted(self.audit.quotations, key=lambda each: (each.span.start, -each.span.end)):
            if not kept or kept[-1].span.end <= each.span.start:
                kept.append(each)
        return tuple(kept)

    @cached_property
    def statements(self) -> tuple[Attribution, ...]:
        """What is said or shown, thoughts and intentions aside, in the order of the text."""
        said = [each for each in self.audit.attributions if each.family.is_statement]
        return tuple(sorted(said, key=lambda each: (each.content[0], each.statement)))

    @cached_property
    def credited_words(self) -> str:
        """The bare words of all quotations that somebody is credited with, one a line."""
        credited = (each.span for each in self.spoken if self.attribution_of(each) is not None)
        return "\n".join(bare_words(span.of(self.text)) for span in credited)

    @cached_property
    def _sources(self) -> Mapping[Attribution, tuple[Source, ...]]:
        found: dict[Attribution, tuple[Source, ...]] = {}
        for source in self.audit.sources:
            for attribution in source.attributions:
                found[attribution] = (*found.get(attribution, ()), source)
        return found

    @cached_property
    def _attributions(self) -> Mapping[Span, Attribution]:
        return {quoted.span: each for each in self.audit.attributions for quoted in each.quotations}

    @cached_property
    def _quoted_starts(self) -> Sequence[int]:
        return [each.span.start for each in self.marked]

    @cached_property
    def _said(self) -> dict[str, bool]:
        return {}

    @cached_property
    def given_names(self) -> Mapping[str, str]:
        """The given name that first stands with each last name."""
        found: dict[str, str] = {}
        for name in self.audit.names:
            words = name.span.of(self.text).split()
            if name.kind is SourceKind.PERSON and len(words) > 1:
                found.setdefault(words[-1], words[0])
        return found

    @cached_property
    def _name_starts(self) -> Sequence[int]:
        return [each.span.start for each in self.audit.names]

    @cached_property
    def _spoken_starts(self) -> Sequence[int]:
        return [each.span.start for each in self.spoken]

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return [each.start for each in self.audit.sentences]

    @cached_property
    def _paragraph_starts(self) -> Sequence[int]:
        return [each.start for each in self.audit.document.paragraphs]

    @cached_property
    def _by_sentence(self) -> Mapping[int, Sequence[Attribution]]:
        found: dict[int, list[Attribution]] = defaultdict(list)
        for each in self.statements:
            found[self.sentence_number(each.statement.start)].append(each)
        return found

    @cached_property
    def headline(self) -> Span | None:
        """Where the title stands in the text."""
        return headline_of(self.audit.document)

    @cached_property
    def lead(self) -> Span:
        """The first paragraph of prose, headline and byline aside."""
        return lead_of(self.audit.document)

    def sources_of(self, attribution: Attribution) -> tuple[Source, ...]:
        """Whom the attribution belongs to; several where "X and Y said"."""
        return self._sources.get(attribution, ())

    def source_of(self, attribution: Attribution | None) -> Source | None:
        """The first of those whom the attribution belongs to."""
        return next(iter(self.sources_of(attribution)), None) if attribution is not None else None

    def attribution_of(self, quotation: Quotation) -> Attribution | None:
        """Who is credited with the quotation."""
        return self._attributions.get(quotation.span)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation, of any kind, around the character at ``offset``."""
        at = bisect_right(self._quoted_starts, offset) - 1
        return self.marked[at] if at >= 0 and offset < self.marked[at].span.end else None

    def quotation_before(self, quotation: Quotation) -> Quotation | None:
        """The last quotation of somebody's words that ends before this one begins."""
        at = bisect_left(self._spoken_starts, quotation.span.start) - 1
        return self.spoken[at] if at >= 0 and self.spoken[at].span.end <= quotation.span.start else None

    def sentence_number(self, offset: int) -> int:
        """The number, from 0, of the sentence that holds ``offset`` or ends before it."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Span:
        """The sentence around the character at ``offset``."""
        sentences = self.audit.sentences
        return sentences[self.sentence_number(offset)] if sentences else Span(0, len(self.text))

    def paragraph_number(self, offset: int) -> int:
        """The number, from 0, of the paragraph that holds ``offset`` or ends before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> Span:
        """The paragraph around the character at ``offset``."""
        paragraphs = self.audit.document.paragraphs
        return paragraphs[self.paragraph_number(offset)] if paragraphs else Span(0, len(self.text))

    def names_in(self, span: Span) -> Sequence[Name]:
        """The names that begin within ``span``."""
        names = self.audit.names
        return names[bisect_left(self._name_starts, span.start) : bisect_left(self._name_starts, span.end)]

    def says(self, name: str) -> bool:
        """Whether a phrase of the word list ``name`` stands anywhere in the article."""
        if name not in self._said:
            index = index_of_list(name, self.rulebook)
            self._said[name] = next(index.find(self.text, self.words), None) is not None
        return self._said[name]

    def statements_at(self, offset: int) -> tuple[Attribution, ...]:
        """The statements that begin in the sentence around the character at ``offset``."""
        number = self.sentence_number(offset)
        return self.statements_in(number, number)

    def statements_in(self, first: int, last: int) -> tuple[Attribution, ...]:
        """The statements that begin in the sentences numbered ``first`` to ``last``, both included."""
        return tuple(each for number in range(first, last + 1) for each in self._by_sentence.get(number, ()))


def bare_words(text: str) -> str:
    """The words in small letters, a space around each, so that runs of whole words can be found."""
    return f" {' '.join(WORD.findall(text.lower()))} "
