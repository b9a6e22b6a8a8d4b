"""Every figure of the assessment, counted once more from the printed rows it claims to count."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import chain

import pytest

from app.manual.pages import page_of
from app.manual.volumes import (
    ATTENDANCE_TABLE,
    DUES_SHEET,
    MEMBER_YEAR,
    RANKING,
)
from app.printing.document import Meta, write
from app.printing.pages import Book, layouts, sheets_of
from app.printing.pages.assessed_year import records_of
from app.printing.sheet import Chart, Grid, Sheet, texts
from app.records import Entry
from app.rules.deeds import deeds_of
from app.rules.points import counted_rows
from app.rules.scheme import DEFAULT, member_items
from tests.app.printing.pages.made import grids
from tests.app.printing.pages.year import year_book
from tests.factories import BRANCH_ID

META = Meta("考核", "支部", "记录", datetime.fromisoformat("2025-12-31T00:00"))
PRESENT, LEAVE = {"√", "◇"}, {"△", "○", "☆", "产"}


def entry(key: str, **values: object) -> Entry:
    return Entry(branch_id=BRANCH_ID, page=key, year=2025, values=values)


def who(member_id: str) -> list[dict[str, str]]:
    return [{"member": member_id}]


@cache
def assessed(people: int = 18) -> Book:
    """Return a year's book with notes, awards, grades, and the points counted from all of it."""
    book = year_book(people, whole_year=True)
    ids = [one.id for one in book.members]
    written = [
        entry(
            "notes_check",
            checked_on=f"2025-{month:02}-25",
            members=[
                {"member": who(key), "due": 2, "written": 2 - (month + place) % 3 % 2}
                for place, key in enumerate(ids)
            ],
        )
        for month in range(1, 13)
    ]
    registered = [
        *(
            entry("award", member=who(key), awarded_on="2025-06-28", title="先进")
            for key in ids[:3]
        ),
        entry("award", member=who(ids[0]), awarded_on="2025-12-28", title="标兵"),
        entry("measure", member=who(ids[4]), decided_on="2025-08-01", measure="提醒谈话"),
        *(
            entry("appraisal", member=who(key), grade="优秀" if place < 5 else "合格")
            for place, key in enumerate(ids)
        ),
    ]
    book = replace(book, entries=(*written, *registered))
    records = records_of(book)
    deeds, items = deeds_of(records), member_items(DEFAULT)
    scores = [
        entry("member_score", member=who(one.id), items=counted_rows(items, deeds[one.id]))
        for one in records.people
    ]
    return replace(book, entries=(*book.entries, *scores))


def of_page(key: str) -> list[Sheet]:
    return layouts.sheets(page_of(key), assessed())


@cache
def points() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return by name the printed lines of each member's points, by item."""
    found = {}
    for sheet in of_page("member_score"):
        (grid,) = grids(sheet)
        name = next(text for text in texts(sheet) if text in names())
        lines = {row[1]: row for row in grid.rows}
        found[name] = lines | {"总分": tuple(cell.text for cell in grid.foot[0])}
    return found


@cache
def names() -> tuple[str, ...]:
    return tuple(assessed().name(one.id) for one in assessed().members)


@cache
def marks() -> dict[str, Counter[tuple[str, str]]]:
    """Return by name how often each mark stands under each sort of meeting on the year's table."""
    found: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in names()}
    for sheet in sheets_of(assessed(), [ATTENDANCE_TABLE.code]):
        (grid,) = grids(sheet)
        for place, column in enumerate(grid.columns):
            day, _, short = column.heading.partition("\n")
            if short and day.removesuffix("日").isdecimal():
                for row in grid.rows:
                    found[_name(row)][short, row[place]] += 1
    return found


def _name(row: tuple[str, ...]) -> str:
    cells = (cell.removesuffix("（预）") for cell in row)
    return next(cell for cell in cells if cell in names())


def times(name: str, item: str) -> int:
    return int(points()[name][item][4])


def marked(name: str, sorts: set[str], signs: set[str], *, open_only: bool = False) -> int:
    """Return how many marks of some signs a member has; `open_only` leaves out what is made up."""
    return sum(
        count
        for (sort, mark), count in marks()[name].items()
        if (not sorts or sort in sorts)
        and mark.removesuffix("补") in signs
        and not (open_only and mark.endswith("补"))
    )


@pytest.mark.parametrize(
    ("item", "sorts", "signs", "open_only"),
    [
        ("参加主题党日", {"党日"}, PRESENT, False),
        ("参加三会一课", {"大会", "支委", "党课", "一组", "二组", "三组"}, PRESENT, False),
        ("请假", set(), LEAVE, False),
        ("无故缺席", set(), {"×"}, False),
        ("迟到早退", set(), {"◇"}, False),
        ("缺席未补学", set(), LEAVE | {"×"}, True),
    ],
)
def test_attendance_counts_as_often_as_it_is_marked_in_the_years_table(
    item: str, sorts: set[str], signs: set[str], open_only: bool
) -> None:
    counted = {name: marked(name, sorts, signs, open_only=open_only) for name in names()}
    assert {name: times(name, item) for name in names()} == counted
    assert any(counted.values())


