import pytest

from quotecheck.rulebook import load_rulebook
from quotecheck.text.language import language_note

RULEBOOK = load_rulebook()
ENGLISH = "The ferry from the northern quay was late again, and the people who wait for it have begun to count. " * 2


@pytest.mark.parametrize("text", ["", "Ferry late", "Bateau en retard", ENGLISH, ENGLISH.upper()])
def test_english_and_short_texts_get_no_note(text: str) -> None:
    assert language_note(text, RULEBOOK) is None


FRENCH = "Le bateau du quai nord est encore arrivé en retard et les gens qui attendent comptent les heures."
GERMAN = "Die Fähre vom Nordkai kam wieder zu spät, und die Leute, die hier warten, zählen die Stunden nun."
SPANISH = "El barco del muelle norte llegó tarde otra vez y la gente que espera cuenta las horas que ha perdido."
RUSSIAN = "Паром с северного причала снова опоздал, и люди, которые ждут, начали считать потерянные часы."


@pytest.mark.parametrize("text", [f"{one} {one}" for one in (FRENCH, GERMAN, SPANISH, RUSSIAN)])
def test_other_languages_get_a_note(text: str) -> None:
    note = language_note(text, RULEBOOK)

    assert note is not None
    assert note.code == "other-language"
    assert "English" in note.message
