import pytest

from quotecheck.text.words import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("— “ ” …", 0),
        ("It isn’t the well-known pilots’ boat.", 6),
        ("In 2019, 3.5 per cent", 6),
        ("naïve café 😀", 2),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, count: int) -> None:
    assert count_words(text) == count
