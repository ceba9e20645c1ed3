"""Puts into a PDF what it takes to be heard as well as seen (PDF/UA): the tree of tags, language, title, headings."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from addin.sagsbilag.marks import Page
from addin.sagsbilag.outline import FIGURE, HEAD, Element
from addin.sagsbilag.pictures import Box, Picture, joined, picture

LANGUAGE, VERSION = "da-DK", "%PDF-1.7"
WIDE = "##"  # what LibreOffice shows of a number that has no room
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class Incomplete(Exception):
    """What LibreOffice has drawn is not all of what was to be printed; the cells that are missing, by number."""

    def __init__(self, missing: list[int], pictures: bool = False):
        super().__init__(missing)
        self.missing, self.pictures = missing, pictures


class Document(NamedTuple):
    """What the PDF is: its title, who made it, the elements from the top, and the true colours of the cells."""

    title: str
    maker: str
    elements: list[Element]
    colours: dict[int, str]


class Drawn(NamedTuple):
    """Where something is drawn: on which page, by which mark."""

    page: IndirectObject
    mcid: int


class Tagged(NamedTuple):
    data: bytes
    pages: int
    text: str  # all that is drawn


def tagged(pdf: bytes, document: Document) -> Tagged:
    """The PDF with our tags in place of LibreOffice's; raises Incomplete where something is not on it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    data = Tagging(writer, document).done()
    pages = PdfReader(io.BytesIO(data)).pages
    return Tagged(data, len(pages), "\n".join(page.extract_text() for page in pages))


def made_by(pdf: bytes) -> str:
    """Who a PDF says has made it; "" where it says nothing, or is none."""
    try:
        said = PdfReader(io.BytesIO(pdf)).metadata
        return str(said.creator or "") if said else ""
    except Exception:  # whatever a file may be that is called .pdf
        return ""


