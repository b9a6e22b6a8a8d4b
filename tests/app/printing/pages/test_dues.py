from __future__ import annotations

from datetime import date

import pytest

from app.printing.pages import dues
from app.printing.sheet import Cell, Signatures
from app.records import DuesRow
from tests.app.printing.pages.made import book_of, grids
from tests.example_branch import example

POSTED = "　　月　　日至　　月　　日"


def foot(book_cells: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in book_cells]


def test_each_line_shows_base_rate_due_and_payment() -> None:
    (sheet,) = dues.sheets(book_of(example()))
    (register,) = grids(sheet)
    assert register.rows[8] == (
        "9",
        "顾广才",
        "3000.00",
        "0.5%",
        "15.00",
        "15.00",
        "10月9日",
        "亲属代交",
        "妻子",
        "—",
        "",
        "—",
    )
    assert register.rows[0][-4:] == ("—", "—", "", "—")
    assert register.rows[9][1] == "林晓峰（预）"


def test_the_sums_stand_in_figures_and_in_capitals() -> None:
    (sheet,) = dues.sheets(book_of(example()))
    figures, capitals = grids(sheet)[0].foot
    assert foot(figures) == ["合计", "18人", "1696.97", "1696.97", "已交18人"]
    assert foot(capitals) == ["合计大写", "人民币壹仟陆佰玖拾陆元玖角柒分", "公示时间", POSTED]


def test_the_sheet_lies_and_its_columns_fill_the_width() -> None:
    (sheet,) = dues.sheets(book_of(example()))
    assert sheet.title == "2025年10月安原矿业有限公司青石矿运输区党支部党费收缴登记表"
    assert sheet.landscape
    (register,) = grids(sheet)
    for row in register.foot:
        assert sum(cell.span for cell in row) == len(register.columns)


def test_payers_and_collector_sign_in_blank_cells() -> None:
    (sheet,) = dues.sheets(book_of(example()))
    (register,) = grids(sheet)
    assert [column.heading for column in register.columns if column.blank] == ["党员签字"]
    assert register.row_mm >= 12
    assert isinstance(sheet.blocks[-1], Signatures)
    assert sheet.blocks[-1].labels == ("收款人\n签章", "支部书记\n签字")


def test_what_came_in_for_earlier_months_is_named_and_stands_apart_from_the_sum() -> None:
    made = example()
    earlier = [replace_row(made.dues[4], month) for month in ("2025-08", "2025-09")]
    (sheet,) = dues.sheets(book_of(made, year_dues=(*earlier, *made.dues)))
    (register,) = grids(sheet)
    place = [column.heading for column in register.columns].index("补交月份")
    assert {row[place] for row in register.rows} == {"8—9月", "—"}
    assert register.rows[4][place] == "8—9月"
    assert foot(register.foot[0])[2:] == [
        "1696.97",
        "1696.97",
        "已交18人，另有1人补交以前月份191.40元",
    ]


def test_what_was_paid_in_its_own_month_is_no_late_payment_of_this_one() -> None:
    made = example()
    earlier = replace_row(made.dues[4], "2025-09", date(2025, 9, 30))
    (sheet,) = dues.sheets(book_of(made, year_dues=(earlier,)))
    assert foot(grids(sheet)[0].foot[0])[-1] == "已交18人"


def replace_row(row: DuesRow, month: str, paid_on: date = date(2025, 10, 9)) -> DuesRow:
    """Return the row of a member in another month."""
    return DuesRow(
        branch_id=row.branch_id,
        member_id=row.member_id,
        month=month,
        base_fen=row.base_fen,
        rate=row.rate,
        due_fen=row.due_fen,
        paid_fen=row.due_fen,
        paid_on=paid_on,
    )


def test_a_sheet_printed_before_paying_leaves_what_was_paid_blank() -> None:
    made = example()
    for row in made.dues:
        row.paid_fen = row.paid_on = None
        row.method = row.paid_by = ""
    (sheet,) = dues.sheets(book_of(made))
    (register,) = grids(sheet)
    assert register.rows[0] == (
        "1", "周启明", "10236.40", "2%", "204.73", "", "", "", "", "", "", "",
    )  # fmt: skip
    assert foot(register.foot[0]) == ["合计", "18人", "1696.97", "", ""]
    assert foot(register.foot[1]) == ["合计大写", "", "公示时间", POSTED]


@pytest.mark.parametrize(
    ("paid_fen", "paid_on", "remark"),
    [
        (20473, date(2025, 10, 31), "—"),
        (20473, date(2025, 11, 1), "补交"),
        (20472, date(2025, 10, 9), "少交"),
        (30000, date(2025, 10, 9), "多交"),
    ],
)
def test_the_remark_says_what_the_figures_say(paid_fen: int, paid_on: date, remark: str) -> None:
    made = example()
    made.dues[0].paid_fen, made.dues[0].paid_on = paid_fen, paid_on
    (sheet,) = dues.sheets(book_of(made))
    assert grids(sheet)[0].rows[0][-1] == remark


def test_an_amount_not_known_yet_is_left_blank() -> None:
    made = example()
    made.dues[0].base_fen = made.dues[0].rate = made.dues[0].paid_fen = None
    made.dues[0].due_fen = 0
    (sheet,) = dues.sheets(book_of(made))
    assert grids(sheet)[0].rows[0][2:6] == ("", "", "", "")


def test_a_month_without_dues_has_no_register() -> None:
    assert dues.sheets(book_of(example(), dues=())) == []
