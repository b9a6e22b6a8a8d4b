from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.manual import kinds, words
from app.records import Entry, Meeting
from app.rules.year_figures import YearFigures, year_figures
from tests.app.rules import factories as make
from tests.app.rules import october


def figures_of(*meetings: Meeting, entries: tuple[Entry, ...] = ()) -> YearFigures:
    return year_figures(meetings, october.members(), (), entries, kinds.THEME_DAY)


def graded(grade: str | None, **changes: Any) -> Entry:
    values = {} if grade is None else {"grade": grade}
    return Entry(branch_id="b", page="appraisal", year=2025, values=values, **changes)


def test_what_is_due_regularly_is_named_also_where_it_was_not_held() -> None:
    held = figures_of(make.meeting(), make.meeting(kinds=["读书会"])).held
    assert held[kinds.THEME_DAY] == 1
    assert held[kinds.MEMBERS_MEETING] == held[kinds.APPRAISAL] == 0
    assert kinds.OUTER_EVENT not in held
    assert held["读书会"] == 1


def test_rates_are_of_theme_days_whose_attendance_is_confirmed() -> None:
    day = october.theme_day()
    day.attendance_confirmed = True
    figures = figures_of(day, make.meeting(attendance_confirmed=False))
    assert (figures.due, figures.came, figures.joined) == (18, 16, 18)
    assert figures.rate == Decimal("0.8889")
    assert figures.effective_rate == figures.made_up_rate == 1
    assert figures_of(make.meeting(attendance_confirmed=False)).rate is None


def test_what_is_void_does_not_count() -> None:
    figures = figures_of(
        make.meeting(state=words.VOID), entries=(graded("优秀", state=words.VOID), graded("合格"))
    )
    assert figures.held[kinds.THEME_DAY] == 0
    assert figures.entries == {"appraisal": 1}
    assert figures.grades == {"合格": 1}
