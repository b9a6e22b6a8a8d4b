from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app import clock
from app.errors import InvalidInputError, StaleError
from app.manual.member_fields import FIELDS
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import Member
from app.rules.membership import category_on
from app.services import Services
from tests import factories

TODAY = date(2025, 10, 9)
SOUND = "11010519491231002X"
NAMES = ("买买提吐尔逊·阿卜杜热合曼江·艾合买提江", "𬭼䶮㛃㐂")


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def table(count: int) -> str:
    lines = ["姓名\t工号\t性别\t入党时间\t转正时间\t党小组\t党内职务\t电话"]
    for number in range(count):
        name = NAMES[number] if number < len(NAMES) else f"党员{number:03}"
        full = "" if number % 9 == 8 else "2009年6月27日"
        post = "书记" if number == 0 else ""
        group = f"第{'一二三'[number % 3]}党小组"
        lines.append(f"{name}\tA{number}\t男\t2008.6.27\t{full}\t{group}\t{post}\t139{number}")
    return "\n".join(lines)


def by_name(services: Services) -> dict[str, Member]:
    return {one.name: one for one in services.members.everyone()}


@pytest.mark.parametrize("count", [0, 18, 200])
def test_a_table_becomes_the_roster_in_its_order(services: Services, count: int) -> None:
    plan = services.members.plan_roster(table(count))
    assert services.members.import_roster(plan) == count
    kept = services.members.everyone()
    assert [one.code for one in kept] == [f"A{number}" for number in range(count)]
    assert len(services.branches.groups()) == min(3, count)
    if not count:
        return
    first, ninth = kept[0], kept[8]
    assert (first.name, kept[1].name) == NAMES
    assert [post.post for post in first.posts] == ["书记"]
    assert category_on(first, date(2009, 6, 26)) == PROBATIONARY_MEMBER
    assert category_on(first, TODAY) == FULL_MEMBER
    assert category_on(ninth, TODAY) == FULL_MEMBER
    assert kept[2].pinyin.startswith("dang yuan")


def test_a_probationary_member_comes_in_as_one(services: Services) -> None:
    text = "姓名\t入党日期\t人员类别\n柳知行\t2025-05-16\t预备党员"
    services.members.import_roster(services.members.plan_roster(text))
    (kept,) = services.members.everyone()
    assert category_on(kept, TODAY) == PROBATIONARY_MEMBER
    assert category_on(kept, date(2025, 5, 15)) is None


def test_a_second_time_nothing_changes(services: Services) -> None:
    services.members.import_roster(services.members.plan_roster(table(18)))
    versions = {one.id: one.version for one in services.members.everyone()}
    again = services.members.plan_roster(table(18))
    assert (again.new, again.changed, again.new_groups) == (0, 0, ())
    assert services.members.import_roster(again) == 0
    assert {one.id: one.version for one in services.members.everyone()} == versions


def test_who_is_there_gets_only_what_was_empty(services: Services) -> None:
    services.members.save(factories.make_member("柳知行", phone="139", code="07"))
    text = f"姓名\t电话\t民族\t身份证号\t入党时间\n柳知行\t138\t汉\t{SOUND}\t2008-06-27"
    assert services.members.import_roster(services.members.plan_roster(text)) == 1
    (kept,) = services.members.everyone()
    assert (kept.phone, kept.ethnicity, kept.id_number) == ("139", "汉族", SOUND)
    assert kept.joined_on == date(2008, 6, 27)
    assert category_on(kept, TODAY) == FULL_MEMBER


def test_with_one_cell_refused_nothing_is_kept(services: Services) -> None:
    plan = services.members.plan_roster("姓名\t性别\t党小组\n柳知行\t男\t一组\n舒望远\t先生\t一组")
    assert [one.text for one in plan.refusals] == ["第3行“性别”：“先生”认不出来，请写男或女。"]
    with pytest.raises(InvalidInputError, match="请改好后再导入"):
        services.members.import_roster(plan)
    assert services.members.everyone() == []


def test_what_fails_half_way_leaves_nothing_behind(services: Services) -> None:
    services.members.save(factories.make_member("单怀瑾"))
    plan = services.members.plan_roster("姓名\t电话\t党小组\n柳知行\t1\t一组\n单怀瑾\t2\t一组")
    (other,) = services.members.everyone()
    other.address = "县城"
    services.members.save(other)
    with pytest.raises(StaleError):
        services.members.import_roster(plan)
    assert list(by_name(services)) == ["单怀瑾"]
    assert services.branches.groups() == []


def test_two_of_one_name_are_two_members(services: Services) -> None:
    text = "姓名\t工号\n柳知行\t01\n柳知行\t02"
    services.members.import_roster(services.members.plan_roster(text))
    assert [one.code for one in services.members.everyone()] == ["01", "02"]


def test_what_goes_out_comes_in_again_whole(services: Services, tmp_path: Path) -> None:
    services.members.import_roster(services.members.plan_roster(table(18)))
    member = services.members.everyone()[3]
    for field in FIELDS:
        if isinstance(getattr(member, field.name, None), str) and not getattr(member, field.name):
            setattr(member, field.name, {"ethnicity": "回族", "circumstance": "长期病休",
                    "born": "1978-04-12", "working_since": "1999-07", "id_number": SOUND,
                    "gender": "女"}.get(field.name, "示例"))  # fmt: skip
    member.is_leading_cadre, member.rights_from = True, date(2025, 1, 1)
    services.members.save(member)
    path = tmp_path / "名册.xlsx"
    assert services.members.export_roster(path) == 18

    plan = services.members.plan_roster(path)
    assert plan.refusals == ()
    assert (plan.new, plan.changed, plan.unknown) == (0, 0, ())
    assert [one.differing for one in plan.people] == [()] * 18
    values = dict(plan.people[3].row.values)
    assert values["is_leading_cadre"] is True
    assert set(values) >= {field.name for field in FIELDS} - {"posts", "rights_to", "from_on"}


def test_only_who_belongs_today_goes_out(services: Services, tmp_path: Path) -> None:
    services.members.save(factories.make_member("柳知行"))
    services.members.save(factories.make_member("舒望远", to_on=date(2025, 10, 8)))
    path = tmp_path / "名册.xlsx"
    assert services.members.export_roster(path) == 1
    assert [one.row.name for one in services.members.plan_roster(path).people] == ["柳知行"]


def test_a_file_that_is_not_there_and_a_folder_that_is_not_there_are_told(
    services: Services, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError, match="找不到文件"):
        services.members.plan_roster(tmp_path / "没有.xlsx")
    with pytest.raises(InvalidInputError, match="没有文件夹"):
        services.members.export_roster(tmp_path / "没有" / "名册.xlsx")


def test_a_plan_tampered_with_is_still_held_to_its_refusals(services: Services) -> None:
    plan = services.members.plan_roster("姓名\t性别\n柳知行\t先生")
    assert services.members.import_roster(replace(plan, refusals=())) == 0
