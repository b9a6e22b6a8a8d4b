"""P04–P07: the branch, its committee, its groups and its roster on paper."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest

from app import clock
from app.manual.kinds import COMMITTEE_MEETING
from app.manual.pages import page_of
from app.manual.volumes import BRANCH_COMMITTEE, BRANCH_PROFILE, GROUP_LIST, PAGES, ROSTER
from app.printing.document import Meta, write
from app.printing.pages import Book, blank, people, sheets_of
from app.printing.sheet import Grid, Rows, Sheet, texts
from app.records import CommitteePost, Entry
from tests.app.printing.pages.made import book_of, grids, value
from tests.app.printing.pages.test_printed import pages_of
from tests.app.printing.pages.year import branch_of
from tests.example_branch import Example, example, make_member
from tests.factories import LONG_NAME, RARE

CODES = [page.code for page in (BRANCH_PROFILE, BRANCH_COMMITTEE, GROUP_LIST, ROSTER)]
META = Meta("名册", "支部", "人员", datetime.fromisoformat("2025-12-31T08:00"))
SOUND = "11010519491231002X"


def sheet_of(book: Book, code: str) -> Sheet:
    (sheet,) = sheets_of(book, [code])
    return sheet


def column(grid: Grid, heading: str) -> list[str]:
    place = [one.heading.replace("\n", "") for one in grid.columns].index(heading)
    return [row[place] for row in grid.rows]


def foot(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.foot]


def branch_without(made: Example) -> Book:
    made.groups.clear()
    return book_of(made, members=(), groups=())


@pytest.mark.parametrize("code", CODES)
def test_a_page_of_the_people_is_of_the_last_day_of_its_year_or_of_today(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 1))
    sheet = sheet_of(book_of(example()), code)
    assert (sheet.subtitle, sheet.key) == ("截至2025年12月31日", f"2025-{code}")
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 9))
    assert sheet_of(book_of(example()), code).subtitle == "截至2025年10月9日"


@pytest.mark.parametrize(
    ("branch", "code", "expected"),
    [
        ("某矿某区党支部", "P04", "某矿某区党支部基本情况"),
        ("某矿某区党支部", "P05", "某矿某区党支部委员会名单及分工"),
        ("中共某矿支部委员会", "P04", "中共某矿支部委员会基本情况"),
        ("中共某矿支部委员会", "P05", "中共某矿支部委员会名单及分工"),
        ("中共某矿支部委员会", "P06", "中共某矿支部委员会党小组划分"),
    ],
)
def test_a_title_does_not_tell_the_branch_twice(branch: str, code: str, expected: str) -> None:
    made = example()
    made.branch.name = branch
    title = sheet_of(book_of(made), code).title
    assert title == f"2025年{expected}"
    whole = people.told_whole(title.replace(branch, ""), PAGES[code].title)
    assert whole == f"2025年{PAGES[code].title}"


@pytest.mark.parametrize("count", [0, 18, 200])
def test_every_member_of_the_day_is_printed_whole(count: int) -> None:
    made = branch_of(count)
    if not count:
        made.groups.clear()
    printed = write(sheets_of(book_of(made), [GROUP_LIST.code, ROSTER.code]), META)
    text = "".join(pages_of(printed))
    assert printed.missing_characters == ()
    assert f"党员{count}人" in text
    for member in made.members:
        assert text.count(member.name) >= 2 or member.name == LONG_NAME
    if count:
        assert re.sub("[^·买提吐尔逊阿卜杜热合曼江艾]", "", text).count("·") >= 4
        assert RARE in text


def test_no_page_is_wider_or_smaller_than_it_may_be() -> None:
    for sheet in sheets_of(book_of(branch_of(18)), CODES):
        across = 246.0 if sheet.landscape else 162.0
        for block in sheet.blocks:
            if isinstance(block, Grid):
                assert sum(one.width_mm for one in block.columns) == pytest.approx(across)
            if isinstance(block, Rows):
                assert sum(block.widths_mm) == pytest.approx(across)


# --- P04 ---------------------------------------------------------------------------------------


def test_the_branch_page_tells_term_fixed_day_and_figures() -> None:
    made = example()
    for number, member in enumerate(made.members):
        member.gender, member.born = "女" if number < 6 else "男", "1992-01"
        member.education = "大专" if number < 9 else "高中"
    made.members[0].dues_kind, made.members[1].born = "离退休", ""
    sheet = sheet_of(book_of(made), "P04")
    assert value(sheet, "支部名称") == made.branch.name
    assert value(sheet, "上级党组织") == "中共青石矿委员会"
    assert value(sheet, "本届支委会选举日期") == "2023年4月20日"
    assert value(sheet, "届满日期") == "2026年4月19日"
    assert value(sheet, "主题党日固定日") == "每月7日"
    assert value(sheet, "党小组数") == "3个"
    assert value(sheet, "党员总数") == "18人（正式16 预备2）"
    assert value(sheet, "支委人数") == "5人"
    assert value(sheet, "性别") == "男12人，女6人"
    assert value(sheet, "在职与离退休") == "在职17人，离退休1人"
    assert value(sheet, "35岁以下") == "17人（未填1人）"
    assert value(sheet, "大专以上") == "9人"


def test_what_is_filled_in_of_the_branch_stands_on_its_page() -> None:
    made = example()
    values = {"unit": "青石矿运输区", "code": "622300", "founded_on": "2009-03-12",
              "phone": "0936-1234567", "address": "办公楼二层",
              "introduction": "成立于2009年。\n获先进。"}  # fmt: skip
    entry = Entry(branch_id=made.branch.id, page="branch_profile", year=2025, values=values)
    book = book_of(made, entries=(entry,))
    sheet = sheet_of(book, "P04")
    assert value(sheet, "所在单位") == "青石矿运输区"
    assert value(sheet, "成立时间") == "2009年3月12日"
    text = list(texts(sheet))
    assert "成立于2009年。" in text
    for field in page_of("branch_profile").fields():
        assert field.label in text


def test_a_term_nobody_ended_ends_after_three_years() -> None:
    made = example()
    made.branch.term_end = None
    assert value(sheet_of(book_of(made), "P04"), "届满日期") == "2026年4月19日"
    made.branch.term_start = None
    assert value(sheet_of(book_of(made), "P04"), "届满日期") == ""


# --- P05 ---------------------------------------------------------------------------------------


def test_the_committee_stands_in_the_order_of_its_posts_with_its_duties() -> None:
    made = example()
    made.person("韩素云").posts[0].duties = "负责组织发展、党费收缴、考勤"
    made.person("韩素云").job = "运输区技术员"
    made.person("韩素云").joined_on = date(2008, 6, 27)
    (grid,) = grids(sheet_of(book_of(made), "P05"))
    assert column(grid, "岗位职务") == ["书记", "组织委员", "宣传委员", "纪检委员", "青年委员"]
    assert grid.rows[1] == (
        "韩素云", "组织委员", "运输区技术员", "2008.06.27", "负责组织发展、党费收缴、考勤",
        "2023.04.20", "—", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("last", "is_former", "is_current"),
    [
        (date(2024, 12, 31), False, False),
        (date(2025, 1, 1), True, False),
        (date(2025, 12, 30), True, False),
        (date(2025, 12, 31), False, True),
        (date(2026, 4, 19), False, True),
        (None, False, True),
    ],
)
def test_who_left_a_post_in_the_year_stands_below(
    last: date | None, is_former: bool, is_current: bool
) -> None:
    made = example()
    made.person("田建军").posts = [
        CommitteePost(branch_id=made.branch.id, post="群工委员", to_on=last)
    ]
    now, *former = grids(sheet_of(book_of(made), "P05"))
    assert ("田建军" in column(now, "姓名")) is is_current
    assert [column(one, "姓名") for one in former] == ([["田建军"]] if is_former else [])
    if is_former:
        assert column(former[0], "离任时间") == [f"{last}".replace("-", ".")]


def test_who_left_the_branch_has_left_his_post() -> None:
    made = example()
    made.person("韩素云").memberships[0].to_on = date(2025, 6, 30)
    now, former = grids(sheet_of(book_of(made), "P05"))
    assert "韩素云" not in column(now, "姓名")
    assert column(former, "离任时间") == ["2025.06.30"]


def test_a_branch_without_committee_has_room_for_one() -> None:
    (grid,) = grids(sheet_of(branch_without(example()), "P05"))
    assert (grid.rows, grid.least_rows) == ((), 5)


# --- P06 ---------------------------------------------------------------------------------------


def test_groups_name_leader_members_and_who_is_in_touch() -> None:
    made = example()
    made.groups[0].contact_id = made.person("周启明").id
    (grid,) = grids(sheet_of(book_of(made), "P06"))
    names = "周启明、邵长河、田建军、姚春雷、顾广才、林晓峰"
    assert grid.rows[0] == ("1", "第一党小组", "邵长河", names, "6", "周启明")
    assert foot(grid) == [["合计", "党小组3个，党员18人（正式16 预备2）"]]


def test_nobody_vanishes_between_the_groups() -> None:
    made = example()
    made.person("田建军").group_id = None
    made.person("姚春雷").memberships[0].to_on = date(2025, 12, 30)
    (grid,) = grids(sheet_of(book_of(made), "P06"))
    assert column(grid, "人数") == ["4", "6", "6"]
    assert foot(grid)[0] == ["未编组", "田建军", "1", ""]
    assert foot(grid)[1][1].startswith("党小组3个，党员17人")


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        ("某矿某区党支部", "2025年10月某矿某区党支部委员会会议记录"),
        ("中共某矿支部委员会", "2025年10月中共某矿支部委员会会议记录"),
        ("某矿某区第一联合党总支", "2025年10月某矿某区第一联合党总支支部委员会会议记录"),
        (
            "安原矿业有限公司青石矿运输区党支部",
            "安原矿业有限公司青石矿运输区党支部 2025年10月支部委员会会议记录",
        ),
    ],
)
def test_a_record_does_not_tell_the_branch_twice(branch: str, expected: str) -> None:
    made = example()
    made.branch.name = branch
    made.meeting.kinds = [COMMITTEE_MEETING]
    assert sheet_of(book_of(made), "P15").title == expected


def test_a_form_tells_the_committee_whole_where_its_title_takes_two_lines() -> None:
    made = example()
    made.branch.name = "某矿业集团某矿运输区党支部"
    (form,) = blank.sheets_of(made.branch, "P15")
    assert form.title == f"{made.branch.name} ＿＿年＿＿月支部委员会会议记录"


# --- P07 ---------------------------------------------------------------------------------------


def test_a_line_of_the_roster_hides_the_middle_of_the_number() -> None:
    made = example()
    member = made.person("韩素云")
    member.gender, member.ethnicity, member.born = "女", "汉族", "1949-12-31"
    member.id_number, member.education, member.job = SOUND, "大专", "技术员"
    member.joined_on, member.full_on = date(2008, 6, 27), date(2009, 6, 27)
    made.groups[1].name = "第二党小组（皮带）"
    sheet = sheet_of(book_of(made), "P07")
    (grid,) = grids(sheet)
    assert grid.rows[1] == (
        "2", "韩素云", "女", "汉族", "1949.12", "110105********002X", "大专",
        "2008.06.27", "2009.06.27", "正式", "组织委员", "技术员", "第二", "—",
    )  # fmt: skip
    assert not any(SOUND in text for text in texts(sheet))


def test_a_probationary_member_has_no_day_of_confirmation() -> None:
    made = example()
    made.person("林晓峰").full_on = date(2026, 1, 5)
    (grid,) = grids(sheet_of(book_of(made), "P07"))
    assert (column(grid, "党员类别")[9], column(grid, "转正时间")[9]) == ("预备", "—")


def test_remarks_say_what_bears_on_meetings_and_votes() -> None:
    made = example()
    member = made.person("顾广才")
    member.circumstance, member.rights_from, member.note = "长期病休", date(2025, 3, 1), "住县城"
    (grid,) = grids(sheet_of(book_of(made), "P07"))
    assert column(grid, "备注")[8] == "长期病休；表决权受限；住县城"


def test_only_members_of_the_day_are_on_the_roster() -> None:
    made = example()
    made.person("田建军").memberships[0].to_on = date(2025, 12, 30)
    made.person("姚春雷").deleted_at = datetime.fromisoformat("2025-01-01T08:00")
    (grid,) = grids(sheet_of(book_of(made), "P07"))
    assert len(grid.rows) == 16
    assert not {"田建军", "姚春雷"} & set(column(grid, "姓名"))
    assert column(grid, "序号") == [str(number) for number in range(1, 17)]


def test_the_heading_of_the_roster_stands_on_every_page_and_the_foot_on_the_last() -> None:
    printed = write(sheets_of(book_of(branch_of(200)), ["P07"]), META)
    pages = pages_of(printed)
    assert len(pages) <= 12
    assert all("公民身份号码" in page for page in pages)
    assert ["填表人" in page for page in pages] == [False] * (len(pages) - 1) + [True]


def test_eighteen_members_stand_on_one_page_with_those_who_sign() -> None:
    (page,) = pages_of(write(sheets_of(book_of(example()), ["P07"]), META))
    assert "18曾庆安" in page
    assert page.index("18曾庆安") < page.index("填表人")


def test_more_plain_lines_go_on_on_as_few_pages() -> None:
    made = example()
    plain = [make_member(made.branch.id, f"党员{number:03}") for number in range(18, 60)]
    made.members.extend(plain)
    pages = pages_of(write(sheets_of(book_of(made), ["P07"]), META))
    assert "18曾庆安" in pages[0]
    assert len(pages) == 3
