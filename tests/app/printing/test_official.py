"""The form of official documents: the type area, its lines, levels, close and page numbers."""

from __future__ import annotations

import io
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.printing.blocks import _STRIPS
from app.printing.characters import NOT_FIRST, NOT_LAST
from app.printing.document import Printed, write
from app.printing.sheet import (
    Addressee,
    Attachments,
    Block,
    Cell,
    Close,
    Column,
    Grid,
    Pictures,
    Prose,
    Sheet,
    fingerprint,
)
from app.printing.styles import DOCUMENT_TITLE, MM
from app.printing.titles import even_lines
from tests.app.printing.conftest import META, SPEECH, head, minutes, record, texts_of
from tests.preflight import preflight, requires_preflight

LEFT, RIGHT = 28 * MM, 184 * MM
TOP, BOTTOM = 37 * MM, 262 * MM
TITLE = "关于召开2025年度组织生活会的通知"
NUMBER = "青运支\u30142025\u301512号"
CLOSE = Close("中共青石矿运输区支部委员会", "2025年12月8日")
FIGURES = Grid(
    (Column("项目", 100.0), Column("次数", 56.0)),
    (("主题党日", "12"), ("支部党员大会", "4")),
    foot=((Cell("合计", label=True), Cell("16", align="center")),),
)
LEVELS = (
    "一、提高认识。各党小组要高度重视",
    "（一）加强学习",
    "(二)开展谈话：每人至少谈两人",
    "1.支部书记谈话",
    "（1）谈思想",
    "一是学习，二是落实",
)


def official(*blocks: Block, title: str = TITLE, **options: str) -> Sheet:
    return Sheet("P20", title, blocks, form="document", **options)  # type: ignore[arg-type]


