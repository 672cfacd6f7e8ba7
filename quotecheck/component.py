"""quotecheck in a spaCy pipeline: ``nlp.add_pipe("quotecheck")`` sets ``doc._.quotecheck``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import Parse
from quotecheck.document.reading import KEY
from quotecheck.rulebook import Rulebook, load_rulebook


class Component:
    """Sets ``doc._.quotecheck`` to the Audit of a doc that has tags, heads and sentences already."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __call__(self, doc: Doc) -> Doc:
        from quotecheck.layers import audit_parse  # spaCy imports this module for every pipeline, also for ours

        document = build_document_from_text(doc.text, self.rulebook, verbatim=True)
        doc._.quotecheck = audit_parse(Parse(document, doc, doc.user_data.get(KEY)), self.rulebook)
        return doc


@Language.factory("quotecheck", assigns=["doc._.quotecheck"], requires=["token.dep", "token.tag"])
def create(nlp: Language, name: str) -> Component:
    """The component, with the bundled rules."""
    if not Doc.has_extension("quotecheck"):
        Doc.set_extension("quotecheck", default=None)
    return Component(load_rulebook())
