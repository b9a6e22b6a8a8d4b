from __future__ import annotations

from datetime import date

import pytest

from app.manual.page import Field, FillPage
from app.manual.pages import PAGES, page_of
from app.records import Entry
from app.rules.entries import (
    called,
    filed_on,
    in_order,
    in_words,
    is_empty,
    members_named,
    missing,
    people_in,
    rows_in,
    texts_in,
    written_people,
)
from tests.filled import empty_entry, filled_entry

NAMES = {"a": "周启明", "b": "姚春雷"}


def name_of(member_id: str | None) -> str:
    return NAMES.get(member_id or "", "")


@pytest.mark.parametrize(
    "value", [None, "", "  \n", [], {}, [{}], [{"what": "", "due_on": None}], [[], {"a": " "}]]
)
def test_what_says_nothing_is_empty(value: object) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [0, "无", [{"guest": "乔志远"}], {"a": 0}])
def test_a_nought_and_a_word_say_something(value: object) -> None:
    assert not is_empty(value)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (Field("a", "甲"), "运输区", "运输区"),
        (Field("a", "甲", "date"), "2025-10-09", "2025年10月9日"),
        (Field("a", "甲", "money"), 169697, "1696.97"),
        (Field("a", "甲", "number", unit="次"), 0, "0次"),
        (Field("a", "甲", "number", unit="次"), 20, "20次"),
        (Field("a", "甲", "number", places=1), 15, "1.5"),
        (Field("a", "甲", "number", places=1), 80, "8"),
        (Field("a", "甲", "number", places=1), 5, "0.5"),
        (Field("a", "甲", "number", places=1), 0, "0"),
        (Field("a", "甲", "members"), [{"member": "a"}, {"guest": "乔志远"}], "周启明、乔志远"),
        (Field("a", "甲", "date"), None, ""),
    ],
)
def test_a_value_is_read_as_the_manual_writes_it(field: Field, value: object, words: str) -> None:
    assert in_words(field, value, name_of) == words


def test_people_are_read_as_they_were_written() -> None:
    people = [("a", ""), (None, "乔志远")]
    assert people_in({"who": written_people(people)}, "who") == people


def test_an_entry_is_called_by_its_fields_and_else_by_its_page() -> None:
    page = page_of("talk")
    entry = filled_entry(page, ["b"], reason="家中老人住院")
    assert called(page, entry, name_of) == "姚春雷　家中老人住院"
    assert called(page, empty_entry(page), name_of) == "谈心谈话记录"
    long = page_of("instructions")
    assert called(long, filled_entry(long, ["a"], text="1. 一年一册。\n2. 当场记。"), name_of) == (
        "1. 一年一册。"
    )
    assert filed_on(page, entry) == date(2025, 10, 9)


def test_what_is_missing_is_told_by_its_label_also_in_rows() -> None:
    page = page_of("talk")
    entry = filled_entry(page, ["a"], place=" ", follow_up=[{"what": "回访"}, {}])
    assert missing(page, entry.values) == ["谈话地点", "跟进第1行的责任人"]


def test_empty_rows_are_left_out() -> None:
    assert rows_in({"r": [{}, {"a": "1"}, {"a": ""}]}, "r") == [{"a": "1"}]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_filled_page_lacks_nothing_and_an_empty_one_what_is_required(page: FillPage) -> None:
    assert missing(page, filled_entry(page, ["a"]).values) == []
    required = [field.label for field in page.fields() if field.required]
    assert missing(page, {}) == required
    assert required


def test_everyone_named_anywhere_is_found() -> None:
    page = page_of("talk")
    entry = filled_entry(page, ["a", "b"], rows=1)
    assert set(members_named(page, entry.values)) == {"a"}


def test_what_is_written_anywhere_can_be_searched() -> None:
    page = page_of("talk")
    entry = filled_entry(page, [], reason="家中老人住院", follow_up=[{"what": "调整排班"}])
    assert {"家中老人住院", "调整排班"} <= set(texts_in(page, entry.values))


def test_entries_follow_their_day_else_the_roster() -> None:
    score, talk = page_of("member_score"), page_of("talk")

    def of(key: str, **values: object) -> Entry:
        return Entry(branch_id="b", page=key, year=2025, values=values)

    second, first, nobody = (
        of("member_score", member=[{"member": "乙"}]),
        of("member_score", member=[{"member": "甲"}]),
        of("member_score"),
    )
    assert in_order(score, [nobody, second, first], ["甲", "乙"]) == [first, second, nobody]
    late, early = of("talk", held_on="2025-03-01"), of("talk", held_on="2025-02-01")
    assert in_order(talk, [late, early], []) == [early, late]
