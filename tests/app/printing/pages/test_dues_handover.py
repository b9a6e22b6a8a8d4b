"""P24 (d) 党费上缴报表: two halves that say the same, and figures that follow from the rows."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from app.manual import words
from app.printing.document import write
from app.printing.pages import Book, dues_handover
from app.printing.sheet import Halves, Sheet
from app.records import DuesRow, Entry
from app.rules.dues import capitals, parse_yuan, total
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.year import year_book


def values(sheet: Sheet) -> dict[str, str]:
    """Return the values of a half by their labels."""
    (halves,) = sheet.blocks
    assert isinstance(halves, Halves)
    cells = [cell for row in halves.rows for cell in row]
    return {
        label.text.replace("\u3000", ""): value.text
        for label, value in pairwise(cells)
        if label.label and not value.label
    }


def handed(book: Book, **given: Any) -> Entry:
    kept = {
        "period_from": "2025-01",
        "period_to": "2025-03",
        "handed_on": "2025-04-08",
        "amount_fen": 500000,
        "voucher": "20250408001",
        "handed_by": [{"member": book.members[1].id}],
        "received_by": "矿党委组织部",
    }
    return Entry(branch_id=book.branch.id, page="dues_handover", year=2025, values=kept | given)


def test_without_entries_each_quarter_that_was_collected_has_a_sheet() -> None:
    sheets = dues_handover.sheets(year_book(months=7))
    assert [values(one)["所属月份"] for one in sheets] == [
        "2025年1—3月",
        "2025年4—6月",
        "2025年7—9月",
    ]
    assert [one.key for one in sheets] == [f"2025-P24D-{n}" for n in (1, 2, 3)]


def test_the_figures_of_the_quarters_follow_from_the_rows() -> None:
    book = year_book()
    sheets = dues_handover.sheets(book)
    first, *_, last = [values(one) for one in sheets]
    # 韩素云 pays each month in the next one, 陆景行 nothing after August.
    assert (first["实有党员"], first["按时交纳"], first["延迟交纳"], first["尚未交清"]) == (
        "17人",
        "16人",
        "0人",
        "1人",
    )
    assert (last["按时交纳"], last["延迟交纳"], last["尚未交清"], last["补缴"]) == (
        "16人",
        "1人",
        "1人",
        "1人",
    )
    reported = sum(parse_yuan(values(one)["收缴金额"]) for one in sheets)
    assert reported == total(book.year_dues)


def test_what_is_made_up_from_last_year_is_reported_in_this_one() -> None:
    book = year_book(months=3)
    member = book.members[4]
    december = DuesRow(
        branch_id=member.branch_id,
        member_id=member.id,
        month="2024-12",
        base_fen=638000,
        rate=Decimal("0.015"),
        due_fen=9570,
        paid_fen=9570,
        paid_on=date(2025, 1, 9),
    )
    (before,) = dues_handover.sheets(book)
    (after,) = dues_handover.sheets(replace(book, earlier_dues=(december,)))
    assert values(after)["补缴金额"] == "95.70元"
    assert values(after)["补缴"] == "1人"
    assert parse_yuan(values(after)["收缴金额"]) == parse_yuan(values(before)["收缴金额"]) + 9570


def test_what_was_handed_on_is_as_it_was_written_down() -> None:
    book = year_book()
    (sheet,) = dues_handover.sheets(replace(book, entries=(handed(book),)))
    found = values(sheet)
    assert found["上缴日期"] == "2025年4月8日"
    assert found["上缴金额"] == "5000.00元"
    assert found["上缴大写"] == f"人民币{capitals(500000)}"
    assert (found["报送人"], found["接收人"], found["凭证号"]) == (
        "韩素云",
        "矿党委组织部",
        "20250408001",
    )
    assert found["收缴金额"] != found["上缴金额"]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2025-01", "2025-01", "2025年1月"),
        ("2025年1月", "2025.3", "2025年1—3月"),
        ("2025-10", "", "2025年10月"),
        ("2024-12", "2025-02", "2024年12月—2025年2月"),
        ("一季度", "", ""),
        ("2025-13", "2025-14", ""),
    ],
)
def test_months_are_read_as_they_are_typed(first: str, last: str, told: str) -> None:
    book = year_book()
    entry = handed(book, period_from=first, period_to=last)
    (sheet,) = dues_handover.sheets(replace(book, entries=(entry,)))
    assert values(sheet)["所属月份"] == told
    assert bool(values(sheet)["收缴金额"]) == bool(told)


def test_an_entry_that_is_void_is_not_printed() -> None:
    book = year_book(months=1)
    entry = handed(book)
    entry.state = words.VOID
    (sheet,) = dues_handover.sheets(replace(book, entries=(entry,)))
    assert values(sheet)["凭证号"] == ""


def test_both_halves_say_the_same_and_are_sealed_between() -> None:
    book = year_book()
    printed = write(dues_handover.sheets(replace(book, entries=(handed(book),))), META)
    assert printed.pages == 1
    (text,) = texts_of(printed)
    for said in ("党费上缴报表", "2025年1—3月", "5000.00元", "报送人签字", "接收人签字"):
        assert text.count(said) == 2
    for said in ("表1留存", "表2上报", "骑缝章"):
        assert text.count(said) == 1
    assert text.index("表1留存") < text.index("骑缝章") < text.index("表2上报")


def test_the_halves_are_alike_line_for_line() -> None:
    printed = write(dues_handover.sheets(year_book(months=1)), META)
    page = pdfplumber.open(io.BytesIO(printed.pdf)).pages[0]
    middle = page.width / 2
    across = [edge for edge in page.edges if edge["orientation"] == "h"]
    left = sorted((round(e["top"], 1), round(e["x1"] - e["x0"], 1)) for e in across
                  if e["x1"] < middle)  # fmt: skip
    right = sorted((round(e["top"], 1), round(e["x1"] - e["x0"], 1)) for e in across
                   if e["x0"] > middle)  # fmt: skip
    assert left == right
    assert left
    seam = [e for e in page.edges if e["orientation"] == "v" and abs(e["x0"] - middle) < 1]
    assert len(seam) > 10


def test_a_year_without_dues_has_no_sheet() -> None:
    assert dues_handover.sheets(year_book(months=0)) == []
