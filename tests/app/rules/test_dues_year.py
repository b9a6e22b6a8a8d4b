from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.records import DuesBase, DuesRow, Member
from app.rules.dues_year import (
    DuesLine,
    Owed,
    figures_of,
    lines_of,
    made_up_in,
    months_joined,
    paid_by_month,
    quarters_of,
)
from tests.app.rules import factories as make


def row(name: str, month: str, paid_on: date | None, paid_fen: int | None = 5000) -> DuesRow:
    paid = None if paid_on is None and paid_fen == 5000 else paid_fen
    return make.dues_row(
        name, 500000, Decimal("0.01"), 5000, month=month, paid_on=paid_on, paid_fen=paid
    )


def people(*names: str) -> list[Member]:
    return [make.member(name, base_fen=500000) for name in names]


def line(*paid: bool) -> DuesLine:
    months = [f"2025-{number:02}" for number in range(1, len(paid) + 1)]
    owed = {
        month: Owed(month, 5000, 5000 if is_paid else None)
        for month, is_paid in zip(months, paid, strict=True)
    }
    return DuesLine(make.member("柳知行"), owed)


@pytest.mark.parametrize(
    ("paid_on", "paid_fen", "settled_in", "is_late", "is_open"),
    [
        (None, None, None, False, True),
        (None, 0, None, False, True),
        (date(2025, 10, 1), 5000, "2025-10", False, False),
        (date(2025, 10, 31), 5000, "2025-10", False, False),
        (date(2025, 11, 1), 5000, "2025-11", True, False),
        (date(2026, 1, 1), 100, "2026-01", True, False),
        (date(2025, 9, 30), 5000, "2025-10", False, False),
        (None, 5000, "2025-10", False, False),
    ],
)
def test_a_payment_counts_for_its_month_or_the_later_one_it_came_in(
    paid_on: date | None, paid_fen: int | None, settled_in: str | None, is_late: bool, is_open: bool
) -> None:
    owed = Owed("2025-10", 5000, paid_fen, paid_on)
    assert (owed.settled_in, owed.is_late, owed.is_open) == (settled_in, is_late, is_open)


def test_who_owes_nothing_owes_nothing_even_unpaid() -> None:
    assert not Owed("2025-10", 0).is_open


@pytest.mark.parametrize(
    ("paid", "in_a_row", "open_fen"),
    [
        ((), 0, 0),
        ((True, True), 0, 0),
        ((False,), 1, 5000),
        ((False, False, True), 0, 10000),
        ((True, False, False, False), 3, 15000),
        ((False, True, False), 1, 10000),
        ((False,) * 6, 6, 30000),
    ],
)
def test_months_not_paid_are_counted_back_from_the_last(
    paid: tuple[bool, ...], in_a_row: int, open_fen: int
) -> None:
    assert (line(*paid).open_in_a_row, line(*paid).open_fen) == (in_a_row, open_fen)


def test_who_has_no_row_in_a_month_others_paid_owes_what_his_base_says() -> None:
    rows = [row("柳知行", "2025-01", date(2025, 1, 9)), row("柳知行", "2025-02", None)]
    first, second = lines_of(people("柳知行", "舒望远"), rows, "分")
    assert [one.month for one in first.open] == ["2025-02"]
    assert [(one.month, one.due_fen) for one in second.open] == [
        ("2025-01", 5000),
        ("2025-02", 5000),
    ]


def test_a_base_not_approved_is_not_known_and_not_open() -> None:
    member = make.member("柳知行")
    rows = [make.dues_row("柳知行", None, None, 0, paid_fen=None, paid_on=None)]
    (found,) = lines_of([member], rows, "分")
    owed = found.months["2025-10"]
    assert (owed.is_known, owed.is_open) == (False, False)


def test_nothing_is_owed_for_months_outside_the_membership() -> None:
    member = make.member("柳知行", first=date(2025, 2, 15), last=date(2025, 3, 1), base_fen=500000)
    rows = [row("舒望远", f"2025-{month:02}", date(2025, month, 9)) for month in range(1, 6)]
    found = lines_of([member, *people("舒望远")], rows, "分")
    assert list(found[0].months) == ["2025-02", "2025-03"]


