from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.app.exchange.document.small import TWO, read, written


@pytest.mark.parametrize(
    ("given", "rate", "as_written"),
    [
        ("1.5%", "0.015", "1.5%"),
        ("1.5", "0.015", "1.5%"),
        ("0.015", "0.015", "1.5%"),
        (0.015, "0.015", "1.5%"),
        (2, "0.02", "2%"),
        ("0.5", "0.005", "0.5%"),
        ("2.00%", "0.02", "2%"),
        ("无", None, "无"),
    ],
)
def test_a_rate_may_be_percent_or_fraction(
    given: object, rate: str | None, as_written: str
) -> None:
    row = {"member": "柳知行", "month": "2025-10", "base": "6960", "due": "104.4", "rate": given}
    records = read(members=TWO, dues=[row])
    assert records.dues[0].rate == (None if rate is None else Decimal(rate))
    assert written(records)["dues"][0]["rate"] == as_written


@pytest.mark.parametrize(
    ("member", "row", "base_fen", "rate", "due_fen"),
    [
        ({"dues_base": "6215.00"}, {}, 621500, "0.015", 9323),
        ({"dues_base": "6215.00"}, {"base": "3000"}, 300000, "0.005", 1500),
        ({"dues_base": "6215.00"}, {"due": "5.00"}, None, None, 500),
        ({"dues_base": "6215.00"}, {"base": "3000", "due": "5"}, 300000, "0.005", 500),
        ({"dues_kind": "学生"}, {}, None, None, 20),
        ({}, {}, None, None, 0),
        (
            {"dues_bases": [{"from": "2025-11", "base": "9000"}, {"base": "3000"}]},
            {},
            300000,
            "0.005",
            1500,
        ),
    ],
)
def test_what_a_dues_row_leaves_open_is_worked_out(
    member: dict[str, Any],
    row: dict[str, Any],
    base_fen: int | None,
    rate: str | None,
    due_fen: int,
) -> None:
    records = read(
        members=[{"name": "柳知行"} | member],
        dues=[{"member": "柳知行", "month": "2025-10"} | row],
    )
    (read_row,) = records.dues
    assert (read_row.base_fen, read_row.due_fen) == (base_fen, due_fen)
    assert read_row.rate == (None if rate is None else Decimal(rate))
    written(records)


def test_who_pays_for_a_member_is_a_member_or_anybody_by_the_way_of_paying() -> None:
    row = {"member": "柳知行", "month": "2025-10"}
    family = read(members=TWO, dues=[row | {"method": "亲属代交", "paid_by": "妻子"}])
    comrade = read(members=TWO, dues=[row | {"method": "党员代交", "paid_by": "舒望远"}])
    assert (family.dues[0].paid_by, comrade.dues[0].paid_by) == ("妻子", "舒望远")
