"""The pages of plans and of inspection that are set by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.manual.pages import page_of
from app.printing.document import write
from app.printing.pages import Book, rectification_ledger
from app.printing.pages.layouts import blank_sheets, sheets
from app.printing.sheet import Addressee, Close, Prose, Rows, Sheet, texts
from app.records import Entry, Meeting
from tests.app.printing.pages.made import book_of, cells, grids, value
from tests.app.printing.pages.test_printed import META
from tests.example_branch import example
from tests.factories import BRANCH_ID, make_branch, make_meeting, make_members

PEOPLE = make_members(2)
AGENDA = [{"what": "诵读党章", "minutes": 5, "leads": [{"member": PEOPLE[0].id}]}]
NOTICE: dict[str, Any] = {
    "title": "关于开展10月主题党日活动的通知",
    "addressee": "各党小组",
    "fixed_on": "2025-09-29",
    "held_on": "2025-10-09",
    "time": "15:00—16:50",
    "place": "党员活动室",
    "audience": "全体党员",
    "theme": "学规程、守底线",
    "agenda": AGENDA,
    "leave": "提前一天报组织委员",
    "dated_on": "2025-09-30",
}


def book_with(*entries: Entry, meetings: tuple[Meeting, ...] = (), whole_year: bool = True) -> Book:
    return Book(
        make_branch(),
        "2025-10",
        tuple(PEOPLE),
        year_meetings=meetings,
        entries=entries,
        whole_year=whole_year,
    )


def entry_of(key: str, **values: Any) -> Entry:
    return Entry(branch_id=BRANCH_ID, page=key, year=2025, values=values)


def sheet_of(key: str, *meetings: Meeting, **values: Any) -> Sheet:
    (found,) = sheets(page_of(key), book_with(entry_of(key, **values), meetings=meetings))
    return found


def test_a_plan_says_under_its_title_who_adopted_it() -> None:
    adopted = {"adopted_by": "支部党员大会", "adopted_on": "2025-01-06"}
    assert sheet_of("annual_plan", **adopted).subtitle == "（2025年1月6日支部党员大会通过）"
    numbered = sheet_of("annual_plan", number="青支2025年1号", **adopted)
    assert numbered.subtitle.splitlines()[0] == "青支2025年1号"
    assert sheet_of("annual_plan", title="计划").subtitle == ""


def test_a_document_is_issued_by_the_branch_unless_another_does() -> None:
    for author, told in (("", "青禾示例支部"), ("矿党委组织部", "矿党委组织部")):
        *_, close = sheet_of("monthly_notice", author=author, text="通报").blocks
        assert isinstance(close, Close)
        assert close.author == told


def test_a_document_without_a_day_leaves_it_for_ink() -> None:
    *_, close = sheet_of("monthly_notice", text="通报").blocks
    assert isinstance(close, Close)
    assert close.date == "2025年　　月　　日"


def test_a_planned_month_says_what_became_of_it_unless_that_is_written() -> None:
    held = make_meeting(theme="学规程", attendance_confirmed=True)
    months = [
        {"month": 9, "planned_on": "2025-09-09", "theme": "讲故事"},
        {"month": 10, "planned_on": "2025-10-09", "theme": "学规程"},
        {"month": 11, "planned_on": "2025-11-09", "theme": "查隐患", "done": "改为十二月"},
    ]
    sheet = sheet_of("theme_plan", held, months=months, adopted_on="2025-01-06")
    (grid,) = grids(sheet)
    assert [row[-1] for row in grid.rows] == ["", "10月9日完成", "改为十二月"]
    assert sum(column.width_mm for column in grid.columns) == 246
    assert sheet.subtitle == "（2025年1月6日支部委员会会议研究）"


def test_a_plan_of_usual_length_is_one_page() -> None:
    row = {
        "theme": "学规程、守底线、保供暖，争当安全先锋",
        "required_leads": "领读 韩素云；领学 陆景行；党课 周启明、汪东林",
        "optional": "2号皮带头隐患排查和整改",
        "together_with": "支部党员大会",
    }
    months = [row | {"month": n, "planned_on": f"2025-{n:02}-09"} for n in range(1, 13)]
    held = [
        make_meeting(theme=row["theme"], planned_on=date(2025, n, 9), start=None, end=None)
        for n in range(1, 13)
    ]
    sheet = sheet_of("theme_plan", *held, months=months, adopted_on="2025-01-06")
    assert write([sheet], META).pages == 1


def test_a_plan_to_write_on_has_a_row_for_each_month() -> None:
    (sheet,) = blank_sheets(page_of("theme_plan"), book_with())
    (grid,) = grids(sheet)
    assert [row[1] for row in grid.rows][:2] == ["1月9日", "2月9日"]
    assert len(grid.rows) == 12


def test_a_notice_tells_its_facts_and_leaves_out_what_there_is_not() -> None:
    sheet = sheet_of("notice", **NOTICE)
    addressee, opening, *_, close = sheet.blocks
    assert isinstance(addressee, Addressee)
    assert isinstance(opening, Prose)
    assert opening.paragraphs == (
        "经9月29日支部委员会会议研究，定于2025年10月9日开展主题党日活动，现将有关事项通知如下。",
    )
    assert isinstance(close, Close)
    assert value(sheet, "时间") == "2025年10月9日　15:00—16:50"
    assert value(sheet, "请假办法") == "提前一天报组织委员"
    labels = {cell.text for cell in cells(sheet) if cell.label}
    assert "自备事项" not in labels
    (agenda,) = grids(sheet)
    assert agenda.rows == (("1", "诵读党章", "5分钟", PEOPLE[0].name),)


def test_a_notice_of_usual_length_is_one_page() -> None:
    materials = [
        {"what": "关于做好四季度安全生产工作的通知", "issuer": "中共某矿委员会"} for _ in range(2)
    ]
    usual = NOTICE | {"agenda": AGENDA * 7, "materials": materials, "bring": "党徽、笔记本和党费"}
    assert write([sheet_of("notice", **usual)], META).pages == 1


def test_a_notice_to_write_on_has_every_row() -> None:
    (sheet,) = blank_sheets(page_of("notice"), book_with())
    assert {"自备事项", "请假办法", "通知情况"} <= {cell.text for cell in cells(sheet)}
    opening = next(one for one in sheet.blocks if isinstance(one, Prose)).paragraphs[0]
    assert opening.startswith("经　　月　　日支部委员会会议研究，定于　　　　年　　月　　日开展")
    assert len(grids(sheet)) == 2
    assert write([sheet], META).pages == 1


def test_the_ledger_lists_the_orders_of_the_year() -> None:
    order = entry_of(
        "rectification_order",
        number="2025-03",
        issued_on="2025-10-28",
        problem="笔记没有体会",
        basis="2025年10月督查表：学习笔记抽查",
        checker=[{"guest": "江涛"}],
        checked_on="2025-11-06",
        state="已销号",
    )
    (ledger,) = rectification_ledger.sheets(book_with(order, whole_year=False))
    (grid,) = grids(ledger)
    assert ledger.landscape
    assert sum(column.width_mm for column in grid.columns) == 246
    assert grid.rows[0] == (
        "2025-03", "10月28日", "笔记没有体会", "2025年10月督查表：学习笔记抽查",
        "", "", "", "", "江涛\n11月6日", "已销号",
    )  # fmt: skip
    assert rectification_ledger.sheets(book_with()) == []


def test_instructions_are_running_text_without_date_and_author() -> None:
    sheet = sheet_of("instructions", text="1. 一年一册。\n2. 当场记录。")
    (block,) = sheet.blocks
    assert isinstance(block, Prose)
    assert list(texts(sheet)) == ["使用说明", "1. 一年一册。", "2. 当场记录。"]
    assert not any(isinstance(one, Rows) for one in sheet.blocks)


def test_a_check_of_notes_names_groups_and_sums_up() -> None:
    made = example()
    rows = [
        {"member": [{"member": one.id}], "due": 2, "written": 2 - place, "grade": "优"}
        for place, one in enumerate(made.members[:2])
    ]
    entry = entry_of("notes_check", checked_on="2025-10-24", members=rows)
    (sheet,) = sheets(page_of("notes_check"), book_of(made, entries=(entry,), whole_year=True))
    (grid,) = grids(sheet)
    assert [row[1:5] for row in grid.rows] == [
        ("第一", "周启明", "2篇", "2篇"),
        ("第二", "韩素云", "2篇", "1篇"),
    ]
    assert [cell.text for cell in grid.foot[0]] == ["合计", "4篇", "3篇", "优2人"]
