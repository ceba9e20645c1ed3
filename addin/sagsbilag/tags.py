"""Puts into a PDF what it takes to be heard as well as seen (PDF/UA): the tree of tags, language, title, headings."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from addin.sagsbilag.marks import Page
from addin.sagsbilag.outline import FIGURE, HEAD, Element
from addin.sagsbilag.pictures import Box, Drawn, Picture, joined, picture

LANGUAGE, VERSION = "da-DK", "%PDF-1.7"
WIDE = "##"  # what LibreOffice shows of a number that has no room
HASH, RANGE = b"<0023>", b"BFRANGE"  # its letter in a font's list of them, and a list that is no list of letters
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


class Tagged(NamedTuple):
    data: bytes
    pages: int
    wide: bool  # whether a number had no room


def tagged(pdf: bytes, document: Document) -> Tagged:
    """The PDF with our tags in place of LibreOffice's; raises Incomplete where something is not on it."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    wide = any(may_be_wide(page) and WIDE in page.extract_text() for page in writer.pages)
    return Tagged(Tagging(writer, document).done(), len(writer.pages), wide)


def may_be_wide(page: PageObject) -> bool:
    """Whether any font of a page may draw the sign of a number without room: to find it in the text takes as long as
    all else, and a font that LibreOffice puts in lists the letters that are drawn with it, one by one."""
    letters = [under(font, "/ToUnicode") for font in under(page, "/Resources", "/Font").values()]
    lists = [each.get_data().upper() for each in letters if isinstance(each, StreamObject)]
    return len(lists) < len(letters) or any(HASH in each or RANGE in each for each in lists)


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
        self.pages = [reference(page) for page in writer.pages]
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
        page.update(entries(Contents=self.add(drawing.flate_encode()), StructParents=NumberObject(number),
                            Tabs=name("S")))
        pictures = {index: picture(number, outline) for index, outline in found.outlines.items()}
        for mark in found.marks:
            if isinstance(mark.key, int):
                self.cells[mark.key].append(Drawn(number, mark.mcid))
            else:
                pictures[mark.picture].where.append(Drawn(number, mark.mcid))
        self.pictures = joined([*self.pictures, *pictures.values()])

    def figures(self, number: int) -> dict[int, int]:
        """LibreOffice's marks on a page that belong to a picture, and which: its place in LibreOffice's own tree."""
        return {mcid: index for index, figure in enumerate(self.own_figures())
                for where, mcid in leaves(figure, None) if where == self.pages[number]}

    def own_figures(self) -> Iterator[DictionaryObject]:
        tree = self.root.get("/StructTreeRoot")
        waiting: list[PdfObject] = [tree] if tree is not None else []
        while waiting:
            node = resolved(waiting.pop())
            if isinstance(node, DictionaryObject) and node.get("/S") == "/Figure":
                yield node
            else:
                waiting += reversed(kids(node))

    def check(self) -> None:
        missing = sorted(set(self.document.colours) - set(self.cells))
        wanted = sum(element.tag == FIGURE for element in self.document.elements)
        if missing or wanted != len(self.pictures):
            raise Incomplete(missing, wanted != len(self.pictures))

    # ----------------------------------------------------------------------------- the tree

    def plant(self) -> None:
        tree, whole = entries(Type=name("StructTreeRoot")), entries(Type=name("StructElem"), S=name("Document"))
        planted, holder = self.add(tree), self.add(whole)
        elements = ArrayObject(self.element(each, holder) for each in self.document.elements)
        whole.update(entries(P=planted, K=elements))
        numbers = ArrayObject()
        for index in range(len(self.pages)):
            marks = self.owners[index]
            numbers += [NumberObject(index), self.add(ArrayObject(marks[mcid] for mcid in range(len(marks))))]
        tree.update(entries(K=ArrayObject([holder]), ParentTree=self.add(entries(Nums=numbers)),
                            ParentTreeNextKey=NumberObject(len(self.pages))))
        self.root.update(entries(StructTreeRoot=planted))

    def element(self, element: Element, parent: IndirectObject) -> IndirectObject:
        made = entries(Type=name("StructElem"), S=name(element.tag), P=parent)
        where = self.add(made)
        seen = self.pictures.pop(0) if element.tag == FIGURE else None
        drawn = seen.where if seen else [at for number in element.cells for at in self.cells[number]]
        inside = ArrayObject(self.element(kid, where) for kid in element.kids)
        for at in drawn:
            inside.append(entries(Type=name("MCR"), Pg=self.pages[at.page], MCID=NumberObject(at.mcid)))
            self.owners[at.page][at.mcid] = where
        if inside:
            made.update(entries(K=inside))
        if element.tag == HEAD:
            made.update(entries(A=entries(O=name("Table"), Scope=name(element.scope))))
        if seen:
            about = entries(O=name("Layout"), Placement=name("Block"), BBox=box(seen.box))
            made.update(entries(Alt=TextStringObject(element.alt), A=about))
        return where

    def add(self, value: PdfObject) -> IndirectObject:
        return self.writer._add_object(value)

    # ----------------------------------------------------------------------------- what it says of itself

    def describe(self) -> None:
        title, maker = self.document.title, self.document.maker
        said = self.writer.metadata
        producer = str(said.producer or "") if said else ""
        self.writer.add_metadata({"/Title": title, "/Creator": maker, "/Producer": producer})
        about = StreamObject()
        about.set_data(_XMP.format(title=escape(title), maker=escape(maker), producer=escape(producer),
                                   language=LANGUAGE).encode())
        about.update(entries(Type=name("Metadata"), Subtype=name("XML")))
        yes = BooleanObject(True)
        self.root.update(entries(Lang=TextStringObject(LANGUAGE), MarkInfo=entries(Marked=yes),
                                 ViewerPreferences=entries(DisplayDocTitle=yes), Metadata=self.add(about)))


# ------------------------------------------------------------------------------------- PDF's own words


def name(word: str) -> NameObject:
    return NameObject("/" + word)


def entries(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({name(key): value for key, value in values.items()})


def box(edges: Box) -> ArrayObject:
    return ArrayObject(FloatObject(round(edge, 2)) for edge in edges)


def reference(value: PdfObject) -> IndirectObject:
    """How an object that is in the file is named from elsewhere."""
    if value.indirect_reference is None:
        raise ValueError("an object that is not in the file")
    return value.indirect_reference


def resolved(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if isinstance(value, IndirectObject) else value


def under(node: PdfObject | None, *names: str) -> DictionaryObject:
    """What a dictionary holds by these names; an empty one where it holds nothing."""
    for name in names:
        holder = resolved(node)
        node = holder.get(name) if isinstance(holder, DictionaryObject) else None
    found = resolved(node)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def kids(node: PdfObject | None) -> list[PdfObject]:
    """What is under an element, or in a list of them; a mark has nothing under it."""
    if isinstance(node, DictionaryObject):
        inside = resolved(node.get("/K"))
        return list(inside) if isinstance(inside, ArrayObject) else [] if inside is None else [inside]
    return list(node) if isinstance(node, ArrayObject) else []


def leaves(node: PdfObject | None, page: PdfObject | None) -> Iterator[tuple[PdfObject | None, int]]:
    """The marks under an element, each with its page."""
    node = resolved(node)
    if isinstance(node, NumberObject):
        yield page, int(node)
    elif isinstance(node, DictionaryObject):
        page = node.raw_get("/Pg") if "/Pg" in node else page
        mark = node.get("/MCID")
        if isinstance(mark, NumberObject):
            yield page, int(mark)
        for kid in kids(node):
            yield from leaves(kid, page)
