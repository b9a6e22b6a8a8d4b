"""Sheets as records make them, and the text of a PDF read back by another program."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from app.printing.document import Meta, Printed, write
from app.printing.sheet import (
    Block,
    Box,
    Cell,
    Column,
    Grid,
    Picture,
    Rows,
    Sheet,
    Signatures,
)

WIDTHS = (28.0, 53.0, 28.0, 53.0)
SPEECH = (
    "韩素云：领读党章第一章第三条，并说明“三会一课”制度的要求——按时参加，不迟到、不早退；"
    "收缴党费18人，共计1696.97元（现金372.50元、转账1324.47元），名单见《十月党费登记表》……"
)
META = Meta("十月手册", "运输区党支部", "月度资料", datetime(2025, 11, 1, 8))  # noqa: DTZ001


def label(text: str, span: int = 1) -> Cell:
    return Cell(text, label=True, span=span)


def head() -> Rows:
    row = (label("时间"), Cell("2025年10月9日 15:00—16:50"), label("地点"), Cell("活动室"))
    return Rows(WIDTHS, ((label("主题"), Cell("学规程、守底线", span=3)), row))


def record(*blocks: Block, title: str = "主题党日活动记录", **options: Any) -> Sheet:
    return Sheet("P13", title, blocks, key="QSK-2025-10-P13", head=head(), **options)


def minutes(count: int) -> Box:
    return Box("会议记录", (SPEECH,) * count, fill=True)


def signatures() -> Signatures:
    return Signatures(("主持人签字", "记录人签字", "审核"))


def sign_in(people: int) -> Grid:
    columns = (Column("序号", 20.0), Column("姓名", 60.0), Column("签名", 82.0, blank=True))
    rows = tuple((str(number), f"党员{number}", "") for number in range(1, people + 1))
    return Grid(columns, rows, row_mm=12.0, foot=((label("合计", 2), Cell(f"{people}人")),))


def photo(width: int = 400, height: int = 300, mode: str = "RGB", kind: str = "JPEG") -> Picture:
    out = io.BytesIO()
    Image.new(mode, (width, height), 90).save(out, kind)
    return Picture(out.getvalue(), width, height, "全景：党员活动室")


def texts_of(printed: Printed) -> list[str]:
    """Return the text of each page, without blanks, as another program copies it."""
    document = pypdfium2.PdfDocument(printed.pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return ["".join(text.replace("\ufffe", "").split()) for text in pages]


@pytest.fixture(scope="session")
def printed() -> Callable[..., Printed]:
    def printer(*sheets: Sheet) -> Printed:
        return write(sheets, META)

    return printer