def test_a_later_base_counts_from_its_month_on() -> None:
    member = make.member("柳知行", base_fen=500000)
    member.dues_bases.append(
        DuesBase(branch_id=make.BRANCH_ID, base_fen=600000, from_month="2025-02")
    )
    rows = [row("舒望远", "2025-01", None), row("舒望远", "2025-02", None)]
    found = lines_of([member], rows, "分")
    assert [one.due_fen for one in found[0].months.values()] == [5000, 9000]


def test_what_is_paid_for_a_month_is_the_sum_of_its_rows() -> None:
    rows = [
        row("柳知行", "2025-01", date(2025, 1, 9)),
        row("舒望远", "2025-01", date(2025, 2, 9), 5001),
        row("舒望远", "2025-02", None),
    ]
    lines = lines_of(people("柳知行", "舒望远"), rows, "分")
    assert paid_by_month(lines) == {"2025-01": 10001, "2025-02": 0}
    assert sum(paid_by_month(lines).values()) == sum(one.paid_fen for one in lines) == 10001


QUARTER = [
    *(row("按时", f"2025-{month:02}", date(2025, month, 9)) for month in (1, 2, 3)),
    row("延迟", "2025-01", date(2025, 1, 9)),
    row("延迟", "2025-02", date(2025, 3, 2)),
    row("延迟", "2025-03", date(2025, 3, 31)),
    row("次季", "2025-01", date(2025, 1, 9)),
    row("次季", "2025-02", date(2025, 2, 9)),
    row("次季", "2025-03", date(2025, 4, 1)),
    row("补缴", "2024-12", date(2025, 1, 2)),
    *(row("补缴", f"2025-{month:02}", date(2025, month, 9)) for month in (1, 2, 3)),
    row("未交", "2025-01", None),
]


def test_a_quarter_tells_on_time_late_made_up_and_open() -> None:
    members = people("按时", "延迟", "次季", "补缴", "未交")
    lines = lines_of(members, QUARTER, "分")
    found = figures_of(lines, QUARTER, "2025-01", "2025-03")
    assert (found.members, found.on_time, found.late, found.open, found.made_up) == (5, 2, 1, 2, 1)
    assert (found.paid_fen, found.made_up_fen) == (12 * 5000, 5000)
    following = figures_of(lines, QUARTER, "2025-04", "2025-06")
    assert (following.made_up, following.paid_fen, following.on_time) == (1, 5000, 0)


def test_every_payment_is_reported_in_exactly_one_month() -> None:
    lines = lines_of(people("按时", "延迟", "次季", "补缴", "未交"), QUARTER, "分")
    months = ["2024-12", *(f"2025-{month:02}" for month in range(1, 13))]
    reported = sum(figures_of(lines, QUARTER, month, month).paid_fen for month in months)
    assert reported == sum(one.paid_fen or 0 for one in QUARTER)


def test_who_left_before_the_end_of_a_period_is_no_member_of_it() -> None:
    members = [
        make.member("柳知行", last=date(2025, 3, 30), base_fen=500000),
        make.member("舒望远", last=date(2025, 3, 31), base_fen=500000),
    ]
    rows = [row("舒望远", "2025-03", date(2025, 3, 9))]
    assert figures_of(lines_of(members, rows, "分"), rows, "2025-01", "2025-03").members == 1


def test_payments_for_earlier_months_are_found() -> None:
    assert [one.member_id for one in made_up_in(QUARTER, "2025-03", "2025-03")] == ["延迟"]
    assert made_up_in(QUARTER, "2025-02", "2025-02") == []


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ([], ""),
        ([1], "1月"),
        ([1, 2], "1—2月"),
        ([12, 11, 3, 1, 2], "1—3月、11—12月"),
        ([2, 4, 6], "2月、4月、6月"),
    ],
)
def test_months_that_follow_each_other_are_drawn_together(months: list[int], text: str) -> None:
    assert months_joined(f"2025-{month:02}" for month in months) == text


def test_quarters_are_those_with_a_month() -> None:
    assert quarters_of(["2025-12", "2025-01", "2025-03"]) == [
        ("2025-01", "2025-03"),
        ("2025-10", "2025-12"),
    ]


def test_months_of_another_year_are_told_with_it() -> None:
    months = ["2025-01", "2024-11", "2024-12", "2025-03"]
    assert months_joined(months, 2025) == "2024年11—12月、1月、3月"
    assert months_joined(months[:1], 2025) == "1月"
