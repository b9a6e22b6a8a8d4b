"""A grid whose headings stand under bands: what they share is said once above them."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber

from app.printing.document import write
from app.printing.sheet import Band, Cell, Column, Grid, Sheet, texts
from tests.app.printing.conftest import META, texts_of

COLUMNS = (
    Column("姓名", 30.0),
    *(Column(f"{day}日", 30.0) for day in (7, 9, 4)),
    Column("实到", 42.0),
)
BANDS = (Band(""), Band("9月", 2), Band("10月"), Band(""))


def sheet(rows: int = 2) -> Sheet:
    grid = Grid(COLUMNS, (("柳知行", "√", "○", "√", "2"),) * rows, bands=BANDS)
    return Sheet("P22Y", "考勤表", (grid,))


def page_of(made: Sheet) -> Any:
    return pdfplumber.open(io.BytesIO(write([made], META).pdf)).pages[0]


def test_a_band_stands_over_the_columns_it_spans() -> None:
    page = page_of(sheet())
    words = {word["text"]: word for word in page.extract_words()}
    band, first, second = words["9月"], words["7日"], words["9日"]
    middle = (band["x0"] + band["x1"]) / 2
    assert abs(middle - (first["x0"] + second["x1"]) / 2) < 1
    assert band["bottom"] < first["top"]


def test_a_heading_without_a_band_takes_the_room_of_both() -> None:
    page = page_of(sheet())
    words = {word["text"]: word for word in page.extract_words()}
    height = words["姓名"]["top"]
    assert words["9月"]["top"] < height < words["7日"]["top"]
    parting = [
        edge
        for edge in page.edges
        if edge["orientation"] == "h"
        and words["9月"]["bottom"] <= edge["top"] <= words["7日"]["top"]
    ]
    assert parting
    assert all(words["姓名"]["x1"] < edge["x0"] for edge in parting)
    assert all(edge["x1"] < words["实到"]["x0"] for edge in parting)


def test_bands_are_repeated_with_the_headings_on_every_page() -> None:
    printed = write([sheet(rows=80)], META)
    assert printed.pages > 1
    assert all(
        "9月10月" in text.replace("姓名", "").replace("实到", "") for text in texts_of(printed)
    )


def test_what_a_band_says_is_part_of_the_sheet() -> None:
    assert [text for text in texts(sheet()) if "月" in text] == ["9月", "10月"]


def test_a_figure_in_the_foot_stays_whole_where_it_just_fits() -> None:
    grid = Grid(
        (Column("姓名", 153.0), Column("9日", 9.0)),
        (("柳知行", "√"),),
        foot=((Cell("实到", label=True), Cell("200", align="center")),),
    )
    assert "200" in [word["text"] for word in page_of(Sheet("P", "表", (grid,))).extract_words()]