def long_text(characters: int) -> Prose:
    paragraphs = [f"第{n}条，{SPEECH}" for n in range(characters // len(SPEECH) + 1)]
    return Prose((*paragraphs, "特此通知。"))


def pages(*sheets: Sheet) -> list[Any]:
    pdf = write(sheets, META).pdf
    return list(pdfplumber.open(io.BytesIO(pdf)).pages)


def rows_of(page: Any, size: float = 15.75) -> list[list[Any]]:
    """Return the characters of each line set in a size, the page number left out."""
    found: dict[int, list[Any]] = {}
    for c in page.chars:
        if abs(c["size"] - size) < 0.1 and c["bottom"] < BOTTOM + 1:
            found.setdefault(round(c["matrix"][5]), []).append(c)
    return [sorted(row, key=lambda c: c["x0"]) for _, row in sorted(found.items(), reverse=True)]


def lines_of(page: Any, size: float = 15.75) -> list[str]:
    return ["".join(c["text"] for c in row) for row in rows_of(page, size)]


def fonts_of(page: Any, text: str) -> list[str]:
    """Return the font of each character of a text."""
    whole = "".join(c["text"] for c in page.chars)
    start = whole.index(text)
    return [c["fontname"] for c in page.chars[start : start + len(text)]]


def test_a_page_holds_22_lines_of_28_characters_within_the_type_area() -> None:
    first, second, *_ = pages(official(Prose(("党支部工作" * 400,))))
    lines = lines_of(second)
    assert len(lines) == 22
    assert {len(line) for line in lines} == {28}
    assert len(lines_of(first)) == 20  # the title, an empty line
    chars = [c for c in second.chars if abs(c["size"] - 15.75) < 0.1]
    assert min(c["x0"] for c in chars) == pytest.approx(LEFT, abs=0.1)
    assert max(c["x1"] for c in chars) == pytest.approx(RIGHT, abs=0.2)
    middles = sorted({round((c["top"] + c["bottom"]) / 2, 1) for c in chars})
    assert middles[0] - 14.5 > TOP - 5
    assert middles[-1] + 7.9 < BOTTOM
    steps = {round(b - a, 1) for a, b in pairwise(middles)}
    assert steps <= {28.9, 29.0, 29.1}


def test_levels_are_known_by_how_they_begin() -> None:
    page = pages(official(Prose(LEVELS)))[0]
    text, hei, kai = (
        {fonts_of(page, part)[0] for part in parts}
        for parts in (
            ("各党小组", "每人至少", "1.支部", "（1）谈", "一是学习"),
            ("一、提高认识。",),
            ("（一）加强学习", "(二)开展谈话："),
        )
    )
    assert len(text) == len(hei) == len(kai) == 1
    assert len(text | hei | kai) == 3
    assert set(fonts_of(page, "一、提高认识。")) == hei
    assert set(fonts_of(page, "（一）加强学习")) == kai


@pytest.mark.parametrize(
    "text",
    ["一、" + "全年召开支部党员大会四次，" * 6, "（一）" + "组织党员参加义务劳动，" * 6 + "。"],
)
def test_a_long_numbered_sentence_is_text(text: str) -> None:
    page = pages(official(Prose((text, "党员"))))[0]
    assert set(fonts_of(page, text)) == set(fonts_of(page, "党员"))


def test_a_time_of_day_does_not_end_a_heading() -> None:
    page = pages(official(Prose(("一、定于18日15:00召开", "党员"))))[0]
    assert len(set(fonts_of(page, "一、定于18日15:00召开"))) == 1
    assert fonts_of(page, "召开")[0] != fonts_of(page, "党员")[0]


def test_a_line_with_two_fonts_reaches_the_edge_like_the_others() -> None:
    page = pages(official(Prose(("一、2025年1月至12月的ABC工作情况。" + "各小组要高度重视" * 9,))))[
        0
    ]
    ends = Counter[int]()
    for line in lines_of(page)[:-1]:
        row = [c for c in page.chars if c["text"] == line[-1] and c["x1"] > RIGHT - 3]
        assert row
        ends.update(round(c["x1"]) for c in row)
    assert set(ends) == {round(RIGHT)}


def test_title_addressee_and_number_stand_where_the_standard_puts_them() -> None:
    sheet = official(Addressee("各党小组"), Prose(("请准时。",)), subtitle=NUMBER)
    page = pages(sheet)[0]
    assert lines_of(page, 22.0) == [TITLE]
    assert lines_of(page) == [NUMBER, "各党小组：", "请准时。"]
    title = [c for c in page.chars if abs(c["size"] - 22) < 0.1]
    middle = (title[0]["x0"] + title[-1]["x1"]) / 2
    assert middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.6)
    at = {c["text"]: c["x0"] for c in page.chars}
    assert at["各"] == pytest.approx(LEFT, abs=0.1)
    assert at["请"] == pytest.approx(LEFT + 2 * 15.75, abs=0.1)
    assert texts_of(write([official(Addressee("全体党员："))], META))[0].count("：") == 1


def test_page_numbers_stand_in_the_outer_corner_between_dashes() -> None:
    odd, even, *_ = pages(official(long_text(1500)))
    for page, number in ((odd, 1), (even, 2)):
        drawn = [c for c in page.chars if c["top"] > BOTTOM]
        assert "".join(c["text"] for c in drawn) == f"— {number} —"
        assert {round(c["size"]) for c in drawn} == {14}
        baseline = page.height - drawn[0]["matrix"][5]
        assert baseline - 0.38 * 14 == pytest.approx(BOTTOM + 7 * MM, abs=0.1)
    ends = [c for c in odd.chars if c["top"] > BOTTOM][-1]["x1"]
    assert ends == pytest.approx(RIGHT - 14, abs=0.1)
    starts = next(c for c in even.chars if c["top"] > BOTTOM)["x0"]
    assert starts == pytest.approx(LEFT + 14, abs=0.1)


@pytest.mark.parametrize("count", range(16, 28))
def test_no_page_has_only_the_close(count: int) -> None:
    for ending in ("支部" * 40, "特此通知。"):
        text = Prose((*("条款甲。",) * count, ending))
        last = pages(official(text, Attachments(("方案",)), CLOSE))[-1]
        lines = lines_of(last)
        assert lines[-2:] == [CLOSE.author, CLOSE.date]
        assert len(lines) >= 5  # annex, author, date, and two lines of text


def test_the_date_stands_four_characters_in_below_the_middle_of_its_author() -> None:
    *_, date = rows_of(pages(official(Prose(("特此通知。",)), CLOSE))[0])
    assert date[-1]["x1"] == pytest.approx(RIGHT - 4 * 15.75, abs=0.1)
    long = Close("中共安原矿业有限公司青石矿运输区支部委员会", "2025年12月8日")
    for close in (CLOSE, long):
        *_, author, date = rows_of(pages(official(Prose(("特此通知。",)), close))[0])
        middles = [(row[0]["x0"] + row[-1]["x1"]) / 2 for row in (author, date)]
        assert middles[0] == pytest.approx(middles[1], abs=0.1)
        assert author[-1]["x1"] <= RIGHT + 0.1


def test_a_seal_has_room_above_author_and_date() -> None:
    page = pages(official(Prose(("特此通知。",)), CLOSE))[0]
    text, author = (
        next(c for c in reversed(page.chars) if c["text"] == mark)["matrix"][5] for mark in "特支"
    )
    assert text - author == pytest.approx(3 * 28.99, abs=0.1)


def test_annexes_are_numbered_and_a_long_name_hangs_under_its_beginning() -> None:
    names = ("组织生活会方案", "民主评议党员测评表" * 4)
    _, first, second, third = rows_of(
        pages(official(Prose(("特此通知。",)), Attachments(names)))[0]
    )
    assert "".join(c["text"] for c in first) == "附件：1. 组织生活会方案"
    assert "".join(c["text"] for c in second).startswith("2. 民主评议")
    assert third[0]["x0"] == pytest.approx(first[-7]["x0"], abs=0.1)
    assert third[0]["x0"] == pytest.approx(second[3]["x0"], abs=0.1)
    one = lines_of(pages(official(Attachments(("方案", " "))))[0])
    assert one == ["附件：方案"]


def test_an_annex_has_its_label_flush_left_above_its_title() -> None:
    page = pages(official(Prose(("一、目的",)), title="附件1\n2025年度组织生活会方案"))[0]
    assert lines_of(page)[0] == "附件1"
    assert lines_of(page, 22.0) == ["2025年度组织生活会方案"]
    label = next(c for c in page.chars if c["text"] == "附")
    title = next(c for c in page.chars if c["size"] > 20)
    assert label["x0"] == pytest.approx(LEFT, abs=0.1)
    assert label["matrix"][5] - title["matrix"][5] == pytest.approx(2 * 28.99, abs=3)
    assert fonts_of(page, "附件1")[0] == fonts_of(page, "一、目的")[0]


def test_figures_stand_in_a_table_as_wide_as_the_text() -> None:
    (page,) = pages(official(Prose(("一、会议情况",)), FIGURES, Prose(("特此报告。",)), CLOSE))
    (table,) = page.find_tables()
    assert table.bbox[0] == pytest.approx(LEFT, abs=0.3)
    assert table.bbox[2] == pytest.approx(RIGHT, abs=0.3)
    assert table.extract()[-1] == ["合计", "16"]


@pytest.mark.parametrize("count", range(12, 24))
def test_a_heading_stays_with_what_it_heads(count: int) -> None:
    text = Prose((*("条款甲。",) * count, "二、会议情况"))
    for page in pages(official(text, Prose(("特此报告。",)), CLOSE))[:-1]:
        assert lines_of(page)[-1] != "二、会议情况"
    for page in pages(official(text, FIGURES, CLOSE)):
        assert ("二、会议情况" in lines_of(page)) == ("主题党日" in page.extract_text())
    sheet = official(Prose((*("条款甲。",) * count, "二、会议", "（一）次数", SPEECH)))
    for page in pages(sheet)[:-1]:
        assert lines_of(page)[-1] not in ("二、会议", "（一）次数")


def test_five_thousand_characters_lose_nothing_and_break_no_line_wrongly() -> None:
    text = long_text(5000)
    found = pages(official(Addressee("各党小组"), text, CLOSE))
    assert len(found) >= 9
    lines = [line for page in found for line in lines_of(page)]
    written = "".join(text.paragraphs)
    assert written in "".join(lines)
    assert [line for line in lines if line[0] in NOT_FIRST or line[-1] in NOT_LAST] == []
    assert all(len(lines_of(page)) >= 21 for page in found[1:-1])


def test_a_document_goes_on_without_title_and_has_no_table_footer() -> None:
    text = texts_of(write([official(long_text(1500), key="QSK-2025-12-P20")], META))
    assert sum(page.count(TITLE) for page in text) == 1
    assert not any(mark in "".join(text) for mark in ("（续）", "校验", "QSK", "共1页"))


def test_the_mark_of_a_document_is_in_the_file() -> None:
    sheet = official(long_text(200), CLOSE)
    pdf = pdfplumber.open(io.BytesIO(write([sheet, record(head())], META).pdf))
    assert pdf.metadata["Keywords"].split() == [fingerprint(sheet), fingerprint(record(head()))]
    others = [
        official(long_text(200)),
        official(long_text(200), Close(CLOSE.author, "2025年12月9日")),
        official(Addressee("甲"), long_text(200), CLOSE),
        official(long_text(200), Attachments(("甲",)), CLOSE),
        official(long_text(200), CLOSE, subtitle="1号"),
    ]
    assert len({fingerprint(one) for one in (sheet, *others)}) == 6


def test_every_block_can_be_drawn() -> None:
    assert {*_STRIPS, Pictures} == set(get_args(Block))


def everything() -> list[Sheet]:
    blocks = (Addressee("各党小组"), Prose(LEVELS), FIGURES, Attachments(("甲", "乙")), CLOSE)
    return [
        official(*blocks, subtitle=NUMBER),
        official(long_text(3000), title="附件1\n工作方案"),
        record(head(), minutes(3)),
    ]


@requires_preflight
def test_the_archive_accepts_documents(tmp_path: Path) -> None:
    path = tmp_path / "documents.pdf"
    path.write_bytes(write(everything(), META).pdf)
    assert preflight(path) == []


def test_the_same_documents_give_the_same_bytes() -> None:
    assert write(everything(), META).pdf == write(everything(), META).pdf


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　"])
def test_empty_texts_print_a_page(text: str) -> None:
    blocks = (Addressee(text), Prose((text, text)), Prose(()), Attachments((text,)))
    printed = write([official(*blocks, Close(text, text), title=text)], META)
    assert printed.pages == 1
    assert texts_of(printed) == ["—1—"]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([*LEVELS, SPEECH, "三、安排", "甲。"]), max_size=60),
    st.integers(0, 45),
    st.booleans(),
)
def test_whatever_is_written_stays_within_the_type_area(
    texts: list[str], annexes: int, table: bool
) -> None:
    blocks: list[Block] = [Prose(tuple(texts)), *([FIGURES] if table else [])]
    sheet = official(*blocks, Attachments(("甲方案",) * annexes), CLOSE)
    printed: Printed = write([sheet], META)
    text = "".join(texts_of(printed))
    assert text.count(CLOSE.date) == 1
    assert text.count("甲方案") == annexes
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        for page in document.pages:
            body = [c for c in page.chars if round(c["size"]) != 14]
            assert all(c["x0"] >= LEFT - 0.1 and c["x1"] <= RIGHT + 8 for c in body)
            assert all((c["top"] + c["bottom"]) / 2 <= BOTTOM for c in body)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (TITLE, (TITLE,)),
        (
            "中共青石矿运输区支部委员会关于召开2025年度组织生活会和开展民主评议党员的通知",
            (
                "中共青石矿运输区支部委员会",
                "关于召开2025年度组织生活会",
                "和开展民主评议党员的通知",
            ),
        ),
        (
            "运输区党支部2026年度工作计划及学习安排、发展党员计划",
            ("运输区党支部2026年度工作计划", "及学习安排、发展党员计划"),
        ),
        (
            "青石矿运输区党支部 关于表彰2025年度优秀党员的通报",
            ("青石矿运输区党支部", "关于表彰2025年度优秀党员的通报"),
        ),
        ("党" * 65, ("党" * 17, "党" * 16, "党" * 16, "党" * 16)),
    ],
)
def test_titles_are_parted_evenly_where_they_can_be_read(
    title: str, lines: tuple[str, ...]
) -> None:
    found = tuple(line.text for line in even_lines(title, DOCUMENT_TITLE, 156 * MM))
    assert sorted(found) == sorted(lines)
