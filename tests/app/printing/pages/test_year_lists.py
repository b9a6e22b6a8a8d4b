"""The lists of a year that are computed: themes, hours, party birthdays, a month's tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.manual.settings import LEAST_HOURS
from app.manual.volumes import GROUP_TASKS, HOURS_TABLE, PARTY_BIRTHDAYS, THEME_TALLY
from app.printing.pages import Book, sheets_of
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from tests.app.printing.pages.made import book_of, grids, labels, sample_book, value
from tests.example_branch import example
from tests.factories import BRANCH_ID


def only(book: Book, code: str) -> Sheet:
    (sheet,) = sheets_of(book, [code])
    return sheet


def column(grid: Grid, name: str) -> list[str]:
    place = [one.heading for one in grid.columns].index(name)
    return [str(row[place]) for row in grid.rows]


def test_the_tally_lists_theme_days_and_counts_sources_tags_and_targets() -> None:
    made = example()
    made.meeting.theme_source = "重点工作"
    made.meeting.theme_tags = ["总结经验"]
    made.meeting.work_target = "冬季供煤"
    values = {"unit": "运输区", "targets": [{"name": "冬季供煤", "goal": "误点减半"}]}
    targets = Entry(branch_id=BRANCH_ID, page="work_targets", year=2025, values=values)
    sheet = only(book_of(made, entries=(targets,)), THEME_TALLY.code)
    assert (value(sheet, "重点工作"), value(sheet, "上级部署")) == ("1", "0")
    assert value(sheet, "总结经验") == "1"
    days, served = grids(sheet)
    assert column(days, "主题") == [made.meeting.theme]
    assert column(days, "服务的年度任务") == ["冬季供煤"]
    assert served.rows == (("冬季供煤", "误点减半", "10月9日", "1"),)


def test_the_tally_draws_a_dash_where_a_theme_day_tells_nothing() -> None:
    (days,) = grids(only(book_of(example()), THEME_TALLY.code))
    assert [column(days, name) for name in ("来源", "标签", "服务的年度任务")] == [["—"]] * 3


def test_the_record_of_a_theme_day_tells_where_its_theme_comes_from_if_it_is_known() -> None:
    made = example()
    assert "主题来源和标签" not in labels(only(book_of(made), "P13"))
    made.meeting.theme_source, made.meeting.theme_tags = "支部问题", ["安全"]
    made.meeting.work_target = "供煤"
    told = value(only(book_of(made), "P13"), "主题来源和标签")
    assert told == "支部问题；服务“供煤”；安全"


def test_the_table_of_hours_tells_what_is_missing_to_what_is_asked() -> None:
    book = replace(sample_book("2025-10"), settings={LEAST_HOURS.key: "3"})
    (grid,) = grids(only(book, HOURS_TABLE.code))
    names, missing = column(grid, "姓名"), dict(zip(*_pair(grid), strict=True))
    assert len(names) == 18
    # A theme day of 1.8 hours and a lecture of 1.5: enough for a member, not for the committee.
    assert missing["田建军"] == "—"
    assert missing["周启明"] == "52.7"


def _pair(grid: Grid) -> tuple[list[str], list[str]]:
    return column(grid, "姓名"), column(grid, "还差")


def test_each_party_birthday_tells_its_month_wherever_its_page_begins() -> None:
    book = sample_book("2025-10")
    for member in book.members:
        member.joined_on = None
    for member, day in zip(book.members, (3, 5), strict=False):
        member.joined_on = date(2001, 7, day)
    (grid,) = grids(only(book, PARTY_BIRTHDAYS.code))
    assert column(grid, "月份") == ["7月", "7月"]
    assert column(grid, "党龄（周年）") == ["24", "24"]


def test_tasks_stand_under_the_group_of_who_answers_for_them() -> None:
    sheet = only(sample_book("2025-10"), GROUP_TASKS.code)
    assert labels(sheet) == ["第一党小组（电机车）", "第二党小组（皮带）", "第三党小组（机修）"]
    first = grids(sheet)[0]
    assert column(first, "责任人") == ["邵长河"]
