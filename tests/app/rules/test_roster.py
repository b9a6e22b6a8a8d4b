from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.manual.member_fields import FIELDS
from app.records import Group, Member
from app.rules.roster import Plan, plan_of, read_roster
from tests.app.rules import factories as make

TODAY = date(2025, 10, 9)
SOUND, OTHER = "11010519491231002X", "440524188001010014"


def planned(table: list[list[str]], *members: Member, groups: tuple[Group, ...] = ()) -> Plan:
    return plan_of(read_roster(table), members, groups, TODAY)


def person(name: str, **values: str) -> Member:
    made = make.member(name)
    for attribute, value in values.items():
        setattr(made, attribute, value)
    return made


def test_headings_stand_in_any_order_under_a_title_and_by_other_names() -> None:
    reading = read_roster(
        [
            ["青禾示例支部党员花名册"],
            ["序号", "民 族", "党员姓名", "身份证号（18位）", "学历/学位", "出生年月 ", "血型"],
            ["1", "汉", "柳知行", SOUND, "本科", "1949.12", "A"],
            ["", "", "", "", "", "", ""],
            ["填表人：", "", "", "", "", "", ""],
        ]
    )
    (row,) = reading.rows
    assert row.line == 3
    assert dict(row.values) == {
        "name": "柳知行", "ethnicity": "汉族", "id_number": SOUND, "education": "大学本科",
        "born": "1949-12",
    }  # fmt: skip
    assert (reading.refusals, reading.unknown) == ((), ("血型",))


def test_every_heading_and_alias_means_one_field() -> None:
    for field in FIELDS:
        for heading in (field.label, *field.aliases):
            table = [["姓名", heading], ["柳知行", ""]] if field.name != "name" else [[heading]]
            assert read_roster(table).unknown == (), heading
    headings = [one for field in FIELDS for one in (field.label, *field.aliases)]
    assert len(set(headings)) == len(headings)


def test_a_table_without_names_or_with_a_column_twice_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="没有找到“姓名”"):
        read_roster([["党员", "性别"], ["柳知行", "男"]])
    with pytest.raises(InvalidInputError, match="没有找到“姓名”"):
        read_roster([])
    with pytest.raises(InvalidInputError, match="两列都是出生年月，请删去一列"):
        read_roster([["姓名", "出生年月", "出生日期"]])


def test_every_cell_refused_names_its_row_and_column_and_what_to_do() -> None:
    table = [
        ["姓名", "性别", "入党日期", "转正日期", "类别"],
        ["柳知行", "先生", "2008-06", "", ""],
        ["", "女", "", "", ""],
        ["舒望远", "男", "2009-06-27", "2008-06-27", ""],
        ["单怀瑾", "男", "2008-06-27", "2009-06-27", "预备"],
    ]
    assert [one.text for one in read_roster(table).refusals] == [
        "第2行“性别”：“先生”认不出来，请写男或女。",
        "第2行“入党日期”：“2008-06”只有年月，请写到日，如 2008-06-27。",
        "第3行“姓名”：姓名空着，请填写全名，或删去这一行。",
        "第4行“转正时间”：转正时间早于入党时间，请改正。",
        "第5行“党员类别”：写了转正时间，就应为正式党员，请改正。",
    ]
    assert read_roster(table).rows == ()


@pytest.mark.parametrize(
    ("row", "there", "state", "refused"),
    [
        (["柳知行", "", ""], [], "new", ""),
        (["柳知行", "", ""], [("柳知行", "", "")], "there", ""),
        (["柳知行", "07", ""], [("柳知行", "", "")], "there", ""),
        (["柳知行", "07", ""], [("柳知行", "07", "")], "there", ""),
        (["柳知行", "08", ""], [("柳知行", "07", "")], "new", ""),
        (["柳知行", "", SOUND], [("柳知行", "07", OTHER)], "new", ""),
        (["柳知行", "", SOUND], [("柳知行", "07", SOUND)], "there", ""),
        (["柳知行", "08", ""], [("柳知行", "07", ""), ("柳知行", "08", "")], "there", ""),
        (["柳知行", "", ""], [("柳知行", "07", ""), ("柳知行", "08", "")], "", "名册里有2名"),
        (["舒望远", "07", ""], [("柳知行", "07", "")], "", "编号与名册里的柳知行相同"),
        (["舒望远", "", SOUND], [("柳知行", "", SOUND)], "", "公民身份号码与名册里的柳知行相同"),
    ],
)
def test_who_is_on_the_roster_already_is_known_by_number_mark_or_name(
    row: list[str], there: list[tuple[str, str, str]], state: str, refused: str
) -> None:
    members = [person(name, code=code, id_number=number) for name, code, number in there]
    found = planned([["姓名", "编号", "身份证号"], row], *members)
    assert [one.state for one in found.people] == ([state] if state else [])
    assert bool(found.refusals) == bool(refused)
    assert all(refused in one.text for one in found.refusals)


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([["柳知行", "01"], ["柳知行", "02"]], []),
        ([["柳知行", "01"], ["柳知行", ""]], [3]),
        ([["柳知行", ""], ["柳知行", ""]], [2, 3]),
        ([["柳知行", "01"], ["柳知行", "01"]], [3]),
        ([["柳知行", "01"], ["舒望远", "01"]], [3]),
    ],
)
def test_two_of_one_name_in_a_table_stay_apart_by_mark(
    rows: list[list[str]], refused: list[int]
) -> None:
    assert [one.line for one in planned([["姓名", "编号"], *rows]).refusals] == refused


def test_who_is_there_gets_what_was_empty_and_keeps_what_was_not() -> None:
    member = person("柳知行", phone="139", ethnicity="")
    group = Group(id="g", branch_id=make.BRANCH_ID, name="第一党小组")
    member.group_id = "g"
    table = [["姓名", "电话", "民族", "党小组", "党费类别"],
             ["柳知行", "138", "回族", "第一党小组", "工资制"]]  # fmt: skip
    (found,) = planned(table, member, groups=(group,)).people
    assert (found.filled, found.differing) == (("ethnicity",), ("联系电话",))


def test_groups_that_are_not_there_yet_are_named_once() -> None:
    group = Group(id="g", branch_id=make.BRANCH_ID, name="第一党小组")
    table = [["姓名", "党小组"], ["柳知行", "第二党小组"], ["舒望远", "第二党小组"],
             ["单怀瑾", "第一党小组"], ["解云舒", ""]]  # fmt: skip
    found = planned(table, groups=(group,))
    assert (found.new_groups, found.new) == (("第二党小组",), 4)


def test_a_birth_that_does_not_agree_with_the_number_is_a_hint() -> None:
    table = [["姓名", "出生年月", "身份证号"], ["柳知行", "1950-01", SOUND]]
    (found,) = planned(table).people
    assert len(found.hints) == 1
    assert "以档案认定的为准" in found.hints[0]