class Tagging:
    def __init__(self, writer: PdfWriter, document: Document):
        self.writer, self.document = writer, document
        self.root: DictionaryObject = writer.root_object
        self.cells: dict[int, list[Drawn]] = defaultdict(list)
        self.pictures: list[Picture] = []
        self.owners: dict[int, dict[int, IndirectObject]] = defaultdict(dict)  # page -> mark -> its element

    def done(self) -> bytes:
        for number in range(len(self.writer.pages)):
            self.mark_page(number)
        self.check()
        self.plant()
        self.describe()
        self.writer.pdf_header = VERSION
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()

    # ----------------------------------------------------------------------------- pages

    def mark_page(self, number: int) -> None:
        page = self.writer.pages[number]
        before = self.figures(number)
        order = {figure: index for index, figure in enumerate(dict.fromkeys(before.values()))}
        found = Page(self.document.colours, {mcid: order[figure] for mcid, figure in before.items()},
                     set(self.cells))
        stream = ContentStream(page.get_contents(), self.writer)
        stream.operations = found.marked(stream.operations)
        drawing = StreamObject()
        drawing.set_data(stream.get_data())
        page[NameObject("/Contents")] = self.add(drawing.flate_encode())
        page[NameObject("/StructParents")], page[NameObject("/Tabs")] = NumberObject(number), NameObject("/S")
        where = page.indirect_reference
        assert where is not None
        pictures = {index: picture(number, outline) for index, outline in found.outlines.items()}
        for mark in found.marks:
            if isinstance(mark.key, int):
                self.cells[mark.key].append(Drawn(where, mark.mcid))
            else:
                pictures[mark.picture].where.append(Drawn(where, mark.mcid))
        self.pictures = joined([*self.pictures, *pictures.values()])

    def figures(self, number: int) -> dict[int, int]:
        """LibreOffice's marks on a page that belong to a picture, and which: its place in LibreOffice's own tree."""
        page = self.writer.pages[number].indirect_reference
        found: dict[int, int] = {}
        for index, figure in enumerate(self.own_figures()):
            found.update({mcid: index for where, mcid in leaves(figure, None) if where == page})
        return found

    def own_figures(self) -> Iterator[DictionaryObject]:
        tree = self.root.get("/StructTreeRoot")
        waiting: list[Any] = [tree] if tree is not None else []
        while waiting:
            node = resolved(waiting.pop())
            if isinstance(node, DictionaryObject) and node.get("/S") == "/Figure":
                yield node
            elif isinstance(node, (DictionaryObject, ArrayObject)):
                waiting += reversed(kids(node))

    def check(self) -> None:
        missing = sorted(set(self.document.colours) - set(self.cells))
        wanted = sum(element.tag == FIGURE for element in self.document.elements)
        if missing or wanted != len(self.pictures):
            raise Incomplete(missing, wanted != len(self.pictures))

    # ----------------------------------------------------------------------------- the tree

    def plant(self) -> None:
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
        self.root[NameObject("/StructTreeRoot")] = planted = self.add(tree)
        whole = DictionaryObject({NameObject("/Type"): NameObject("/StructElem"), NameObject("/S"):
                                  NameObject("/Document"), NameObject("/P"): planted})
        holder = self.add(whole)
        whole[NameObject("/K")] = ArrayObject(self.element(each, holder) for each in self.document.elements)
        tree[NameObject("/K")] = ArrayObject([holder])
        numbers = ArrayObject()
        for index in range(len(self.writer.pages)):
            marks = self.owners[index]
            numbers += [NumberObject(index), self.add(ArrayObject(marks[mcid] for mcid in range(len(marks))))]
        tree[NameObject("/ParentTree")] = self.add(DictionaryObject({NameObject("/Nums"): numbers}))
        tree[NameObject("/ParentTreeNextKey")] = NumberObject(len(self.writer.pages))

    def element(self, element: Element, parent: IndirectObject) -> IndirectObject:
        made = DictionaryObject({NameObject("/Type"): NameObject("/StructElem"),
                                 NameObject("/S"): NameObject("/" + element.tag), NameObject("/P"): parent})
        where = self.add(made)
        seen = self.pictures.pop(0) if element.tag == FIGURE else None
        drawn = seen.where if seen else [at for number in element.cells for at in self.cells[number]]
        inside = ArrayObject(self.element(kid, where) for kid in element.kids)
        for at in drawn:
            inside.append(DictionaryObject({NameObject("/Type"): NameObject("/MCR"), NameObject("/Pg"): at.page,
                                            NameObject("/MCID"): NumberObject(at.mcid)}))
            self.owners[self.page_number(at.page)][at.mcid] = where
        if inside:
            made[NameObject("/K")] = inside
        if element.tag == HEAD:
            made[NameObject("/A")] = attributes("Table", Scope=NameObject("/" + element.scope))
        if seen:
            made[NameObject("/Alt")] = TextStringObject(element.alt)
            made[NameObject("/A")] = attributes("Layout", Placement=NameObject("/Block"), BBox=box(seen.box))
        return where

    def page_number(self, page: IndirectObject) -> int:
        return next(n for n, found in enumerate(self.writer.pages) if found.indirect_reference == page)

    def add(self, value: Any) -> IndirectObject:
        return self.writer._add_object(value)

    # ----------------------------------------------------------------------------- what it says of itself

    def describe(self) -> None:
        title, maker = self.document.title, self.document.maker
        said = self.writer.metadata
        producer = str(said.producer or "") if said else ""
        self.writer.add_metadata({"/Title": title, "/Creator": maker, "/Producer": producer})
        self.root[NameObject("/Lang")] = TextStringObject(LANGUAGE)
        self.root[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        self.root[NameObject("/ViewerPreferences")] = DictionaryObject(
            {NameObject("/DisplayDocTitle"): BooleanObject(True)})
        about = StreamObject()
        about.set_data(_XMP.format(title=escape(title), maker=escape(maker), producer=escape(producer),
                                   language=LANGUAGE).encode())
        about[NameObject("/Type")], about[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
        self.root[NameObject("/Metadata")] = self.add(about)


# ------------------------------------------------------------------------------------- PDF's own words


def attributes(owner: str, **values: Any) -> DictionaryObject:
    return DictionaryObject({NameObject("/O"): NameObject("/" + owner),
                             **{NameObject("/" + key): value for key, value in values.items()}})


def box(edges: Box) -> ArrayObject:
    return ArrayObject(FloatObject(round(edge, 2)) for edge in edges)


def resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def kids(node: Any) -> list[Any]:
    inside = node if isinstance(node, ArrayObject) else resolved(node.get("/K")) if "/K" in node else []
    return list(inside) if isinstance(inside, ArrayObject) else [inside]


def leaves(node: Any, page: Any) -> Iterator[tuple[Any, int]]:
    """The marks under an element, each with its page."""
    node = resolved(node)
    if isinstance(node, NumberObject):
        yield page, int(node)
    elif isinstance(node, DictionaryObject):
        page = node.raw_get("/Pg") if "/Pg" in node else page
        if "/MCID" in node:
            yield page, int(str(node["/MCID"]))
        for kid in kids(node):
            yield from leaves(kid, page)
