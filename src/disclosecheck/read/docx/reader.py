"""A .docx as a Document: which parts are read, and what becomes of each."""

from lxml import etree

from disclosecheck.model.document import Document, Note
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.blocks import Blocks
from disclosecheck.read.docx.notices import Notices
from disclosecheck.read.docx.numbering import Numbering
from disclosecheck.read.docx.package import Package, Relation
from disclosecheck.read.docx.runs import Reference
from disclosecheck.read.docx.story import Line, Story
from disclosecheck.read.docx.styles import StyleSheet
from disclosecheck.read.source import Source

_NOTE_TAGS = {"footnote": n.FOOTNOTE, "endnote": n.ENDNOTE, "comment": n.COMMENT}


def read_docx(source: Source) -> Document:
    """Read the bytes of a .docx; pages are not known to the format and stay None.

    Raises UnreadableError with code not_docx, truncated, encrypted, damaged, package_too_large or xml_entities.
    """
    return _Reading(source).document()


class _Reading:
    """The parts of one document, each opened when something asks for it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._package = Package(source)
        self._top = self._package.relations("")
        self._name = _main_part(self._top)
        data = self._package.part(self._name)
        if data is None:
            raise UnreadableError("not_docx", path=source.path)
        self._root = self._package.parse(data, self._name)
        if self._root.tag != n.DOCUMENT:
            raise UnreadableError("not_docx", path=source.path)
        self._relations = self._package.relations(self._name)
        self._notices = Notices()
        sheet = self._target("styles")
        self._styles = StyleSheet(
            self._package.part(sheet) if sheet else None, lambda whole: self._package.parse(whole, sheet or "")
        )
        self._numbering = Numbering(lambda: self._tree("numbering"), self._styles)
        self._notes: dict[str, tuple[Story, dict[str, etree._Element]] | None] = {}

    def document(self) -> Document:
        blocks = Blocks(self._notices, self._find_note)
        body = self._root.find(n.BODY)
        story = self._story(self._root)
        if body is not None:
            blocks.read_body(story, body)
        if story.glance.format_changes:
            self._notices.add("tracked_formatting", count=story.glance.format_changes)
        margins = self._margins()
        return Document(
            path=self._source.path,
            sha256=self._source.sha256,
            format="docx",
            blocks=tuple(blocks.blocks),
            margins=margins,
            notes=(*self._notices.notes(), *self._unknown_numbering()),
            title=self._title(),
        )

    def _story(self, root: etree._Element) -> Story:
        return Story(root, self._styles, self._numbering, self._notices, self._comment)

    def _target(self, kind: str) -> str | None:
        return next((relation.target for relation in self._relations.values() if relation.kind == kind), None)

    def _tree(self, kind: str) -> etree._Element | None:
        target = self._target(kind)
        return self._package.tree(target) if target else None

    def _find_note(self, reference: Reference) -> tuple[etree._Element, Story] | None:
        """The footnote, endnote or comment of that id with the story of its part."""
        kind, note_id = reference
        if kind not in self._notes:
            root = self._tree(f"{kind}s")
            nodes = root.iterchildren(_NOTE_TAGS[kind]) if root is not None else ()
            self._notes[kind] = (
                None if root is None else (self._story(root), {node.get(n.ID, ""): node for node in nodes})
            )
        part = self._notes[kind]
        node = part[1].get(note_id) if part is not None else None
        return None if part is None or node is None else (node, part[0])

    def _comment(self, comment_id: str) -> str:
        found = self._find_note(("comment", comment_id))
        return "" if found is None else "".join(text.text or "" for text in found[0].iter(n.T))

    def _margins(self) -> tuple[str, ...]:
        """Texts of headers and footers, each once."""
        texts: dict[str, None] = {}
        for relation in self._relations.values():
            if relation.kind in ("header", "footer"):
                root = self._package.tree(relation.target)
                if root is not None:
                    texts.update(dict.fromkeys(_texts(self._story(root), root)))
        self._notices.settle(None)
        return tuple(texts)

    def _unknown_numbering(self) -> tuple[Note, ...]:
        names = sorted(self._numbering.unknown)
        return (Note(code="numbering_unknown", params={"formats": ", ".join(names)}),) if names else ()

    def _title(self) -> str | None:
        name = next((relation.target for relation in self._top.values() if relation.kind == "core-properties"), None)
        root = self._package.tree(name) if name else None
        title = root.findtext(n.DC_TITLE) if root is not None else None
        return (title or "").strip() or None


def _main_part(relations: dict[str, Relation]) -> str:
    """The part that holds the body; by its usual name when the package does not say."""
    main = (relation.target for relation in relations.values() if relation.kind == "officeDocument")
    return next(main, "word/document.xml")


def _texts(story: Story, parent: etree._Element) -> list[str]:
    texts: list[str] = []
    for item in story.flow(parent):
        if isinstance(item, Line):
            if item.text:
                texts.append(item.text)
            for box in item.boxes:
                texts += [box] if isinstance(box, str) else _texts(story, box)
        else:
            texts += [text for cell in item.iter(n.TC) for text in _texts(story, cell)]
    return texts
