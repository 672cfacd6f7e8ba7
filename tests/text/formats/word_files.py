"""Word files made by hand."""

from __future__ import annotations

import zipfile
from io import BytesIO

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = f'<Relationships><Relationship Id="r1" Type="{TYPE}" Target="word/document.xml"/></Relationships>'
STYLES = (
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
)


def word_file(body: str, *, footnotes: str = "") -> bytes:
    """A .docx with that body, and footnotes where given."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {NAMESPACE}>{STYLES}</w:styles>")
        if footnotes:
            archive.writestr("word/footnotes.xml", f"<w:footnotes {NAMESPACE}>{footnotes}</w:footnotes>")
    return buffer.getvalue()


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs with these words."""
    name = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{name}{''.join(map(run, runs))}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
