from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from app.errors import InvalidInputError
from app.exchange.lecture_notes import text_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def written(write: Callable[[WordDocument], object]) -> bytes:
    document = Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def notes(document: WordDocument) -> None:
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第1页"
    document.add_heading("把责任扛在肩上", 0)
    document.add_paragraph("一、井下三分钟的等待：\u3000设备没停稳\xa0不抢修")
    document.add_paragraph("1. 规程看了没有\n2. 隐患报了没有")
    table = document.add_table(2, 2)
    for cell, words in zip(
        (*table.rows[0].cells, *table.rows[1].cells), ("三问", "谁来答", "", "党员"), strict=True
    ):
        cell.text = words
    document.add_paragraph("二、一张被退回的单子")


def test_words_come_in_order_without_header_and_footer() -> None:
    assert text_of(written(notes)).split("\n") == [
        "把责任扛在肩上",
        "一、井下三分钟的等待：\u3000设备没停稳 不抢修",
        "1. 规程看了没有",
        "2. 隐患报了没有",
        "三问\u3000谁来答",
        "党员",
        "二、一张被退回的单子",
    ]


def test_tracked_changes_are_taken_as_accepted() -> None:
    def write(document: WordDocument) -> None:
        paragraph = f"""<w:p {W}><w:r><w:t>慢一分钟是</w:t></w:r>
            <w:del><w:r><w:delText>麻烦</w:delText></w:r></w:del>
            <w:ins><w:r><w:t>责任</w:t><w:tab/><w:t>。</w:t></w:r></w:ins></w:p>"""
        document.element.body.insert(0, parse_xml(paragraph))

    assert text_of(written(write)) == "慢一分钟是责任 。"


def without(content: bytes, name: str, instead: bytes | None = None) -> bytes:
    """Return a package without one of its parts, or with something else in its place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
            elif instead is not None:
                new.writestr(one, instead)
    return out.getvalue()


WHOLE = written(notes)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLE, "旧的 .doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "有密码"),
        (b"", "不是 Word"),
        (b"%PDF-1.4", "不是 Word"),
        (WHOLE[: len(WHOLE) // 2], "已损坏"),
        (WHOLE[:400] + b"\x00" * 200 + WHOLE[600:], "已损坏"),
        (without(WHOLE, "word/document.xml"), "不是 Word"),
        (without(WHOLE, "word/document.xml", b"<w:document"), "已损坏"),
        (without(WHOLE, "[Content_Types].xml"), "已损坏"),
        (written(lambda document: document.add_paragraph(" ")), "没有文字"),
    ],
    ids=[
        "doc", "locked", "empty", "pdf", "half", "holed", "no text part", "broken xml",
        "no types", "blank",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence) as refused:
        text_of(content)
    assert "请" in str(refused.value)
