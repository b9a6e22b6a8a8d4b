"""The sample's sound October, finalised and filed, to be inspected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from app.manual import words
from app.records import DuesRow, Entry, Meeting
from app.rules.inspection import STANDARD, Answer, Items, answers
from app.rules.month_checks import MonthView, inspected
from tests.app.rules import autumn, october
from tests.app.rules import factories as make
from tests.app.rules.checks.situations import context

MONTH = "2025-10"
LAST_DAY = date(2025, 10, 31)
FINALISED = {"october": date(2025, 10, 13)}


def filed() -> Meeting:
    """Return the theme day as it is when all is done."""
    meeting = october.theme_day()
    meeting.state = words.ARCHIVED
    return meeting


def month_view(
    *meetings: Meeting,
    entries: Sequence[Entry] = (),
    dues: Sequence[DuesRow] | None = None,
    earlier: Sequence[Meeting] | None = None,
    finalised: Mapping[str, date] = FINALISED,
    today: date = LAST_DAY,
    **settings: str,
) -> MonthView:
    """Return the month with these meetings; the committee has met before."""
    kept = october.dues() if dues is None else dues
    before = [autumn.committee_meeting()] if earlier is None else list(earlier)
    given = context(members=autumn.members(), dues=kept, today=today, settings=settings)
    given = replace(
        given,
        month=MONTH,
        groups=autumn.groups(),
        meetings=list(meetings),
        earlier=before,
        finalised_on=finalised,
    )
    return MonthView(given, [*before, *meetings], kept, [*_prepared(), *entries])


def _prepared() -> list[Entry]:
    """Return the plan the month stands in, and the notice of its theme day."""
    planned = [{"month": 10, "planned_on": "2025-10-07", "theme": "学规程"}]
    return [entry("theme_plan", months=planned), entry("notice", held_on="2025-10-09")]


def answered(view: MonthView, items: Items = STANDARD) -> dict[str, Answer]:
    """Return the answers by item."""
    return {one.item: one for one in answers(view, inspected(view), items)}


def entry(page: str, entry_id: str = "", **values: Any) -> Entry:
    """Return a fill-in page of the year."""
    made = Entry(branch_id=make.BRANCH_ID, page=page, year=2025, values=values)
    made.id = entry_id or made.id
    return made


def order(number: str = "2025-01", **values: Any) -> Entry:
    """Return an order of September, not closed, due in October."""
    given = {
        "number": number,
        "issued_on": "2025-09-30",
        "problem": "照片没有全景",
        "due_on": "2025-10-20",
        "state": "待整改",
    }
    return entry("rectification_order", number, **(given | values))
