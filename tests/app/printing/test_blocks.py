"""A sheet is one ruled table: closed on every page, its head and headings repeated."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pytest

from app.printing.blocks.box import BoxStrip
from app.printing.document import Printed, write
from app.printing.layout import pages_of
from app.printing.sheet import (
    Align,
    Block,
    Box,
    Cell,
    Column,
    Grid,
    Note,
    Pictures,
    Rows,
    Sheet,
    Signatures,
)
from app.printing.styles import GRID, LABEL, MM
from app.printing.text import width_pt
from tests.app.printing.conftest import (
    META,
    SPEECH,
    WIDTHS,
    head,
    label,
    minutes,
    photo,
    record,
    sign_in,
    signatures,
    texts_of,
)
from tests.app.printing.drawn import Drawn

LEFT, WIDTH = 28 * MM, 162 * MM


def show(*sheets: Sheet) -> Printed:
    return write(sheets, META)


def pages(printed: Printed) -> list[Any]:
    return list(pdfplumber.open(io.BytesIO(printed.pdf)).pages)


def rules_across(page: Any) -> list[tuple[float, float, float]]:
    found = {(e["top"], e["x0"], e["x1"]) for e in page.edges if e["orientation"] == "h"}
    return sorted((round(t, 1), round(a, 1), round(b, 1)) for t, a, b in found)


def uprights(page: Any) -> list[tuple[float, float, float]]:
    found = {(e["x0"], e["top"], e["bottom"]) for e in page.edges if e["orientation"] == "v"}
    return sorted((round(x, 1), round(t, 1), round(b, 1)) for x, t, b in found)


@pytest.mark.parametrize(
    "blocks",
    [
        (head(), minutes(2), signatures()),
        (head(), minutes(60), signatures()),
        (head(), sign_in(60)),
        (head(), Box("学习内容", (SPEECH,) * 50, side_label_mm=32.0), signatures()),
        (Rows(WIDTHS, ((label("长栏"), Cell(SPEECH * 40, span=3)),)),),
        (Pictures((photo(),) * 3),),
    ],
    ids=["short", "long box", "grid", "side box", "long row", "photos"],
)
def test_every_page_is_one_closed_table(blocks: tuple[Block, ...]) -> None:
    for page in pages(show(record(*blocks))):
        across, up = rules_across(page), uprights(page)
        top, bottom = across[0][0], across[-1][0]
        full = (round(LEFT, 1), round(LEFT + WIDTH, 1))
        assert across[0][1:] == full
        assert across[-1][1:] == full
        assert (full[0], top, bottom) in up
        assert (full[1], top, bottom) in up
        assert all(top <= a <= b <= bottom for _, a, b in up)


def test_no_text_stands_on_a_rule_or_outside_the_table() -> None:
    for page in pages(show(record(head(), minutes(40), sign_in(30), signatures()))):
        body = [c for c in page.chars if c["bottom"] < page.height - 70 and c["top"] > 120]
        assert all(c["x0"] > LEFT and c["x0"] + 0.5 * c["size"] < LEFT + WIDTH for c in body)
        for top, left, right in rules_across(page):
            for c in body:
                over = left < (c["x0"] + c["x1"]) / 2 < right
                assert not (over and c["top"] + 2 < top < c["bottom"] - 2)


def test_long_minutes_go_on_under_the_same_head() -> None:
    text = texts_of(show(record(head(), minutes(60), signatures())))
    assert len(text) > 5
    assert all("主题党日活动记录（续）" in page for page in text[1:])
    assert all("学规程、守底线" in page for page in text)
    assert all("会议记录（续）" in page for page in text[1:])
    assert "（续）" not in text[0]


def test_long_minutes_lose_nothing_and_keep_their_order() -> None:
    paragraphs = tuple(f"第{n}条：{SPEECH}" for n in range(60))
    text = "".join(texts_of(show(record(head(), Box("会议记录", paragraphs), signatures()))))
    places = [text.index(f"第{n}条：韩素云") for n in range(60)]
    assert places == sorted(places)
    assert text.count("名单见《十月党费登记表》……") == 60


def test_a_paragraph_never_leaves_one_line_alone() -> None:
    for page in pages(show(record(head(), minutes(60), signatures())))[1:]:
        lines = page.extract_text().splitlines()
        first = next(i for i, line in enumerate(lines) if "会议记录（续）" in line) + 1
        assert lines[first].startswith("韩素云") or not lines[first + 1].startswith("韩素云")


@pytest.mark.parametrize("above", range(14, 20))
def test_a_topic_never_stands_alone_at_the_end_of_a_page(above: int) -> None:
    topic, said = "议题二：研究冬季供煤运输（汇报人：韩素云）", "韩素云：同意，夜班先停机再处理。"
    box = Box("会议记录", (*(said,) * above, topic, *(said,) * 20), fill=True)
    first = next(pages_of(record(box, signatures())))
    (part,) = [strip for strip, _ in first.placed if isinstance(strip, BoxStrip)]
    assert part._lines[-1].text == said


def test_a_short_record_fills_its_page_like_a_form() -> None:
    printed = show(record(head(), Box("会议记录", ("散会。",), fill=True), signatures()))
    assert printed.pages == 1
    bottom = rules_across(pages(printed)[0])[-1][0]
    assert bottom == pytest.approx(297 * MM - 25.4 * MM, abs=0.2)


def test_signature_cells_are_empty_and_high_enough() -> None:
    page = pages(show(record(head(), minutes(1), Signatures(("主持人", "记录人"), height_mm=3.0))))[
        0
    ]
    cells = [c for c in page.find_tables()[0].cells if not page.crop(c).chars]
    assert len(cells) == 2
    assert all(bottom - top >= 12 * MM - 0.1 for _, top, _, bottom in cells)


@pytest.mark.parametrize("count", range(24, 34))
def test_signatures_never_stand_alone_on_a_page(count: int) -> None:
    lines = Box("会议记录", ("支部" * 30,) * count)
    last = texts_of(show(record(head(), lines, signatures())))[-1]
    assert "主持人" in last
    assert "支部支部" in last


def test_a_grid_repeats_its_heading_and_keeps_its_foot_with_a_row() -> None:
    for people in range(24, 34):
        text = texts_of(show(record(head(), sign_in(people))))
        assert all("序号姓名签名" in page for page in text)
        assert f"党员{people}" in text[-1]
        assert f"合计{people}人" in text[-1]
        assert "".join(text).count("合计") == 1


def test_cells_that_are_signed_are_blank_even_when_text_was_given() -> None:
    grid = Grid((Column("姓名", 80.0), Column("签名", 82.0, blank=True)), (("周启明", "代签"),))
    blank = Rows((80.0, 82.0), ((label("签名"), Cell("代签", blank=True)),))
    assert "代签" not in texts_of(show(record(grid, blank)))[0]


def test_rows_grow_with_their_text() -> None:
    low = uprights(pages(show(record(head())))[0])
    tall = Rows(WIDTHS, ((label("主题"), Cell(SPEECH, span=3)),))
    high = uprights(pages(show(record(tall)))[0])
    assert low != high
    assert SPEECH in texts_of(show(record(tall)))[0]


def test_a_time_that_is_a_little_too_long_is_set_smaller_in_one_line() -> None:
    page = pages(show(record(head())))[0]
    time = [c for c in page.chars if c["text"] == ":"]
    assert len({c["bottom"] for c in time}) == 1
    assert all(10.49 < c["size"] < 12 for c in time)


def test_sheets_across_are_bound_at_their_head() -> None:
    page = pages(show(record(sign_in(5), landscape=True)))[0]
    assert (round(page.width), round(page.height)) == (842, 595)
    across = rules_across(page)
    assert across[0][2] - across[0][1] == pytest.approx(246 * MM, abs=0.2)
    assert min(c["top"] for c in page.chars) >= 28 * MM


def test_photos_are_two_a_page_at_least_in_their_own_proportions() -> None:
    pictures = (photo(1600, 900), photo(800, 800), photo(600, 900), photo(600, 900))
    found = pages(show(record(head(), Pictures(pictures))))
    assert len(found) <= 2
    images = [image for page in found for image in page.images]
    assert len(images) == 4
    for image in images:
        shape = image["srcsize"][0] / image["srcsize"][1]
        assert image["width"] / image["height"] == pytest.approx(shape, rel=0.01)


@pytest.mark.parametrize("length", [10, 24, 40, 70])
def test_long_titles_stay_within_the_table(length: int) -> None:
    title = ("安原矿业有限公司青石矿运输区党支部主题党日活动记录" * 3)[:length]
    page = pages(show(Sheet("P13", title, (head(),))))[0]
    top = rules_across(page)[0][0]
    drawn = [c for c in page.chars if c["bottom"] < top]
    assert "".join(c["text"] for c in drawn) == title
    assert all(c["x0"] >= LEFT - 0.1 and c["x1"] <= LEFT + WIDTH + 0.1 for c in drawn)
    assert min(c["size"] for c in drawn) >= 18


def test_a_note_is_small_print_without_rules() -> None:
    with_note = pages(show(record(head(), Note("注：不得代签。"))))[0]
    assert rules_across(with_note) == rules_across(pages(show(record(head())))[0])
    assert "不得代签" in with_note.extract_text()


def test_a_head_that_would_fill_the_page_is_not_repeated() -> None:
    tall = Rows(WIDTHS, ((label("主题"), Cell(SPEECH * 12, span=3)),))
    sheet = Sheet("P13", "记录", (tall, minutes(20)), head=tall)
    assert "".join(texts_of(show(sheet))).count("名单见") == 12 + 20


def test_a_line_under_the_title_stands_once_above_the_table() -> None:
    sheet = Sheet("P24", "党费收缴登记表", (head(), minutes(30)), subtitle="（2025年度）")
    first, *others = pages(show(sheet))
    drawn = [c for c in first.chars if c["bottom"] < rules_across(first)[0][0]]
    assert "".join(c["text"] for c in drawn) == "党费收缴登记表（2025年度）"
    assert others
    assert not any("2025年度" in page.extract_text() for page in others)


@pytest.mark.parametrize(
    "block",
    [
        Rows(WIDTHS, ((label("姓名"), Cell("周启明"), label("性别"), Cell("男")),)),
        Rows(WIDTHS, ((label("附件"), Cell("签到表1份", span=3)),)),
        Box("备注", ("无",), side_label_mm=30.0),
    ],
    ids=["beside another", "alone", "box"],
)
def test_a_label_of_two_characters_is_as_wide_as_one_of_three(block: Block) -> None:
    drawn = Drawn()
    for page in pages_of(Sheet("P20", "谈话", (block,))):
        page.draw(drawn)
    found = [line for _, _, line, style in drawn.set if style.role == LABEL.role]
    assert found
    assert all(width_pt(one.text, LABEL) + one.spacing_pt == 3 * LABEL.size_pt for one in found)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_a_dash_stands_in_the_middle_of_every_column(align: Align) -> None:
    drawn = Drawn()
    grid = Grid((Column("备注", 162.0, align),), (("—",),))
    for page in pages_of(Sheet("P23", "检查", (grid,))):
        page.draw(drawn)
    (left,) = (x + one.left_pt for x, _, one, _ in drawn.set if one.text == "—")
    assert abs(left + width_pt("—", GRID) / 2 - (LEFT + WIDTH / 2)) < 0.1


def test_a_caption_over_a_list_is_not_spread() -> None:
    drawn = Drawn()
    for page in pages_of(Sheet("P20", "谈话", (Rows((162.0,), ((label("跟进"),),)),))):
        page.draw(drawn)
    assert [one.spacing_pt for _, _, one, style in drawn.set if style.role == LABEL.role] == [0.0]
