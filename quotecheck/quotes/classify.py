"""What a pair of quotation marks is for: direct, mixed, scare, title. By characters and word lists only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quotecheck.quotes.surroundings import LONGEST_NAME, Surroundings, words_of
from quotecheck.records import QuotationKind
from quotecheck.rulebook import Rulebook

LONGEST_TERM = 3  # words between scare quotes
LONGEST_INTRODUCED_TERM = 6  # words, where "so-called" or its like comes before
LONGEST_TITLE = 12  # words
LONGEST_NICKNAME = 4  # words
SENTENCE_ENDS = tuple(".!?…")
OPENINGS = tuple("\"“”‘'([—–-:,;.!?…")


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lexicons that tell the kinds apart, made for quick looking up."""

    speech: frozenset[str]
    speech_with_object: frozenset[str]
    introductions: dict[str, str]  # phrase -> what it introduces
    longest_introduction: int  # words
    works_before: frozenset[str]
    works_after: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=8)
def word_lists(rulebook: Rulebook) -> WordLists:
    """The word lists of the quotation lexicons."""
    speech = rulebook.lexicon("quotation-speech-words")
    introductions = rulebook.lexicon("quotation-introductions")
    works = rulebook.lexicon("quotation-works")
    return WordLists(
        speech=frozenset(speech),
        speech_with_object=frozenset(word for word, entry in speech.items() if entry.fields["object_follows"]),
        introductions={word: str(entry.fields["introduces"]) for word, entry in introductions.items()},
        longest_introduction=max(len(word.split()) for word in introductions),
        works_before=frozenset(word for word, entry in works.items() if entry.fields["side"] != "after"),
        works_after=frozenset(word for word, entry in works.items() if entry.fields["side"] != "before"),
        small=frozenset(rulebook.lexicon("quotation-small-words")),
    )


def classify(around: Surroundings, lists: WordLists, *, headline: bool, resumes: bool) -> QuotationKind:
    """The kind of a quotation in one paragraph.

    ``headline``: its paragraph is capitalized throughout, so capitals tell nothing. ``resumes``: a
    quotation in the same sentence ended with a comma, and this one goes on.
    """
    if around.words == 0 or around.before.endswith("="):  # the latter: a value in markup
        return QuotationKind.SCARE
    introduced = _introduced(around, lists)
    if _is_title(around, lists, introduced, headline=headline):
        return QuotationKind.TITLE
    if introduced in ("term", "nickname") and around.words <= LONGEST_INTRODUCED_TERM:
        return QuotationKind.SCARE
    if _is_full(around, lists, headline=headline) or (resumes and around.words > 1):
        return QuotationKind.DIRECT
    if around.words <= LONGEST_TERM and not _speech_near(around, lists):
        return QuotationKind.SCARE
    return QuotationKind.MIXED


def is_title_case(words: list[str], small: frozenset[str]) -> bool:
    """Whether all words but the small ones have a capital or a digit, the first one too."""
    return bool(words) and _capital(words[0]) and all(_capital(word) or word in small for word in words)


def _capital(word: str) -> bool:
    return not word[0].islower()


def _introduced(around: Surroundings, lists: WordLists) -> str | None:
    """What the words directly before the quotation say that it is: a title, a nickname, a term."""
    before = around.before.rstrip(",").casefold().split()
    for length in range(lists.longest_introduction, 0, -1):
        phrase = " ".join(before[-length:]).lstrip("“\"'‘(")
        if len(before) >= length and phrase in lists.introductions:
            return lists.introductions[phrase]
    return None


def _is_title(around: Surroundings, lists: WordLists, introduced: str | None, *, headline: bool) -> bool:
    if around.words > LONGEST_TITLE or len(around.inside) > LONGEST_NAME or not _capital(around.inside[0]):
        return False
    if introduced == "title":
        return True
    words = words_of(around.inside)
    if headline or not is_title_case(words, lists.small):
        return False
    if introduced == "nickname" or _is_nickname(around):
        return len(words) <= LONGEST_NICKNAME
    return _beside_work(around, lists) or _is_name_in_sentence(around, words, lists)


def _is_nickname(around: Surroundings) -> bool:
    """Dwayne "The Rock" Johnson; Robert ("Bob") Doe."""
    before, after = around.before.rstrip("("), around.after.lstrip(") ")
    name_before = before.split()[-1:] or [""]
    named = name_before[0][:1].isupper() and before[-1:].isalpha() and len(before.split()) > 0
    return named and after[:1].isupper() and around.after[:1] in (" ", ")") and around.inside[-1:] not in ",!?"


def _beside_work(around: Surroundings, lists: WordLists) -> bool:
    before = words_of(around.before.casefold())[-1:]
    after = words_of(around.after.casefold())[:2]
    if before and before[0] in lists.works_before and around.before[-1:] not in SENTENCE_ENDS:
        return True
    return around.after[:1] == " " and any(word in lists.works_after for word in after)


def _is_name_in_sentence(around: Surroundings, words: list[str], lists: WordLists) -> bool:
    """Capitalized words in the middle of a sentence: two that nobody says, or three."""
    capitals = sum(_capital(word) for word in words)
    if capitals < 2 or not (around.before[-1:].isalnum() or around.before.endswith(("’s", "'s", "’", "'"))):
        return False
    before = words_of(around.before.casefold())[-1:]
    return capitals > 2 or not before or before[0] not in lists.speech


def _is_full(around: Surroundings, lists: WordLists, *, headline: bool) -> bool:
    """Whether the marks hold a clause or sentence of its own."""
    begins_sentence = not around.before or around.before.endswith(OPENINGS)
    ends_clause = around.inside.endswith((",", "—", "-", "–", *SENTENCE_ENDS)) or not around.closed
    ends_clause = ends_clause or around.after[:1] in tuple(",.!?")
    if _capital(around.inside[0]) and not headline:
        last = words_of(around.before.casefold())[-1:]
        if begins_sentence and (ends_clause or around.words > LONGEST_TERM):
            return around.words > 1 or _stands_alone(around)
        said = bool(last) and last[0] in lists.speech - lists.speech_with_object
        return around.words > LONGEST_TERM and (said or ends_clause) and not around.before.endswith(" that")
    if headline:
        return begins_sentence and (around.words > LONGEST_TERM or (around.words > 1 and around.before.endswith(":")))
    return not around.before and ends_clause and around.words > LONGEST_TERM


def _stands_alone(around: Surroundings) -> bool:
    return not around.before or around.before.endswith((".", "?", "!", ":", "”", '"', ","))


def _speech_near(around: Surroundings, lists: WordLists) -> bool:
    before = words_of(around.sentence_before.casefold())
    return not (lists.speech.isdisjoint(before) and lists.speech.isdisjoint(words_of(around.sentence_after.casefold())))
