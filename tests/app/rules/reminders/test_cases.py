from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.manual import words
from app.records import Entry
from app.rules.exemptions import exemptions_in
from app.rules.reminders import Outlook
from app.rules.reminders.cases import exempt_out_of_touch, exemptions_end, steps_due
from tests.app.rules import factories as make
from tests.app.rules.cases import WHO, exemption, talk
from tests.app.rules.reminders.outlooks import held, outlook, told


def seen(today: date, *entries: Entry, **given: Any) -> Outlook:
    """Return an outlook with one member, whose exemptions are known."""
    made = outlook(today, members=[make.member(WHO)], entries=entries, **given)
    return replace(made, context=replace(made.context, exemptions=exemptions_in(entries)))


def test_the_next_step_opens_the_page_it_is_written_on() -> None:
    away = [make.attended(WHO, words.UNEXCUSED)]
    meetings = [held(date(2025, month, 9), attendance=away) for month in (8, 9)]
    given = seen(date(2025, 9, 16), meetings=meetings)
    (one,) = steps_due(given)
    assert (one.level, one.jump) == ("due", ("registers", "", f"talk/{WHO}/absent"))
    assert one.sentence.startswith("罗海生连续无故缺席2次（8月9日、9月9日），下一步：提醒谈话。")
    earlier = replace(given, earlier_entries=[talk("2025-09-10")])
    assert list(steps_due(earlier)) == []


@pytest.mark.parametrize(
    ("today", "contact", "level", "said"),
    [
        (date(2025, 10, 1), "2025-08-31", "late", "上月以来"),
        (date(2025, 10, 1), "2025-09-01", "", ""),
        (date(2025, 10, 15), "2025-09-01", "", ""),
        (date(2025, 10, 16), "2025-09-30", "due", "本月"),
        (date(2025, 10, 16), "2025-10-01", "", ""),
        (date(2025, 10, 16), "2025-08-31", "late", "上月以来"),
    ],
)
def test_who_is_exempt_is_heard_of_every_month(
    today: date, contact: str, level: str, said: str
) -> None:
    page = exemption("2025-03-01", "2025-12-31", contacts=[{"on": contact, "how": "电话"}])
    found = list(exempt_out_of_touch(seen(today, page)))
    assert [one.level for one in found] == ([level] if level else [])
    for one in found:
        assert said in one.sentence
        assert one.jump == ("registers", page.id, "contacts")


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2025, 11, 29), ""),
        (date(2025, 11, 30), "soon"),
        (date(2025, 12, 23), "soon"),
        (date(2025, 12, 24), "due"),
        (date(2025, 12, 31), "due"),
        (date(2026, 1, 1), ""),
    ],
)
def test_the_end_of_a_period_is_told_unless_another_follows(today: date, level: str) -> None:
    page = exemption("2025-03-01", "2025-12-31")
    found = told(list(exemptions_end(seen(today, page))))
    assert [one for one, _ in found] == ([level] if level else [])
    again = exemption("2026-01-01", "2026-12-31")
    assert list(exemptions_end(seen(today, page, again))) == []
