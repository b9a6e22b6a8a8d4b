"""Proof that the libraries for office files came along and work."""

from __future__ import annotations

import io

_TITLE = "党员名册"
_CELLS = (("姓名", "基数"), ("单春梅", "6960.00"))


def workbook_works() -> bool:
    """Tell whether a workbook that was written reads back the same."""
    from openpyxl import Workbook, load_workbook

    written = Workbook()
    sheet = written.active
    if sheet is None:
        return False
    sheet.title = _TITLE
    for row in _CELLS:
        sheet.append(row)
    stream = io.BytesIO()
    written.save(stream)
    read = load_workbook(io.BytesIO(stream.getvalue()))
    return tuple(read[_TITLE].iter_rows(values_only=True)) == _CELLS


def word_file_works() -> bool:
    """Tell whether a Word file that was written reads back the same."""
    from docx import Document

    written = Document()
    written.add_paragraph(_TITLE)
    stream = io.BytesIO()
    written.save(stream)
    paragraphs = Document(io.BytesIO(stream.getvalue())).paragraphs
    return [paragraph.text for paragraph in paragraphs] == [_TITLE]
