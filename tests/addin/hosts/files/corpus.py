"""Workbooks with what no library writes, put together by hand: each valid, each with a thing Excel users have."""

from __future__ import annotations

from tests.addin.hosts.files.corpus_book import (
    MAIN,
    MS,
    OFFICE,
    REL,
    SHEET_TYPE,
    STYLES,
    X14,
    Book,
    strict,
    with_extras,
    with_zip64_end,
    zipped,
)
from tests.addin.hosts.files.workbook_files import FOLDER, parts, prefixed

BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"


def corpus() -> dict[str, bytes]:
    """All of them by what is in them."""
    makers = (pivot, slicer, custom_xml, embedded, threads, queries, external, views, dates, macros, printer,
              properties, label, web_extension, revision, empty_lists)
    found = {maker.__name__: maker().data() for maker in makers}
    base = Book().content()
    found["strict"] = zipped({name: strict(data) for name, data in base.items()})
    found["prefixes"] = zipped({name: prefixed(data) for name, data in base.items()})
    found["odd_order"] = zipped(dict(reversed(base.items())))
    found["zip64"] = with_zip64_end(zipped(base, zip64=True))
    found["extras"] = with_extras(base)
    return found


def pivot() -> Book:
    book = Book()
    cache = book.put("xl/pivotCache/pivotCacheDefinition1.xml", (
        f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{REL}" r:id="rId1" recordCount="3"><cacheSource '
        f'type="worksheet">'
        '<worksheetSource ref="A1:B4" sheet="Data"/></cacheSource><cacheFields count="2"><cacheField name="Navn" '
        'numFmtId="0"><sharedItems count="3"><s v="Hus 1"/><s v="Hus 2"/><s v="Hus 3"/></sharedItems></cacheField>'
        '<cacheField name="Tal" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" '
        'containsNumber="1" containsInteger="1" minValue="20" maxValue="40"/></cacheField></cacheFields>'
        "</pivotCacheDefinition>"), SHEET_TYPE + "pivotCacheDefinition+xml", BOOK, "pivotCacheDefinition")
    rows = "".join(f'<r><x v="{n}"/><n v="{n * 10 + 20}"/></r>' for n in range(3))
    book.put("xl/pivotCache/pivotCacheRecords1.xml", f'<pivotCacheRecords xmlns="{MAIN}" count="3">{rows}'
             "</pivotCacheRecords>", SHEET_TYPE + "pivotCacheRecords+xml", "xl/pivotCache/pivotCacheDefinition1.xml",
             "pivotCacheRecords")
    book.put("xl/pivotTables/pivotTable1.xml", (
        f'<pivotTableDefinition xmlns="{MAIN}" name="Pivottabel1" cacheId="7" dataCaption="Værdier"><location '
        f'ref="D1:E5" '
        'firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" '
        'showAll="0"><items count="4"><item x="0"/><item x="1"/><item x="2"/><item t="default"/></items></pivotField>'
        '<pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems '
        'count="4"><i><x/></i><i><x v="1"/></i><i><x v="2"/></i><i t="grand"><x/></i></rowItems><colItems '
        'count="1"><i/>'
        '</colItems><dataFields count="1"><dataField name="Sum af Tal" fld="1"/></dataFields></pivotTableDefinition>'),
        SHEET_TYPE + "pivotTable+xml", SHEET, "pivotTable")
    book.relate("xl/pivotTables/pivotTable1.xml", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
    book.book_after = f'<pivotCaches><pivotCache cacheId="7" r:id="{cache}"/></pivotCaches>'
    return book


def slicer() -> Book:
    book = pivot()
    cache = book.put("xl/slicerCaches/slicerCache1.xml", (
        f'<slicerCacheDefinition xmlns="{X14}" name="Udsnit_Navn" sourceName="Navn"><pivotTables><pivotTable tabId="1" '
        'name="Pivottabel1"/></pivotTables><data><tabular pivotCacheId="7"><items count="3"><i x="0" s="1"/><i x="1" '
        's="1"/><i x="2" s="1"/></items></tabular></data></slicerCacheDefinition>'),
        "application/vnd.ms-excel.slicerCache+xml", BOOK, MS + "2007/relationships/slicerCache")
    shown = book.put("xl/slicers/slicer1.xml", (
        f'<slicers xmlns="{X14}"><slicer name="Navn" cache="Udsnit_Navn" caption="Navn" '
        f'rowHeight="241300"/></slicers>'),
        "application/vnd.ms-excel.slicer+xml", SHEET, MS + "2007/relationships/slicer")
    book.sheet_after = (f'<extLst><ext uri="{{A8765BA9-456A-4dab-B4F3-ACF838C121DE}}" '
                        f'xmlns:x14="{X14}"><x14:slicerList>'
                        f'<x14:slicer r:id="{shown}"/></x14:slicerList></ext></extLst>')
    book.book_after += (f'<extLst><ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{X14}">'
                        f'<x14:slicerCaches><x14:slicerCache r:id="{cache}"/></x14:slicerCaches></ext></extLst>')
    return book


def custom_xml() -> Book:
    book = Book()
    book.put("customXml/item1.xml", "<sag xmlns='urn:kommune'><nr>2027-1</nr></sag>", "", BOOK, "customXml")
    book.put("customXml/itemProps1.xml", '<ds:datastoreItem ds:itemID="{0F6B2B1E-0000-4000-8000-000000000001}" '
                                         'xmlns:ds='
             '"http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>',
             OFFICE + "customXmlProperties+xml", "customXml/item1.xml", "customXmlProps")
    return book


def embedded() -> Book:
    book = Book()
    one = book.put("xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "",
                   SHEET, "oleObject")
    two = book.put("xl/drawings/vmlDrawing1.vml", (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1025" style="width:60pt;height:40pt">'
        '<x:ClientData ObjectType="Pict"><x:Anchor>3,0,1,0,5,0,5,0</x:Anchor></x:ClientData></v:shape></xml>'), "",
        SHEET, "vmlDrawing")
    book.sheet_after = (f'<legacyDrawing r:id="{two}"/><oleObjects><oleObject progId="Package" shapeId="1025" '
                        f'r:id="{one}"/>'
                        "</oleObjects>")
    return book


def threads() -> Book:
    book = Book()
    threaded = MS + "spreadsheetml/2018/threadedcomments"
    person, note = "{11111111-0000-4000-8000-000000000001}", "{11111111-0000-4000-8000-000000000002}"
    book.put("xl/persons/person.xml", f'<personList xmlns="{threaded}"><person displayName="Inge Ø" id="{person}" '
             'userId="io" providerId="None"/></personList>', "application/vnd.ms-excel.person+xml", BOOK,
             MS + "2017/10/relationships/person")
    book.put("xl/comments1.xml", f'<comments xmlns="{MAIN}"><authors><author>tc={note}</author></authors><commentList>'
             '<comment ref="B2" authorId="0"><text><t>Se tråden</t></text></comment></commentList></comments>',
             SHEET_TYPE + "comments+xml", SHEET, "comments")
    book.put("xl/threadedComments/threadedComment1.xml", f'<ThreadedComments xmlns="{threaded}"><threadedComment '
                                                         f'ref="B2" '
             f'dT="2026-11-20T10:00:00.00" personId="{person}" id="{note}"><text>Er det med '
             f'moms?</text></threadedComment>'
             "</ThreadedComments>", "application/vnd.ms-excel.threadedcomments+xml", SHEET,
             MS + "2017/10/relationships/threadedComment")
    return book


def queries() -> Book:
    book = Book()
    book.put("xl/connections.xml", f'<connections xmlns="{MAIN}"><connection id="1" name="Elever" type="6" '
             'refreshedVersion="3" background="1" saveData="1"><textPr sourceFile="elever.csv"><textFields><textField/>'
             "</textFields></textPr></connection></connections>", SHEET_TYPE + "connections+xml", BOOK,
             "connections")
    book.put("xl/queryTables/queryTable1.xml", f'<queryTable xmlns="{MAIN}" name="Elever" connectionId="1" '
             'autoFormatId="16"/>', SHEET_TYPE + "queryTable+xml", SHEET, "queryTable")
    return book


def external() -> Book:
    book = Book()
    link = book.put("xl/externalLinks/externalLink1.xml", (
        f'<externalLink xmlns="{MAIN}" xmlns:r="{REL}"><externalBook r:id="rId1"><sheetNames><sheetName val="Ark1"/>'
        '</sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>5</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook></externalLink>"), SHEET_TYPE + "externalLink+xml", BOOK, "externalLink")
    book.relate("xl/externalLinks/externalLink1.xml", "externalLinkPath", "Andet%20budget.xlsx",
                ' TargetMode="External"')
    book.book_after = (f'<externalReferences><externalReference r:id="{link}"/></externalReferences>'
                       '<definedNames><definedName name="Andet">[1]Ark1!$A$1</definedName></definedNames>')
    return book


def views() -> Book:
    book = Book()
    guid = "{22222222-0000-4000-8000-000000000001}"
    book.sheet_after = (f'<customSheetViews><customSheetView guid="{guid}"><selection activeCell="A1" sqref="A1"/>'
                        "</customSheetView></customSheetViews>")
    book.book_after = ('<calcPr calcId="191029"/><customWorkbookViews><customWorkbookView name="Mit" guid="' + guid +
                       '" windowWidth="100" windowHeight="100" activeSheetId="1"/></customWorkbookViews>')
    return book


def dates() -> Book:
    book = Book()
    book.properties = '<workbookPr date1904="1"/>'
    return book


def macros() -> Book:
    book = Book()
    book.main = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    project = parts((FOLDER / "excel" / "macro02.xlsm").read_bytes())["xl/vbaProject.bin"]
    book.put("xl/vbaProject.bin", project, "application/vnd.ms-office.vbaProject", BOOK,
             MS + "2006/relationships/vbaProject")
    return book


def printer() -> Book:
    book = Book()
    settings = book.put("xl/printerSettings/printerSettings1.bin", bytes(range(256)), SHEET_TYPE + "printerSettings",
                        SHEET, "printerSettings")
    book.sheet_after = f'<pageSetup paperSize="9" r:id="{settings}"/>'
    return book


def properties() -> Book:
    book = Book()
    book.put("docProps/custom.xml", (
        f'<Properties xmlns="{REL.replace("relationships", "custom-properties")}" xmlns:vt="'
        f'{REL.replace("relationships", "docPropsVTypes")}"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" '
        'pid="2" name="Sagsnummer"><vt:lpwstr>27/001</vt:lpwstr></property></Properties>'),
        OFFICE + "custom-properties+xml", "", "custom-properties")
    return book


def label() -> Book:
    book = Book()
    book.put("docMetadata/LabelInfo.xml", (
        f'<clbl:labelList xmlns:clbl="{MS}2020/mipLabelMetadata"><clbl:label '
        f'id="{{33333333-0000-4000-8000-000000000001}}" '
        'enabled="1" method="Standard" siteId="{33333333-0000-4000-8000-000000000002}" removed="0"/></clbl:labelList>'),
        "application/vnd.ms-office.classificationlabels+xml", "", MS + "2020/02/relationships/classificationlabels")
    return book


def web_extension() -> Book:
    book = Book()
    book.put("xl/webextensions/taskpanes.xml", (
        f'<wetp:taskpanes xmlns:wetp="{MS}webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" '
        f'visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="{REL}" r:id="rId1"/></wetp:taskpane>'
        "</wetp:taskpanes>"), "application/vnd.ms-office.webextensiontaskpanes+xml", "",
        MS + "2011/relationships/webextensiontaskpanes")
    book.put("xl/webextensions/webextension1.xml", (
        f'<we:webextension xmlns:we="{MS}webextensions/webextension/2010/11" id="{{4}}"><we:reference id="wa200008175" '
        'version="1.0.0.0" store="da-DK" storeType="OMEX"/><we:properties><we:property name="main.py" '
        'value="&quot;x&quot;"/>'
        "</we:properties></we:webextension>"), "application/vnd.ms-office.webextension+xml",
        "xl/webextensions/taskpanes.xml", MS + "2011/relationships/webextension")
    return book


def revision() -> Book:
    """What a new Excel puts first in the workbook, and may not be moved."""
    book = Book()
    book.book_before = ('<mc:AlternateContent><mc:Choice Requires="x15" '
                        'xmlns:x15="' + MS + 'spreadsheetml/2010/11/main">'
                        '<x15ac:absPath url="C:\\Budget\\" xmlns:x15ac="' + MS + 'spreadsheetml/2010/11/ac"/>'
                            '</mc:Choice>'
                        "</mc:AlternateContent>")
    return book


def empty_lists() -> Book:
    book = Book()
    book.parts["xl/styles.xml"] = STYLES.replace("</styleSheet>", '<dxfs count="0"/><tableStyles '
        'count="0"/></styleSheet>'
                                                 ).encode()
    book.book_after = "<calcPr/>"
    return book
