from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.rules import month_figures as names
from app.rules.attendance import share
from app.rules.branch_report import BranchReport
from app.rules.roll_up import NO_REPORT, NOT_HELD, NOT_YET, Counts, roll_up
from app.rules.timing import MOVED, ON_TIME, UNEXPLAINED
from tests.branch_reports import branch_report, dues, figure, finding, lost, theme_day

LATER = datetime(2025, 11, 5, 8)  # noqa: DTZ001 - local wall-clock time
NOVEMBER = {"month": "2025-11", "made_at": datetime(2025, 12, 2, 8)}  # noqa: DTZ001


def november(branch: str, timing: str = ON_TIME, **values: Any) -> BranchReport:
    days = (theme_day(date(2025, 11, 7), timing),)
    return branch_report(branch, **{"days": days} | NOVEMBER | values)


def test_a_line_tells_what_the_report_counts() -> None:
    given = branch_report(
        figures=(*dues(18, 17, 169697, 160000), figure(names.OPEN_ORDERS, 1, "项")),
        findings=(finding(1), finding(2), finding(9, "W"), finding(56, "I")),
    )
    (table,) = roll_up([given]).months
    (line,) = table.lines
    assert (line.branch, line.held_on, line.state) == ("采煤一队党支部", "10月9日", ON_TIME)
    assert line.counts == table.total
    assert line.counts == Counts(
        reports=1,
        days=1,
        planned=1,
        due=18,
        present=16,
        made_up=2,
        actions=5,
        actions_due=5,
        dues_people=18,
        paid_people=17,
        due_fen=169697,
        paid_fen=160000,
        errors=2,
        warnings=1,
        open_orders=1,
    )
    assert line.counts.rate == Decimal("0.8889")
    assert line.counts.effective_rate == 1
    assert line.counts.paid_rate == Decimal("0.9444")


def test_rates_are_taken_from_the_sums_and_never_from_rates() -> None:
    """One of one came and nine of ninety-nine: that is a tenth, not half."""
    small = branch_report("机关党支部", days=(theme_day(people=(1, 1, 0)),))
    large = branch_report("采煤一队党支部", days=(theme_day(people=(99, 9, 0)),))
    total = roll_up([small, large]).months[0].total
    assert (total.due, total.present, total.rate) == (100, 10, Decimal("0.1"))


def test_who_was_not_counted_is_in_no_rate() -> None:
    silent = branch_report("机关党支部", days=(theme_day(people=None),), figures=())
    total = roll_up([silent, branch_report()]).months[0].total
    assert (total.reports, total.days, total.due, total.rate) == (2, 2, 18, Decimal("0.8889"))
    (alone,) = roll_up([silent]).months
    assert (alone.total.rate, alone.total.paid_rate) == (None, None)


def test_several_theme_days_add_up_their_people_and_the_best_counts_for_the_month() -> None:
    days = (
        theme_day(timing=UNEXPLAINED, people=(10, 5, 0), actions=2),
        theme_day(date(2025, 10, 23), MOVED, people=(10, 9, 1), actions=4),
    )
    (line,) = roll_up([branch_report(days=days)]).months[0].lines
    assert (line.held_on, line.state) == ("10月9日、10月23日", MOVED)
    assert (line.counts.due, line.counts.present, line.counts.actions) == (20, 14, 4)


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, ON_TIME),
        ({"days": (theme_day(timing=MOVED),)}, MOVED),
        ({"days": (theme_day(timing=UNEXPLAINED),)}, UNEXPLAINED),
        ({"days": ()}, NOT_HELD),
        ({"days": (), "made_at": datetime(2025, 10, 31, 23)}, NOT_YET),  # noqa: DTZ001
    ],
)
def test_a_month_is_on_time_moved_late_missing_or_still_ahead(
    values: dict[str, Any], state: str
) -> None:
    assert roll_up([branch_report(**values)]).months[0].lines[0].state == state


