"""Parts made to take all memory or all time: refused by their own sentence, before anything is laid out."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from addin.hosts.files import markup
from addin.hosts.files.markup import MAX_DEPTH, BadXml, HasDocumentType
from addin.hosts.files.package import parse
from addin.workbook import Refusal

BYTES = 57 << 20
MOST = 150 << 20  # bytes of memory beside the part itself

BOMBS: dict[str, Callable[[], bytes]] = {
    "many": lambda: b"<s>" + b"<a/>" * (BYTES // 4) + b"</s>",
    "deep": lambda: b"<a>" * (BYTES // 7) + b"</a>" * (BYTES // 7),
    "deep beside others": lambda: b"<a><b/>" * (BYTES // 11) + b"</a>" * (BYTES // 11),
    "attributes": lambda: b"<s " + b" ".join(b"a%d=''" % number for number in range(BYTES // 14)) + b"/>",
    "names": lambda: b"<s>" + b"".join(b"<a%d/>" % number for number in range(BYTES // 12)) + b"</s>",
    "prefixes": lambda: b"<s " + b" ".join(b"xmlns:a%d='u'" % number for number in range(BYTES // 19)) + b"/>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_part_of_57_mb_is_refused_and_takes_no_memory(name: str) -> None:
    data = BOMBS[name]()
    tracemalloc.start()
    try:
        with pytest.raises(Refusal, match="er beskadiget eller kun delvist hentet .styles.xml"):
            parse(data, "b.xlsx", "styles.xml")
        assert tracemalloc.get_traced_memory()[1] < MOST
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["deep", "deep beside others"])
def test_a_deep_sheet_is_refused_too(name: str) -> None:
    with pytest.raises(BadXml, match="deep"):
        markup.check(BOMBS[name]())


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def test_the_depth_on_both_sides_of_its_bound() -> None:
    assert markup.tree(nested(MAX_DEPTH)).tag == "a"
    with pytest.raises(BadXml):
        markup.tree(nested(MAX_DEPTH + 1))
    assert not markup.is_deep(nested(MAX_DEPTH)) and markup.is_deep(nested(MAX_DEPTH + 1))


def test_depth_is_counted_over_the_ends_of_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = b"<?xml version='1.0'?><s><!-- - -->" + b"<a><b/>t</a>" * 5_000 + b"</s>"
    for size in (7, 64, 1 << 22):
        monkeypatch.setattr(markup, "_SLICE", size)
        assert markup.is_deep(nested(MAX_DEPTH + 1)) and not markup.is_deep(wide)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_known_in_every_encoding(encoding: str) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'.encode(encoding)
    with pytest.raises(HasDocumentType):
        markup.tree(bomb)
    with pytest.raises(Refusal, match="dokumenttype"):
        parse(bomb, "b.xlsx", "styles.xml")


@pytest.mark.parametrize("harmless", ["<a><!-- <!DOCTYPE b> --></a>", "<a><![CDATA[<!DOCTYPE b>]]></a>"])
def test_what_only_looks_like_a_document_type_is_none(harmless: str) -> None:
    assert markup.tree(harmless.encode()).tag == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_is_read(encoding: str) -> None:
    declared = f"<?xml version='1.0' encoding='{encoding}'?>" if encoding == "cp1252" else ""
    root = markup.tree(f"{declared}<a b='æ'>ø</a>".encode(encoding))
    assert (root.get("b"), root.text) == ("æ", "ø")


@pytest.mark.parametrize("broken", [b"", b"<a>", b"<a></b>", b"<a b='1' b='2'/>", b"<a>&b;</a>", b"\xff\xfe<",
                                    b"<a>\0</a>", b"<?xml version='1.0' encoding='nonsense'?><a/>"])
def test_what_is_not_well_formed_is_refused(broken: bytes) -> None:
    with pytest.raises(BadXml):
        markup.tree(broken)