def test_dues_count_as_the_monthly_sheets_say() -> None:
    in_time, late = Counter[str](), Counter[str]()
    for number in range(1, 13):
        month = f"2025-{number:02}"
        rows = tuple(row for row in assessed().year_dues if row.month == month)
        book = replace(assessed(), month=month, dues=rows, whole_year=False)
        for sheet in sheets_of(book, [DUES_SHEET.code]):
            (grid,) = grids(sheet)
            headings = [one.heading for one in grid.columns]
            for row in grid.rows:
                line = dict(zip(headings, row, strict=True))
                if line["应交"] in ("", "0.00"):
                    continue
                paid_in = line["交纳日期"].split("-")[0].split("月")[0].lstrip("0")
                is_in_time = line["实交"] == line["应交"] and paid_in == str(number)
                (in_time if is_in_time else late)[_name(row)] += 1
    assert {name: times(name, "按月交党费") for name in names()} == {n: in_time[n] for n in names()}
    assert {name: times(name, "催缴党费") for name in names()} == {n: late[n] for n in names()}
    assert sum(late.values()) > 12


def test_notes_count_as_the_checks_say() -> None:
    due, written = Counter[str](), Counter[str]()
    for sheet in of_page("notes_check"):
        (grid,) = grids(sheet)
        headings = [one.heading for one in grid.columns]
        for row in grid.rows:
            line = dict(zip(headings, row, strict=True))
            due[line["姓名"]] += int(line["应记"].removesuffix("篇"))
            written[line["姓名"]] += int(line["实记"].removesuffix("篇"))
    for name in names():
        assert times(name, "学习笔记") == written[name]
        assert times(name, "缺学习笔记") == due[name] - written[name]
    assert sum(due.values()) > sum(written.values())


def test_awards_and_measures_count_as_their_registers_say() -> None:
    (award,) = [one for sheet in of_page("award") for one in grids(sheet)]
    awarded = Counter(row[1] for row in award.rows)
    measured = Counter(
        name for sheet in of_page("measure") for name in names() if name in set(texts(sheet))
    )
    for name in names():
        assert times(name, "受到奖励") == awarded[name]
        assert times(name, "受到组织处置") == measured[name]


def tenths(text: str) -> int:
    return round(float(text) * 10) if text else 0


def test_each_line_is_its_points_by_its_times_up_to_the_cap_and_the_total_is_their_sum() -> None:
    for lines in points().values():
        items = [row for key, row in lines.items() if key != "总分"]
        for _, _, _, each, count, most, earned, _ in items:
            whole = tenths(each) * int(count)
            cap = tenths(most) if most else abs(whole)
            assert tenths(earned) == max(min(whole, cap), -cap)
        assert tenths(lines["总分"][1]) == sum(tenths(row[6]) for row in items)


def test_the_ranking_lists_the_totals_and_grades_with_shared_places() -> None:
    (sheet,) = sheets_of(assessed(), [RANKING.code])
    (grid,) = grids(sheet)
    listed = [(row[1], row[3]) for row in grid.rows]
    assert dict(listed) == {name: lines["总分"][1] for name, lines in points().items()}
    totals = [tenths(total) for _, total in listed]
    assert totals == sorted(totals, reverse=True)
    assert [int(row[0]) for row in grid.rows] == [totals.index(one) + 1 for one in totals]
    assert len(set(totals)) < len(totals)
    grades = Counter(row[4] for row in grid.rows)
    assert grades == {"优秀": 5, "合格": 13}


def test_the_ranking_says_nothing_that_is_not_for_everybody() -> None:
    book = assessed()
    for member in book.members:
        member.id_number, member.phone = "110101199003074258", "13900000000"
    text = "".join(
        chain.from_iterable(
            texts(sheet) for sheet in sheets_of(book, [RANKING.code, MEMBER_YEAR.code])
        )
    )
    assert "110101199003074258" not in text
    assert "13900000000" not in text


def test_the_page_of_a_member_sums_up_his_marks_dues_and_points() -> None:
    pages = sheets_of(assessed(), [MEMBER_YEAR.code])
    assert len(pages) == 18
    ranked = {row[1]: row for row in grids(sheets_of(assessed(), [RANKING.code])[0])[0].rows}
    for sheet in pages:
        name = next(text for text in texts(sheet) if text in names())
        chart = next(block for block in sheet.blocks if isinstance(block, Chart))
        lines = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in chart.rows}
        figures, told = (block for block in sheet.blocks if isinstance(block, Grid))
        summed = dict(zip((one.heading for one in figures.columns), figures.rows[0], strict=True))
        present, away = marked(name, set(), PRESENT), marked(name, set(), LEAVE | {"×"})
        assert (int(summed["实到"]), int(summed["应到"])) == (present, present + away)
        assert lines["参加活动"][-1] == f"{present}/{present + away}"
        theme = marked(name, {"党日"}, PRESENT)
        assert lines["主题党日"][-1].split("/")[0] == str(theme)
        assert lines["党费"].count("√") == times(name, "按月交党费")
        assert lines["学习笔记"][-1].split("/")[0] == str(times(name, "学习笔记"))
        place, total = ranked[name][0], ranked[name][3]
        assert {row[0]: row[1] for row in told.rows}["积分和名次"].startswith(
            f"{total}分，第{place}名："
        )


def test_the_year_of_each_member_stands_on_one_page() -> None:
    printed = write(sheets_of(assessed(), [MEMBER_YEAR.code]), META)
    assert printed.pages == 18


@pytest.mark.parametrize("people", [0, 1])
def test_few_people_have_their_pages_and_nobody_has_none(people: int) -> None:
    book = year_book(18)
    book = replace(book, members=book.members[:people])
    assert len(sheets_of(book, [MEMBER_YEAR.code])) == people
    assert sheets_of(book, [RANKING.code]) == []
