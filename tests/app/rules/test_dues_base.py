from __future__ import annotations

import pytest

from app.records import DuesBase, DuesItem
from app.rules.dues_base import (
    OTHER_ITEMS,
    amounts_by_name,
    base_of,
    bases_in,
    item_names,
    sum_in_words,
    sum_of_items,
)
from tests.app.rules import factories as make


def base(*items: tuple[str, int], from_month: str = "") -> DuesBase:
    return DuesBase(
        branch_id=make.BRANCH_ID,
        base_fen=sum(amount for _, amount in items),
        from_month=from_month,
        items=[
            DuesItem(branch_id=make.BRANCH_ID, name=name, amount_fen=amount)
            for name, amount in items
        ],
    )


@pytest.mark.parametrize(
    ("months", "held"),
    [
        ([], []),
        ([""], [""]),
        (["", "2025-01"], ["2025-01"]),
        (["", "2024-06"], ["2024-06"]),
        (["", "2025-02"], ["", "2025-02"]),
        (["2024-06", "2025-12", "2026-01"], ["2024-06", "2025-12"]),
        (["2026-01"], []),
    ],
)
def test_a_year_has_the_bases_that_held_in_one_of_its_months(
    months: list[str], held: list[str]
) -> None:
    member = make.member("柳知行")
    member.dues_bases = [base(from_month=month) for month in months]
    assert [one.from_month for one in bases_in(member, 2025)] == held


def test_pay_comes_before_deductions_and_the_frequent_before_the_rare() -> None:
    bases = [
        base(("公积金", -50000), ("岗位工资", 500000)),
        base(("岗位工资", 500000), ("津贴", 10000), ("公积金", -50000)),
    ]
    assert item_names(bases, 5) == ["岗位工资", "津贴", "公积金"]


def test_what_does_not_fit_is_taken_together() -> None:
    bases = [base(("岗位工资", 500000), ("津贴", 10000), ("公积金", -50000))]
    bases.append(base(("岗位工资", 400000), ("公积金", -40000), ("夜班费", 5000)))
    names = item_names(bases, 3)
    assert names == ["岗位工资", "公积金", OTHER_ITEMS]
    for one in bases:
        amounts = amounts_by_name(one, names)
        assert sum(amount or 0 for amount in amounts) == one.base_fen == sum_of_items(one.items)


def test_a_part_one_does_not_have_is_blank() -> None:
    assert amounts_by_name(base(("岗位工资", 500000)), ["岗位工资", "津贴"]) == [500000, None]
    assert amounts_by_name(base(), ["岗位工资", OTHER_ITEMS]) == [None, None]


def test_a_part_without_a_name_stands_under_the_rest() -> None:
    nameless = base(("岗位工资", 500000), ("", 10000), ("公积金", -50000))
    names = item_names([nameless], 5)
    assert names == ["岗位工资", "公积金", OTHER_ITEMS]
    assert amounts_by_name(nameless, names) == [500000, -50000, 10000]


@pytest.mark.parametrize(
    ("items", "base_fen", "told"),
    [
        ((), 0, ""),
        ((("岗位工资", 500000),), 500000, "岗位工资 5000.00 = 5000.00 元"),
        (
            (("岗位工资", 500000), ("津贴", 3050), ("公积金", -50000)),
            453050,
            "岗位工资 5000.00 + 津贴 30.50 − 公积金 500.00 = 4530.50 元",
        ),
        ((("公积金", -50000), ("", 10000)), 0, "− 公积金 500.00 + 其他项 100.00 = -400.00 元"),
    ],
)
def test_parts_make_a_base_and_are_told_as_a_sum(
    items: tuple[tuple[str, int], ...], base_fen: int, told: str
) -> None:
    made = base(*items).items
    assert base_of(made) == base_fen
    assert sum_in_words(made) == told