def test_who_reported_one_month_and_not_another_is_named() -> None:
    made = roll_up([branch_report("机关党支部"), branch_report(), november("采煤一队党支部")])
    october, later = made.months
    assert (october.month, october.missing, october.reported) == ("2025-10", [], 2)
    assert (later.missing, later.reported) == (["机关党支部"], 1)
    assert later.lines[1].state == NO_REPORT
    assert later.lines[1].counts == Counts()


def test_the_year_counts_months_held_as_planned_among_those_put_together() -> None:
    made = roll_up(
        [
            branch_report("机关党支部"),
            branch_report("采煤一队党支部", days=(theme_day(timing=MOVED),)),
            november("采煤一队党支部", UNEXPLAINED),
            branch_report("采煤一队党支部", month="2025-12", days=(), made_at=LATER.replace(2026)),
        ]
    )
    first, second = made.year_lines
    assert [*first.states.values()] == [MOVED, UNEXPLAINED, NOT_HELD]
    assert (first.planned, first.unreported, first.rate) == (1, 0, Decimal("0.3333"))
    assert [*second.states.values()] == [ON_TIME, NO_REPORT, NO_REPORT]
    assert (second.planned, second.unreported, second.rate) == (1, 2, Decimal("0.3333"))
    assert (made.branches, made.planned, made.rate) == (2, 2, Decimal("0.3333"))


def test_problems_are_told_by_number_with_the_branches_that_have_them() -> None:
    made = roll_up(
        [
            branch_report("机关党支部", findings=(finding(33, "W"), finding(1), finding(56, "I"))),
            branch_report("采煤一队党支部", findings=(finding(33, "W"), finding(33, "W"))),
        ]
    )
    assert [(one.number, one.name, one.branches) for one in made.months[0].problems] == [
        (33, "缺席未补课", {"采煤一队党支部": 2, "机关党支部": 1}),
        (1, "要素不全", {"机关党支部": 1}),
    ]


def test_items_that_cost_something_are_told_with_what_each_branch_lost() -> None:
    made = roll_up(
        [
            branch_report("机关党支部", items=(lost("学习笔记抽查", 20), lost("悬挂党旗", 0))),
            branch_report("采煤一队党支部", items=(lost("学习笔记抽查", 5),)),
        ]
    )
    assert [(one.item, one.branches) for one in made.months[0].lost] == [
        ("学习笔记抽查", {"采煤一队党支部": 5, "机关党支部": 20})
    ]


def test_of_two_reports_of_one_month_the_later_counts_and_it_is_said() -> None:
    early = branch_report(days=())
    late = replace(branch_report(), made_at=LATER)
    for handed_in in permutations((early, late, early)):
        made = roll_up(handed_in)
        assert made.months[0].lines[0].report == late
        (note,) = made.notes
        assert note.startswith("采煤一队党支部2025年10月的月报不止一份，按最后导出的计；")
        assert note.endswith("；2025-11-03 09:12:00导出的没有计入。")
    assert roll_up([late, late]).notes == ()


def test_two_reports_of_one_moment_count_the_same_whatever_their_order() -> None:
    one, other = branch_report(), branch_report(days=())
    assert roll_up([one, other]) == roll_up([other, one])
    assert len(roll_up([one, other]).notes) == 1


def test_branches_of_one_name_stay_apart_by_code_or_by_a_number() -> None:
    first, second = branch_report(branch_id="a"), branch_report(branch_id="b")
    made = roll_up([second, first])
    assert [one.branch for one in made.year_lines] == [
        "采煤一队党支部（之1）",
        "采煤一队党支部（之2）",
    ]
    assert made.notes == ("有2个支部都叫“采煤一队党支部”，标识不同，分开列出。",)
    coded = roll_up([replace(first, code="M2"), replace(second, code="M1")])
    assert [one.branch for one in coded.year_lines] == [
        "采煤一队党支部（M1）",
        "采煤一队党支部（M2）",
    ]


