"""Volumes: contents that tell the truth, bookmarks in two levels, odd pages, covers."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import CancelledError
from app.printing import front, volume
from app.printing.document import Part, Placed, Printed, write
from app.printing.layout import pages_of
from app.printing.sheet import (
    Cell,
    Close,
    Column,
    Contents,
    Entry,
    Fields,
    Grid,
    Prose,
    Rows,
    Sheet,
    Signatures,
)
from app.printing.styles import LANDSCAPE, MM
from tests.app.printing.conftest import META, head, minutes, record, sign_in, texts_of
from tests.preflight import preflight, requires_preflight

CONTENTS = Sheet("P03", "", (), key="QSK-2025-P03")
FILES = Sheet("P30", "", (), key="2025-P30")
COVER = Sheet(
    "P01",
    "党支部工作手册",
    (
        Fields(
            (
                ("党支部名称", "安原矿业有限公司青石矿运输区党支部"),
                ("上级党组织", "中共青石矿委员会"),
                ("党支部书记", "周启明"),
                ("启用日期", "2025年1月1日"),
                ("封存日期", ""),
            )
        ),
    ),
    form="cover",
    subtitle="（2025年度）",
)


def sheet(number: int, count: int = 1, chapter: str = "", *, landscape: bool = False) -> Sheet:
    """Return a sheet that can be found by its title."""
    title = f"第{number}件记录"
    return Sheet("P13", title, (minutes(count),), chapter=chapter, landscape=landscape)


def summary(number: int, chapter: str = "") -> Sheet:
    blocks = (Prose(("党支部工作" * 200,)), Close("运输区党支部", "2025年12月31日"))
    return Sheet("P29", f"第{number}件总结", blocks, form="document", chapter=chapter)


def year(months: int = 12) -> list[Sheet]:
    """Return three sheets a month, some of them long, some documents."""
    found: list[Sheet] = []
    for month in range(1, months + 1):
        chapter = f"第{month}月"
        found += [sheet(3 * month, month % 4 * 9 + 1, chapter), summary(3 * month + 1, chapter)]
        found.append(sheet(3 * month + 2, 1, chapter, landscape=month % 3 == 0))
    return found


def book(months: int = 12) -> list[Part]:
    sheets = year(months)
    files = [front.File(3 + i, 3 + i, s.title, "支部", "20251009") for i, s in enumerate(sheets)]
    return [COVER, front.contents(CONTENTS), front.files(FILES, files), *sheets]


def title_pages(printed: Printed, titles: Sequence[str]) -> list[int]:
    """Return the first page on which each title is read above everything else."""
    text = texts_of(printed)
    return [
        next(number for number, page in enumerate(text, 1) if page.startswith(title))
        for title in titles
    ]


def outline(printed: Printed) -> list[tuple[int, str, int]]:
    document = pypdfium2.PdfDocument(printed.pdf)
    marks = [
        (mark.level, mark.get_title(), mark.get_dest().get_index() + 1)
        for mark in document.get_toc()
    ]
    document.close()
    return marks


@pytest.mark.parametrize("duplex", [False, True])
def test_the_contents_name_the_pages_on_which_titles_really_stand(duplex: bool) -> None:
    parts = book()
    printed = write(parts, META, duplex=duplex)
    titles = {i: part.title for i, part in enumerate(parts) if isinstance(part, Sheet) and i}
    listed = "".join(texts_of(printed)[printed.starts[1] - 1 : printed.starts[2] - 1])
    stands = title_pages(printed, list(titles.values()))
    for (index, title), page in zip(titles.items(), stands, strict=True):
        assert page == printed.starts[index]
        after = listed.split(title, 1)[1].lstrip(".")
        assert int(re.match(r"\d+", after)[0]) == page  # type: ignore[index]
    assert listed.count("月.") == 12


def test_the_catalogue_of_items_gives_first_page_and_pages() -> None:
    sheets = [sheet(1, 30), sheet(2), sheet(3), sheet(4, 12)]
    lengths = [len(list(pages_of(one))) for one in sheets]
    files = [
        front.File(1, 2, "十月主题党日", "运输区党支部", "20251009", "青运支1号", "甲"),
        front.File(3, 4, "十月党员大会", "运输区党支部", "20251023"),
    ]
    printed = write([front.files(FILES, files), *sheets], META)
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        (table,) = document.pages[0].extract_tables()
    heading = ["件号", "责任者", "文号", "题名", "日期", "页号", "页数", "备注"]
    pages = str(sum(lengths[:2])), str(sum(lengths[2:]))
    assert [[(cell or "").replace("\n", "") for cell in row] for row in table] == [
        heading,
        ["1", "运输区党支部", "青运支1号", "十月主题党日", "20251009", "2", pages[0], "甲"],
        [
            "2",
            "运输区党支部",
            "—",
            "十月党员大会",
            "20251023",
            str(2 + sum(lengths[:2])),
            pages[1],
            "",
        ],
    ]


def test_the_slip_lists_what_is_behind_it_and_is_signed() -> None:
    rows = Rows((28.0, 134.0), ((Cell("党支部", label=True), Cell("运输区党支部")),))
    slip = front.slip(Sheet("S", "十月归档包", (rows,)), ("整理人", "支部书记"))
    printed = write([slip, sheet(1, 30), sheet(2)], META)
    text = texts_of(printed)[0]
    assert "十月归档包" in text
    assert f"1第1件记录2{printed.starts[2] - 2}" in text
    assert f"2第2件记录{printed.starts[2]}1" in text
    assert f"合计{printed.pages - 1}" in text
    assert text.index("合计") < text.index("整理人") < text.index("支部书记")


def test_the_slip_of_a_usual_month_is_one_page() -> None:
    rows = Rows((28.0, 134.0), ((Cell("党支部", label=True), Cell("运输区党支部")),) * 2)
    slip = front.slip(Sheet("S", "十月归档包", (rows,)), ("整理人", "支部书记"))
    assert write([slip, *(sheet(number) for number in range(20))], META).starts[1] == 2


def test_bookmarks_have_chapters_above_their_sheets_and_agree_with_the_contents() -> None:
    parts = book(3)
    printed = write(parts, META)
    marks = outline(printed)
    assert marks[:3] == [
        (0, "党支部工作手册", 1),
        (0, "目\u3000录", 2),
        (0, "卷内目录", printed.starts[2]),
    ]
    assert [mark for mark in marks if mark[0] == 0][3:] == [
        (0, f"第{month}月", printed.starts[3 * month]) for month in (1, 2, 3)
    ]
    assert [mark[1:] for mark in marks if mark[0] == 1] == [
        (part.title, printed.starts[index])
        for index, part in enumerate(parts)
        if isinstance(part, Sheet) and index
    ]


def test_a_sheet_behind_a_chapter_stands_beside_it() -> None:
    parts = [sheet(1, chapter="一月"), sheet(2), sheet(3, chapter="一月")]
    assert [mark[:2] for mark in outline(write(parts, META))] == [
        (0, "一月"),
        (1, "第1件记录"),
        (0, "第2件记录"),
        (0, "一月"),
        (1, "第3件记录"),
    ]


def test_for_duplex_every_chapter_begins_on_an_odd_page() -> None:
    parts = [*year(6), sheet(98), sheet(99)]
    printed = write(parts, META, duplex=True)
    chapter = ""
    for index, part in enumerate(parts):
        if not part.chapter or part.chapter != chapter:
            assert printed.starts[index] % 2 == 1
        else:
            assert printed.starts[index] == printed.starts[index - 1] + len(
                list(pages_of(parts[index - 1]))
            )
        chapter = part.chapter
    text = texts_of(printed)
    assert len(text) == printed.pages
    assert printed.pages > write(parts, META).pages
    empty = [
        number for number, page in enumerate(text, 1) if page.count("第") == 1 and len(page) < 30
    ]
    assert empty
    assert all(f"第{number}页共{printed.pages}页" in text[number - 1] for number in empty)


def test_for_duplex_the_binding_edge_changes_sides() -> None:
    parts = [sheet(1, 40), sheet(2)]
    for duplex in (False, True):
        printed = write(parts, META, duplex=duplex)
        with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
            for number, page in enumerate(document.pages, 1):
                left = min((edge["x0"] for edge in page.edges), default=0) / MM
                even = duplex and number % 2 == 0
                assert not left or left == pytest.approx(20 if even else 28, abs=0.2)
    assert LANDSCAPE.back.top == pytest.approx(LANDSCAPE.paper_height - LANDSCAPE.bottom)


def test_a_cover_has_a_large_title_rules_for_its_values_and_no_page_number() -> None:
    printed = write([COVER, record(head())], META)
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        page = document.pages[0]
        sizes = {c["text"]: c["size"] for c in page.chars}
        rules = {round(edge["top"]) for edge in page.edges if edge["orientation"] == "h"}
        uprights = [edge for edge in page.edges if edge["orientation"] == "v"]
        bottom = max(c["bottom"] for c in page.chars)
    assert 36 <= sizes["册"] <= 48
    assert len(rules) == 5
    assert not uprights
    assert bottom < 297 * MM * 0.85
    first, second = texts_of(printed)
    assert "第1页" not in first
    assert "第2页共2页" in second
    assert "（2025年度）" in first


def test_a_long_value_on_a_cover_has_all_its_lines_above_its_rule() -> None:
    name = "中共安原矿业有限公司青石矿运输区支部委员会第一联合党支部委员会"
    cover = Sheet(
        "P01", "手册", (Fields((("党支部名称", name), ("书记", "周启明"))),), form="cover"
    )
    printed = write([cover], META)
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        page = document.pages[0]
        rules = sorted({round(e["top"], 1) for e in page.edges if e["orientation"] == "h"})
        value = [c for c in page.chars if c["size"] < 17 and c["x0"] > 74 * MM]
    above = [c for c in value if c["bottom"] < rules[0] + 4]
    assert "".join(c["text"] for c in above) == name
    assert len({round(c["matrix"][5]) for c in above}) == 2


def test_a_blank_form_has_as_many_empty_rows_as_asked_and_full_ones_no_more() -> None:
    columns = (Column("姓名", 80.0), Column("签名", 82.0, blank=True))
    foot = ((Cell("合计", label=True), Cell("")),)

    def rows(grid: Grid) -> list[Any]:
        with pdfplumber.open(io.BytesIO(write([record(grid)], META).pdf)) as document:
            return [row for page in document.pages for row in page.extract_tables()[0][1:]]

    assert rows(Grid(columns, (), foot=foot, least_rows=12)) == [["", ""]] * 12 + [["合计", ""]]
    assert rows(Grid(columns, (("周", ""),), least_rows=3)) == [["周", ""], ["", ""], ["", ""]]
    assert len(rows(Grid(columns, (("周", ""),) * 5, least_rows=3))) == 5


@pytest.mark.parametrize("count", [1, 27, 28, 29, 30, 31, 60])
def test_contents_of_any_length_run_on_and_stay_true(count: int) -> None:
    parts: list[Part] = [front.contents(CONTENTS), *(sheet(n) for n in range(1, count + 1))]
    printed = write(parts, META)
    own = printed.starts[1] - 1
    assert printed.pages == own + count
    listed = "".join(texts_of(printed)[:own])
    assert all(f"第{n}件记录" in listed for n in range(1, count + 1))
    assert listed.count("（续）") == own - 1
    assert all("....." in page for page in texts_of(printed)[:own])


def test_contents_of_chapters_alone_fill_one_page_before_the_next() -> None:
    listed = Contents(tuple(Entry(f"第{number}页", "1", chapter=True) for number in range(50)))
    first, second = pages_of(Sheet("P03", "目录", (listed,)))
    assert len(first.placed) >= len(second.placed)


def test_a_chapter_never_ends_a_page_of_the_contents() -> None:
    entries = [Entry(f"第{n}章", str(n), chapter=n % 2 == 0) for n in range(1, 80)]
    for skipped in range(3):
        table = Sheet("P03", "目录", (Contents(tuple(entries[skipped:])),))
        for page in texts_of(write([table], META))[:-1]:
            last = page.split("章")[-2].rsplit("第", 1)[-1]
            assert int(last) % 2 == 1


def test_a_long_entry_goes_on_below_itself_and_keeps_off_its_page_number() -> None:
    title = "中共青石矿运输区支部委员会关于召开2025年度组织生活会和开展民主评议党员的通知" * 2
    printed = write([Sheet("P03", "目录", (Contents((Entry(title, "128"),)),))], META)
    assert title in texts_of(printed)[0]
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        chars = [c for c in document.pages[0].chars if 11 < c["size"] < 13]
    number = [c for c in chars if c["text"] in "128" and c["x0"] > 180 * MM]
    assert "".join(c["text"] for c in number) == "128"
    assert number[-1]["x1"] == pytest.approx(190 * MM, abs=0.1)
    assert max(c["x1"] for c in chars if c not in number) < number[0]["x0"] - 2 * MM


def test_a_part_that_shrinks_when_it_learns_its_pages_leaves_an_empty_page() -> None:
    def made(places: Sequence[Placed], own: int) -> Sheet:
        long = places[own + 1].first < 4
        return Sheet("P03", "目录", (minutes(60 if long else 1),))

    printed = write([made, sheet(1)], META)
    assert printed.starts[1] > 4
    text = texts_of(printed)
    assert "第1件记录" in text[printed.starts[1] - 1]
    assert len(text) == printed.pages


def test_a_list_of_contents_does_not_lay_the_others_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid: list[str] = []

    def counted(one: Sheet) -> Any:
        laid.append(one.code)
        return pages_of(one)

    monkeypatch.setattr(volume, "pages_of", counted)
    write(book(), META)
    assert laid.count("P13") == 24
    assert laid.count("P29") == 12
    assert laid.count("P03") <= 4


def test_a_cancelled_volume_leaves_nothing() -> None:
    with pytest.raises(CancelledError, match="取消"):
        write(book(2), META, cancelled=lambda: True)


def test_a_volume_tells_its_progress() -> None:
    told: list[tuple[int, int]] = []
    parts = book(1)
    write(parts, META, progress=lambda done, total: told.append((done, total)))
    assert told == [(n, len(parts)) for n in range(1, len(parts) + 1)]


@requires_preflight
@pytest.mark.parametrize("duplex", [False, True])
def test_the_archive_accepts_volumes(tmp_path: Path, duplex: bool) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(write(book(4), META, duplex=duplex).pdf)
    assert preflight(path) == []


def test_the_same_volume_gives_the_same_bytes() -> None:
    assert write(book(4), META, duplex=True).pdf == write(book(4), META, duplex=True).pdf


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 25), st.sampled_from(["", "甲", "乙"])), max_size=9),
    st.booleans(),
)
def test_starts_and_pages_agree_whatever_a_volume_holds(
    made: list[tuple[int, str]], duplex: bool
) -> None:
    sheets = [sheet(n, count, chapter) for n, (count, chapter) in enumerate(made, 1)]
    signed = Sheet("P99", "签", (sign_in(2), Signatures(("整理人",))))
    printed = write([front.contents(CONTENTS), *sheets, signed], META, duplex=duplex)
    text = texts_of(printed)
    for index, one in enumerate(sheets, 1):
        assert one.title in text[printed.starts[index] - 1]
        assert one.title not in text[printed.starts[index] - 2] or printed.starts[index] == 2
    assert all(f"第{n}页共{printed.pages}页" in page for n, page in enumerate(text, 1))
