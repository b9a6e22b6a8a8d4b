from __future__ import annotations

from app.records import Group, Member
from app.rules.namesakes import marks_of, names_of_all
from tests.app.rules.factories import BRANCH_ID
from tests.app.rules.factories import member as made_member

FIRST = Group(id="first", branch_id=BRANCH_ID, name="第一党小组（电机车）")
SECOND = Group(id="second", branch_id=BRANCH_ID, name="第二党小组（皮带）")


def namesake(key: str, **values: object) -> Member:
    made = made_member("张伟")
    for name, value in (("id", key), *values.items()):
        setattr(made, name, value)
    return made


def test_who_has_his_name_alone_bears_no_mark() -> None:
    people = [made_member("周启明"), made_member("韩素云")]
    assert marks_of(people) == {}
    assert names_of_all(people) == {"周启明": "周启明", "韩素云": "韩素云"}


def test_namesakes_are_told_apart_by_the_mark_they_were_given() -> None:
    people = [namesake("one", code="0237"), namesake("two", code="0412")]
    assert marks_of(people) == {"one": "0237", "two": "0412"}


def test_without_a_mark_the_group_tells_them_apart() -> None:
    people = [namesake("one", group_id="first"), namesake("two", group_id="second")]
    assert names_of_all(people, [FIRST, SECOND]) == {
        "one": "张伟（第一党小组）",
        "two": "张伟（第二党小组）",
    }


def test_in_one_group_the_birth_tells_them_apart() -> None:
    people = [
        namesake("one", group_id="first", born="1978-04"),
        namesake("two", group_id="first", born="1990-11"),
    ]
    assert marks_of(people, [FIRST]) == {"one": "1978-04", "two": "1990-11"}


def test_who_are_alike_in_all_of_it_are_counted_in_the_order_of_the_roster() -> None:
    people = [
        namesake("one", position=7, group_id="first", born="1978-04"),
        namesake("two", position=3, group_id="first", born="1978-04"),
        namesake("three", position=9, code="0412", group_id="first", born="1978-04"),
    ]
    assert marks_of(people, [FIRST]) == {"two": "甲", "one": "乙", "three": "0412"}


def test_more_namesakes_than_there_are_stems_are_told_apart() -> None:
    people = [namesake(str(number), position=number) for number in range(12)]
    found = marks_of(people)
    assert (found["9"], found["10"], found["11"]) == ("癸", "11", "12")
    assert len(set(found.values())) == len(people)
