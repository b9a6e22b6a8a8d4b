from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.manual.page import Field, FillPage
from app.manual.pages import PAGES, page_of
from app.rules.entries import in_words, missing, people_in
from app.rules.inspection import STANDARD
from app.rules.prefill import Start, prefilled
from tests.factories import make_branch, make_member, make_post

DAY = date(2025, 10, 24)
SECRETARY = make_member("柳知行", posts=[make_post()])
LEFT = make_member("舒望远", to_on=date(2025, 9, 30))
START = Start(make_branch(), (SECRETARY, LEFT, make_member("单怀瑾")), DAY)


def told(field: Field, value: Any) -> Iterator[str]:
    if field.kind == "rows":
        for row in value:
            assert None not in row.values()
            for name, one in row.items():
                yield from told(next(c for c in field.columns if c.name == name), one)
    else:
        yield in_words(field, value, lambda key: key or "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_what_a_page_begins_with_are_values_of_its_fields(page: FillPage) -> None:
    for name, value in prefilled(page.key, START).items():
        kept = {field.name: field for field in page.kept}
        assert any(told(kept.get(name) or page.field(name), value))


def test_a_page_without_a_proposal_begins_empty() -> None:
    assert prefilled("talk", START) == {}


def test_the_year_is_planned_on_the_fixed_day_of_every_month() -> None:
    months = prefilled("theme_plan", START)["months"]
    assert [row["month"] for row in months] == list(range(1, 13))
    assert months[0]["planned_on"] == "2025-01-09"
    assert {row["planned_on"][-2:] for row in months} == {"09"}


def test_notes_are_checked_of_whoever_belongs_to_the_branch_that_day() -> None:
    rows = prefilled("notes_check", START)["members"]
    names = {member.id: member.name for member in START.members}
    assert [names[people_in(row, "member")[0][0] or ""] for row in rows] == ["柳知行", "单怀瑾"]


def test_an_inspection_begins_with_every_item_and_its_weight() -> None:
    values = prefilled("inspection", START)
    assert values["month"] == "2025年10月"
    assert [(row["item"], row["weight"]) for row in values["items"]] == list(STANDARD)


def test_a_report_is_the_secretarys() -> None:
    assert prefilled("work_report", START)["author"] == "青禾示例支部书记　柳知行"
    nobody = Start(make_branch(), (), DAY)
    assert prefilled("work_report", nobody)["author"] == ""


def test_instructions_are_ready_as_they_begin() -> None:
    values = prefilled("instructions", START)
    assert missing(page_of("instructions"), values) == []
    assert 6 <= len(values["text"].splitlines()) <= 10
    assert 300 <= len(values["text"]) <= 600


def test_a_self_check_lists_the_aspects_the_branch_has_set() -> None:
    usual = prefilled("self_check", START)["aspects"]
    assert [row["aspect"] for row in usual[:2]] == ["讲政治有信念", "讲规矩有纪律"]
    own = replace(START, settings={"self_check_aspects": "敢担当\n\n敢担当\n守规矩"})
    assert prefilled("self_check", own) == {"aspects": [{"aspect": "敢担当"}, {"aspect": "守规矩"}]}
