"""XML into a tree, with nothing that an attack could use: no entities of its own, nothing fetched, no deep nesting."""

from __future__ import annotations

from html.entities import html5
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from quotecheck.errors import InputError

DEEPEST = 200


def parse_xml(data: str | bytes, path: str, part: str = "") -> Element:
    """The root; names lose their namespaces. Raises InputError, which names ``part`` of the file where given.

    A document type may be named, as in NITF, but it is not fetched; of entities only those of HTML are known then.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader(path, f"{part}: " if part else "")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.builder.data
    parser.EntityDeclHandler = reader.refuse_entity
    parser.SkippedEntityHandler = reader.skipped
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        place = f"{expat.ErrorString(error.code)} in line {error.lineno}, column {error.offset + 1}"
        reason = f"{reader.part}it is no well-formed XML: {place}; export it anew"
        raise InputError(path, "xml", reason) from None
    return reader.builder.close()


class _Reader:
    def __init__(self, path: str, part: str) -> None:
        self.path, self.part = path, part
        self.builder = TreeBuilder()
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            reason = f"{self.part}its elements are nested more than {DEEPEST} deep, so it is no article"
            raise InputError(self.path, "too-deep", reason)
        self.builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(_local(name))

    def refuse_entity(self, name: str, *_: object) -> None:
        reason = f"{self.part}it defines the entity '{name}', which could grow without end; write the characters out"
        raise InputError(self.path, "xml-entities", reason)

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.builder.data(html5.get(f"{name};", f"&{name};"))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
