"""Lecture notes that come in from Word: their words, without layout, headers and footers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.errors import InvalidInputError
from app.rules.texts import clean_pasted

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 64 * 1024 * 1024
_BETWEEN_CELLS = "　"
_DAMAGED = "这个 Word 文件已损坏，读不出来。请在 Word 或 WPS 里打开，另存一份再导入。"
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}


def text_of(content: bytes) -> str:
    """Return the text of a Word document (.docx), a paragraph or table row a line.

    Numbers of lists come along where they were typed. Headers, footers, pictures and what was
    deleted with changes tracked stay behind.

    Raises:
        InvalidInputError: it is no such document, damaged, locked by a password, or empty.
    """
    if content.startswith(_OLD_OFFICE):
        if _LOCKED in content:
            raise InvalidInputError("这个 Word 文件有密码。请在 Word 或 WPS 里去掉密码再导入。")
        raise InvalidInputError("这是旧的 .doc 文件。请在 Word 或 WPS 里另存为 .docx 再导入。")
    if not content.startswith(b"PK"):
        raise InvalidInputError("这个文件不是 Word 文件。请选 .docx 格式的讲稿。")
    text = clean_pasted("\n".join(_lines(_checked(content))))
    if not text.strip():
        raise InvalidInputError("这个 Word 文件里没有文字。请核对选的是不是讲稿。")
    return text


def _checked(content: bytes) -> io.BytesIO:
    """Return the bytes to read, once they are known to unpack to a sensible size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if packed.testzip() or sum(one.file_size for one in packed.infolist()) > _MOST_BYTES:
                raise InvalidInputError(_DAMAGED)
            if "word/document.xml" not in packed.namelist():
                raise InvalidInputError("这个文件不是 Word 文件。请选 .docx 格式的讲稿。")
    except (zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
        raise InvalidInputError(_DAMAGED) from error
    return io.BytesIO(content)


def _lines(packed: io.BytesIO) -> Iterator[str]:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        body = Document(packed).element.body
    except (OpcError, SyntaxError, KeyError, ValueError) as error:
        raise InvalidInputError(_DAMAGED) from error
    for block in body.xpath("./w:p | ./w:tbl | ./w:sdt//w:p"):
        yield from _rows(block) if block.tag.endswith("}tbl") else [_words(block)]


def _rows(table: BaseOxmlElement) -> Iterator[str]:
    """Yield the rows of a table, its cells side by side."""
    for row in table.xpath("./w:tr"):
        cells = (" ".join(map(_words, cell.xpath(".//w:p"))) for cell in row.xpath("./w:tc"))
        yield _BETWEEN_CELLS.join(words for words in cells if words.strip())


def _words(paragraph: BaseOxmlElement) -> str:
    """Return the words of a paragraph, also what was put in with changes tracked."""
    found = paragraph.xpath(
        ".//w:t[not(ancestor::w:txbxContent)] | .//w:r/w:br | .//w:r/w:cr | .//w:r/w:tab"
        " | .//w:r/w:noBreakHyphen"
    )
    return "".join(_BREAKS.get(one.tag.rpartition("}")[2], one.text or "") for one in found)
