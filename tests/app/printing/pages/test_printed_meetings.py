"""Records of the sample's meetings in the PDF itself."""

from __future__ import annotations

import re
from datetime import datetime

import pypdfium2
import pytest

from app.printing.document import Meta, Printed, write
from app.printing.pages import sheets_of
from app.printing.sheet import Box, Grid, Sheet, texts
from tests.app.printing.pages.made import sample_book

META = Meta("九月", "支部", "记录", datetime.fromisoformat("2025-09-29T16:10"))
RECORDS = (("2025-09", "P14"), ("2025-09", "P15"), ("2025-10", "P16"), ("2025-09", "P15L"))


def text_of(printed: Printed) -> str:
    document = pypdfium2.PdfDocument(printed.pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return re.sub(r"\s+", "", text)


def typed(sheet: Sheet) -> list[str]:
    """Return the long texts of a sheet in the order of its blocks."""
    found: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Box):
            found += block.paragraphs
        if isinstance(block, Grid):
            found += [cell for row in block.rows for cell in row]
    return [re.sub(r"\s+", "", text)[:16] for text in found]


@pytest.mark.parametrize(("month", "code"), RECORDS)
def test_every_text_is_printed_in_order_and_twice_the_same(month: str, code: str) -> None:
    (sheet,) = sheets_of(sample_book(month), [code])
    printed = write([sheet], META)
    text, place = text_of(printed), 0
    for line in typed(sheet):
        place = text.index(line, place)
    for cell in texts(sheet):
        assert re.sub(r"\s+", "", cell)[:12] in text
    assert printed.missing_characters == ()
    assert write([sheet], META).pdf == printed.pdf


def test_a_vote_of_the_usual_length_ends_on_the_second_page() -> None:
    (sheet,) = sheets_of(sample_book("2025-09"), ["P14"])
    assert write([sheet], META).pages == 2
