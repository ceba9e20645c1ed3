"""Splicing: what is not edited stays to the letter, however it was written."""

from __future__ import annotations

import pytest

from addin.hosts.files.splice import Splice, encoding_of

ORDER = ["first", "second", "third", "fourth"]
ODD = (
    b"<?xml version='1.0'?>\r\n<!-- <second> --><x:root  xmlns:x='u'\n a=\"1>2\"><!--c-->"
    b"<x:second count = '1' ><x:i n='/a' b=\"it's\"/><x:i><d><e/></d></x:i></x:second>"
    b"<x:fourth/><![CDATA[<second>]]></x:root>\n"
)


def test_unedited_is_untouched() -> None:
    splice = Splice(ODD)
    assert not splice.changed and splice.result() == ODD


def test_outline() -> None:
    splice = Splice(ODD)
    assert splice.prefix == "x:"
    assert [child.tag for child in splice.root.children] == ["second", "fourth"]
    assert [splice.source(item) for item in splice.items("second")] == [
        "<x:i n='/a' b=\"it's\"/>",
        "<x:i><d><e/></d></x:i>",
    ]
    assert splice.find("third") is None and splice.items("third") == []


def test_each_change_touches_its_place_only() -> None:
    splice = Splice(ODD, ORDER)
    second = splice.find("second")
    assert second is not None
    splice.set(second, "count", 2)
    splice.set(splice.items("second")[0], "new", 'a"<&')
    splice.cut(splice.items("second")[1])
    splice.append("second", "<x:i/>")
    splice.append("fourth", "<x:j/>")
    splice.append("third", "<x:k/>", ' count="1"')
    expected = (
        ODD.replace(b"count = '1'", b'count="2"')
        .replace(b'"it\'s"/>', b"\"it's\" new=\"a&quot;&lt;&amp;\"/>")
        .replace(b"<x:i><d><e/></d></x:i>", b"<x:i/>")
        .replace(b"<x:fourth/>", b'<x:third count="1"><x:k/></x:third><x:fourth><x:j/></x:fourth>')
    )
    assert splice.result() == expected


def test_missing_lists_follow_the_schema_whatever_the_order_of_asking() -> None:
    for order in (["first", "second", "third"], ["third", "second", "first"]):
        splice = Splice(b"<root><fourth/></root>", ORDER)
        for tag in order:
            splice.append(tag, "<i/>")
        body = b"".join(b"<%s><i/></%s>" % (tag, tag) for tag in (b"first", b"second", b"third"))
        assert splice.result() == b"<root>" + body + b"<fourth/></root>"


def test_an_empty_root_is_given_an_inside() -> None:
    splice = Splice(b'<root a="/"/>', ORDER)
    splice.append("first", "<i/>")
    splice.append("", "<last/>")
    assert splice.result() == b'<root a="/"><first><i/></first><last/></root>'


def test_replacing_by_the_same_is_no_change() -> None:
    splice = Splice(ODD)
    item = splice.items("second")[1]
    splice.replace(item, splice.source(item))
    splice.set(splice.items("second")[0], "q", "1")
    splice.replace(item, "<x:o/>")
    assert splice.result() == ODD.replace(b"<x:i><d><e/></d></x:i>", b"<x:o/>").replace(
        b"it's\"", b'it\'s" q="1"'
    )


def test_an_attribute_is_not_looked_for_inside_another() -> None:
    splice = Splice(b"""<r><s a='count="1"'/></r>""")
    splice.set(splice.root.children[0], "count", 3)
    assert splice.result() == b"""<r><s a='count="1"' count="3"/></r>"""


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"<r/>", "utf-8"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><r/>", "utf-8"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><r>\xe6</r>", "ISO-8859-1"),
        ("\ufeff<r>\u00e6</r>".encode("utf-16-le"), "utf-16-le"),
        ("\ufeff<r>\u00e6</r>".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert encoding_of(data) == encoding
    splice = Splice(data)
    splice.append("", "<i>\u20ac</i>")
    if encoding == "ISO-8859-1":
        assert splice.result() == data.replace(b"</r>", b"<i>&#8364;</i></r>")
    else:
        assert "<i>\u20ac</i></r>" in splice.result().decode(encoding)
