from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.manual import kinds, words
from app.records import DuesRow, Member
from app.rules.checks import Finding
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import LATER, brief, context, found


def _found(
    dues: list[DuesRow], members: list[Member] | None = None, today: date = LATER
) -> list[Finding]:
    meeting = october.theme_day()
    return found(meeting, context([meeting], dues=dues, members=members, today=today))


def _row(name: str, rows: list[DuesRow]) -> DuesRow:
    return next(row for row in rows if row.member_id == name)


def test_members_without_a_row_are_counted_and_named() -> None:
    rows = [row for row in october.dues() if row.member_id not in ("田建军", "段志强")]
    (finding,) = _found(rows)
    assert (finding.number, finding.level, finding.area) == (4, "E", "dues")
    assert finding.sentence == "本月党费表少2人：田建军、段志强。请在“党费”里补上。"


def test_no_sheet_at_all_is_told_once_by_the_first_action() -> None:
    assert brief(_found([])) == [(28, "E", "actions", "actions.1.dues")]


@pytest.mark.parametrize(
    ("last", "count"), [(date(2025, 9, 30), 1), (date(2025, 10, 1), 0), (date(2025, 10, 8), 0)]
)
def test_someone_who_left_before_the_month_owes_nothing(last: date, count: int) -> None:
    gone = make.member("赵某", last=last, base_fen=300_000)
    row = make.dues_row("赵某", 300_000, Decimal("0.005"), 1500)
    findings = _found([*october.dues(), row], [*october.members(), gone])
    assert [one.number for one in findings] == [4] * count
    assert all(one.record_id == row.id for one in findings)


def test_a_row_of_nobody_known_is_reported() -> None:
    stranger = make.dues_row("陌生人", 300_000, Decimal("0.005"), 1500)
    (finding,) = _found([*october.dues(), stranger])
    assert (finding.number, finding.member_id) == (4, "陌生人")


def test_the_unpaid_are_named_from_the_day_on() -> None:
    rows = october.dues()
    _row("田建军", rows).paid_fen = None
    assert _found(rows, today=date(2025, 10, 8)) == []
    (finding,) = _found(rows)
    assert finding.sentence == "本月还有1人没有交党费：田建军。请交纳后登记。"


@pytest.mark.parametrize(
    ("paid_on", "complete"), [(date(2025, 10, 9), True), (date(2025, 10, 8), True)]
)
def test_the_first_action_is_complete_when_all_paid_in_the_month(
    paid_on: date, complete: bool
) -> None:
    rows = october.dues()
    for row in rows:
        row.paid_on = paid_on
    assert (_found(rows) == []) is complete


def test_the_first_action_needs_a_payment_of_the_day_when_not_all_have_paid() -> None:
    rows = october.dues()
    for row in rows:
        row.paid_on = date(2025, 10, 8)
    _row("田建军", rows).paid_fen = None
    assert {one.number for one in _found(rows)} == {4, 28}


@pytest.mark.parametrize(
    ("field", "value", "field_found"),
    [
        ("due_fen", 10441, "due"),
        ("due_fen", 10439, "due"),
        ("rate", Decimal("0.01"), "due"),
        ("rate", None, "due"),
        ("base_fen", 696001, "due"),
        ("base_fen", None, "due"),
        ("paid_fen", 10439, "paid"),
    ],
)
def test_a_wrong_base_rate_or_amount_is_an_error(
    field: str, value: object, field_found: str
) -> None:
    rows = october.dues()
    row = _row("田建军", rows)
    setattr(row, field, value)
    if field == "due_fen":
        row.paid_fen = row.due_fen
    (finding,) = _found(rows)
    assert (finding.number, finding.level, finding.field) == (38, "E", field_found)
    assert (finding.record_id, finding.member_id) == (row.id, "田建军")


def test_a_base_nobody_approved_is_put_right_in_the_roster() -> None:
    rows, members = october.dues(), october.members()
    row = _row("田建军", rows)
    row.base_fen = None
    next(one for one in members if one.id == row.member_id).dues_bases = []
    (finding,) = _found(rows, members)
    assert (finding.number, finding.field, finding.member_id) == (38, "base", "田建军")


def test_the_sentence_names_what_would_be_right() -> None:
    rows = october.dues()
    row = _row("顾广才", rows)
    row.rate, row.due_fen, row.paid_fen = Decimal("0.01"), 3000, 3000
    (finding,) = _found(rows)
    assert finding.sentence == (
        "顾广才本月按0.5%应交15.00元，表上是1% 30.00元。请核对基数、比例和尾数办法。"
    )


def test_more_than_is_due_may_be_paid() -> None:
    rows = october.dues()
    _row("田建军", rows).paid_fen = 20000
    assert _found(rows) == []


@pytest.mark.parametrize(
    ("kind", "due_fen", "numbers"),
    [
        ("农民", 19, [38]),
        ("农民", 20, []),
        ("农民", 100, []),
        ("农民", 101, [38]),
        ("学生", 20, []),
        ("学生", 21, [38]),
        ("下岗失业", 20, []),
        ("股东", 20, [38]),
    ],
)
def test_fixed_amounts_keep_their_limits(kind: str, due_fen: int, numbers: list[int]) -> None:
    members, rows = october.members(), october.dues()
    next(one for one in members if one.id == "田建军").dues_kind = kind
    row = _row("田建军", rows)
    row.base_fen, row.rate, row.due_fen, row.paid_fen = None, None, due_fen, due_fen
    assert [one.number for one in _found(rows, members)] == numbers


def test_an_agent_is_named() -> None:
    rows = october.dues()
    _row("顾广才", rows).paid_by = ""
    assert brief(_found(rows)) == [(39, "W", "dues", "paid_by")]
    _row("顾广才", rows).method = words.CASH
    assert _found(rows) == []


def test_a_payment_has_its_day() -> None:
    rows = october.dues()
    _row("田建军", rows).paid_on = None
    assert brief(_found(rows)) == [(11, "W", "dues", "paid_on")]


def test_rows_of_other_months_are_left_alone() -> None:
    other = make.dues_row("田建军", 1, None, 7, month="2025-09")
    assert _found([*october.dues(), other]) == []


def test_a_lecture_alone_says_nothing_of_dues() -> None:
    meeting = october.theme_day()
    meeting.kinds, meeting.actions = [kinds.LECTURE], []
    rows = october.dues()
    rows[0].due_fen = 1
    assert found(meeting, context([meeting], dues=rows)) == []