def test_a_branch_that_was_renamed_is_one_branch_under_its_last_name() -> None:
    made = roll_up([branch_report(branch_id="a"), november("综采一队党支部", branch_id="a")])
    assert [one.branch for one in made.year_lines] == ["综采一队党支部"]
    assert [line.branch for table in made.months for line in table.lines] == ["综采一队党支部"] * 2


def test_numbers_in_names_and_codes_count_as_numbers() -> None:
    names_given = ["第十一党支部", "第二党支部", "第一党支部", "10队党支部", "9队党支部"]
    assert [one.branch for one in roll_up(map(branch_report, names_given)).year_lines] == [
        "9队党支部",
        "10队党支部",
        "第一党支部",
        "第二党支部",
        "第十一党支部",
    ]
    coded = [branch_report(f"{code}支部", code=code) for code in ("D10", "D9")]
    assert [one.branch for one in roll_up(coded).year_lines] == ["D9支部", "D10支部"]


def test_branches_stand_by_their_code_and_then_by_their_sound() -> None:
    given = [
        branch_report("运输区党支部"),
        branch_report("采煤一队党支部"),
        branch_report("机关党支部", code="02"),
        branch_report("通风区党支部", code="01"),
    ]
    assert [one.branch for one in roll_up(given).year_lines] == [
        "通风区党支部",
        "机关党支部",
        "采煤一队党支部",
        "运输区党支部",
    ]


def test_the_committee_is_named_where_all_belong_to_one() -> None:
    assert roll_up([branch_report()]).parent == "中共青石矿委员会"
    assert roll_up([branch_report(), branch_report("机关党支部", parent="")]).parent == ""


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ([], "还没有可以汇总的月报"),
        (
            [branch_report(), branch_report(month="2024-10", days=())],
            "2024年、2025年的，请一次只选",
        ),
    ],
)
def test_nothing_and_several_years_are_refused(given: list[BranchReport], sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        roll_up(given)


def _made(branch: int, month: int, people: tuple[int, int, int], minute: int) -> BranchReport:
    due, away, made_up = people[0] + people[1], people[1], min(people[1], people[2])
    return branch_report(
        f"第{branch}党支部",
        month=f"2025-{month:02}",
        days=(theme_day(date(2025, month, 9), people=(due, due - away, made_up)),),
        made_at=datetime(2026, 1, 2, 3, minute),  # noqa: DTZ001 - local wall-clock time
    )


_people = st.integers(0, 9)
_reports = st.lists(
    st.builds(
        _made,
        st.integers(1, 4),
        st.integers(1, 4),
        st.tuples(_people, _people, _people),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=80, deadline=None)
@given(_reports, st.randoms())
def test_whatever_the_order_sums_are_those_of_the_reports_that_count(
    reports: list[BranchReport], shuffle: Any
) -> None:
    made = roll_up(reports)
    shuffled = list(reports)
    shuffle.shuffle(shuffled)
    assert roll_up(shuffled) == made
    for table in made.months:
        counted = [line.report for line in table.lines if line.report is not None]
        of_month = [one for one in reports if one.month == table.month]
        assert {one.branch_id for one in counted} == {one.branch_id for one in of_month}
        for one in counted:
            rivals = [two for two in of_month if two.branch_id == one.branch_id]
            assert one.made_at == max(two.made_at for two in rivals)
        people = [_amounts(one) for one in counted]
        due, present, made_up = (sum(column) for column in zip(*people, strict=True))
        assert (table.total.due, table.total.present, table.total.made_up) == (
            due,
            present,
            made_up,
        )
        assert table.total.rate == share(present, due)
        assert table.total.effective_rate == share(present + made_up, due)
        assert 0 <= (table.total.rate or 0) <= (table.total.effective_rate or 0) <= 1


def _amounts(one: BranchReport) -> tuple[int, ...]:
    find: Callable[[str], int] = lambda name: next(  # noqa: E731 - a word for it would hide the sum
        figure.amount or 0 for figure in one.days[0].figures if figure.name == name
    )
    return find(names.DUE), find(names.PRESENT), find(names.MADE_UP)
