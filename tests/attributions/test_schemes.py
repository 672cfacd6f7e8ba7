"""The engine on parses built by hand, in the labels of the en_core_web pipelines and of Universal Dependencies."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from quotecheck.attributions.attribute import attribute
from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import Parse
from quotecheck.quotes.find import find_quotations
from quotecheck.records import Attribution
from quotecheck.rulebook import Rulebook

VOCAB = spacy.blank("en").vocab

# One word a line: form, lemma, part of speech, tag, head (counted from 0), relation; "_" marks no space after.
CLAUSE = """The the DET DT 1 det
agency agency NOUN NN 2 nsubj
said say VERB VBD 2 ROOT
the the DET DT 4 det
ferry ferry NOUN NN 5 nsubj
sank sink VERB VBD 2 ccomp _
. . PUNCT . 2 punct"""

ACCORDING_CLEAR = """The the DET DT 1 det
ferry ferry NOUN NN 2 nsubj
sank sink VERB VBD 2 ROOT _
, , PUNCT , 2 punct
according accord VERB VBG 2 prep
to to ADP IN 4 prep
the the DET DT 7 det
agency agency NOUN NN 5 pobj _
. . PUNCT . 2 punct"""

ACCORDING_UD = """The the DET DT 1 det
ferry ferry NOUN NN 2 nsubj
sank sink VERB VBD 2 ROOT _
, , PUNCT , 7 punct
according accord VERB VBG 7 case
to to ADP IN 4 fixed
the the DET DT 7 det
agency agency NOUN NN 2 obl _
. . PUNCT . 2 punct"""

AGENT_CLEAR = """The the DET DT 1 det
board board NOUN NN 3 nsubjpass
was be AUX VBD 3 auxpass
told tell VERB VBN 3 ROOT
by by ADP IN 3 agent
Lind Lind PROPN NNP 4 pobj
that that SCONJ IN 8 mark
it it PRON PRP 8 nsubj
sank sink VERB VBD 3 ccomp _
. . PUNCT . 3 punct"""

PREPOSITION_CLEAR = """The the DET DT 1 det
union union NOUN NN 2 nsubj
called call VERB VBD 2 ROOT
for for ADP IN 2 prep
a a DET DT 5 det
recount recount NOUN NN 3 pobj _
. . PUNCT . 2 punct"""

OBJECT_CLEAR = """The the DET DT 1 det
bank bank NOUN NN 2 nsubj
announced announce VERB VBD 2 ROOT
a a DET DT 4 det
sale sale NOUN NN 2 dobj _
. . PUNCT . 2 punct"""

URGED_CLEAR = """Lind Lind PROPN NNP 1 nsubj
urged urge VERB VBD 1 ROOT
the the DET DT 3 det
board board NOUN NN 5 nsubj
to to PART TO 5 aux
wait wait VERB VB 1 ccomp _
. . PUNCT . 1 punct"""

QUOTED = """“ “ PUNCT `` 2 punct _
Nobody nobody PRON NN 2 nsubj
came come VERB VBD 6 ccomp _
, , PUNCT , 6 punct _
” ” PUNCT '' 6 punct
she she PRON PRP 6 nsubj
said say VERB VBD 6 ROOT _
. . PUNCT . 6 punct"""

CASES = [
    pytest.param(CLAUSE, "The agency", "said", ["the ferry sank"], id="clause"),
    pytest.param(ACCORDING_CLEAR, "the agency", "according to", ["The ferry sank"], id="according-clear"),
    pytest.param(ACCORDING_UD, "the agency", "according to", ["The ferry sank"], id="according-ud"),
    pytest.param(AGENT_CLEAR, "Lind", "was told", ["that it sank"], id="agent-clear"),
    pytest.param(PREPOSITION_CLEAR, "The union", "called for", ["a recount"], id="preposition-clear"),
    pytest.param(OBJECT_CLEAR, "The bank", "announced", ["a sale"], id="object-clear"),
    pytest.param(URGED_CLEAR, "Lind", "urged", ["the board to wait"], id="urged-clear"),
    pytest.param(QUOTED, "she", "said", ["“Nobody came,”"], id="quoted"),
]


def build(table: str) -> Doc:
    rows = [line.split() for line in table.splitlines()]
    return Doc(
        VOCAB,
        words=[row[0] for row in rows],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        heads=[int(row[4]) for row in rows],
        deps=[row[5] for row in rows],
        spaces=[len(row) < 7 for row in rows],
    )


def attributions_of(doc: Doc, rulebook: Rulebook) -> tuple[Attribution, ...]:
    document = build_document_from_text(doc.text, rulebook)
    return attribute(Parse(document, doc), find_quotations(document, rulebook), rulebook).attributions


@pytest.mark.parametrize(("table", "source", "cue", "content"), CASES)
def test_both_schemes_give_source_cue_and_content(
    table: str, source: str, cue: str, content: list[str], rulebook: Rulebook
) -> None:
    doc = build(table)
    (found,) = attributions_of(doc, rulebook)
    assert found.source is not None
    assert found.source.of(doc.text) == source
    assert found.cue is not None
    assert found.cue.span.of(doc.text) == cue
    assert [span.of(doc.text) for span in found.content] == content
