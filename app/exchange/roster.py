"""The roster as other programs have it: a workbook of Excel or WPS, or lines that were copied."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zipfile import BadZipFile

from app.errors import InvalidInputError

_MOST_ROWS, _MOST_COLUMNS = 5000, 100
_UNREADABLE = (
    "打不开这个文件。请用 Excel 或 WPS 把名册另存为“.xlsx”工作簿，再选一次；也可以复制后粘贴。"
)
_EXACT_BELOW = 10**15
_DAY_LENGTH = len("2008-06-27")
_LEAST_WIDTH, _MOST_WIDTH = 8, 40


def read_workbook(content: bytes) -> list[list[str]]:
    """Return the cells of the first sheet of a workbook that has any, as text.

    Raises:
        InvalidInputError: the file is no workbook, or too large for a roster.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            sheets = [_cells(sheet) for sheet in book.worksheets]
        finally:
            book.close()
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError, SyntaxError):
        raise InvalidInputError(_UNREADABLE) from None
    return next((table for table in sheets if table), [])


def read_pasted(text: str) -> list[list[str]]:
    """Return the cells of lines copied from a table: parted by tabs, in quotes where they break."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))


def workbook(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a roster as a workbook with every cell as text: long numbers keep their digits."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # a new workbook has one
    sheet.title = "党员名册"
    table = [list(headings), *(list(row) for row in rows)]
    for number, row in enumerate(table, 1):
        for at, text in enumerate(row, 1):
            cell = sheet.cell(number, at, text or None)
            cell.number_format = "@"
            if text:
                cell.data_type = "s"  # also what begins like a formula
    for at, column in enumerate(zip(*table, strict=True), 1):
        sheet.cell(1, at).font = Font(bold=True)
        width = max(_width(text) for text in column) + 2
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = min(max(width, _LEAST_WIDTH), _MOST_WIDTH)
    sheet.freeze_panes = "B2"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cells(sheet: Any) -> list[list[str]]:
    if (sheet.max_row or 0) > _MOST_ROWS or (sheet.max_column or 0) > _MOST_COLUMNS:
        sheet.reset_dimensions()
    table: list[list[str]] = []
    for row in sheet.iter_rows(values_only=True):
        table.append([_text(value) for value in row[:_MOST_COLUMNS]])
        if len(table) > _MOST_ROWS:
            raise InvalidInputError(
                f"表里超过{_MOST_ROWS}行，不像一个支部的名册，请只留下本支部的人。"
            )
    while table and not any(table[-1]):
        table.pop()
    width = max((at for row in table for at, text in enumerate(row, 1) if text), default=0)
    return [row[:width] for row in table]


def _text(value: object) -> str:
    """Return what a cell shows; a number too long for a workbook has lost its last digits."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | float() if abs(value) >= _EXACT_BELOW:
            return f"{value:.5E}"
        case date():
            return value.isoformat()[:_DAY_LENGTH]  # a cell with a time of day is one too
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _width(text: str) -> int:
    return sum(2 if ord(one) > 255 else 1 for one in text)
