"""A year of the example branch for the pages of a year: meetings, dues, and as many people."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.manual import words
from app.manual.actions import DUES_ACTION
from app.manual.kinds import (
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.printing.pages import Book
from app.records import (
    Action,
    ActionLead,
    Attendance,
    DuesItem,
    DuesRow,
    MakeUpStudy,
    Meeting,
    Member,
)
from app.rules.dues import base_on, due
from app.rules.membership import is_member_in
from app.rules.texts import month_ends
from tests.app.printing.pages.made import book_of
from tests.example_branch import Example, example, make_member
from tests.factories import LONG_NAME, RARE

AWAY = (
    words.OFFICIAL_LEAVE,
    words.SICK_LEAVE,
    words.PERSONAL_LEAVE,
    words.UNEXCUSED,
    words.LATE,
    words.MATERNITY_LEAVE,
    words.EXEMPT,
    words.LEFT_EARLY,
)


def branch_of(people: int) -> Example:
    """Return the example branch with as many members, two of them with trying names."""
    made = example()
    while len(made.members) < people:
        number = len(made.members)
        member = make_member(made.branch.id, f"党员{number:03}", number)
        member.group_id = made.groups[number % len(made.groups)].id
        made.members.append(member)
    made.members[:] = made.members[:people]
    if people:
        made.members[-2].name, made.members[-1].name = RARE, LONG_NAME
    return made


def year_book(people: int = 18, months: int = 12, **changes: object) -> Book:
    """Return the book of December with a full year of meetings and dues."""
    made = branch_of(people)
    meetings = [one for month in range(1, months + 1) for one in _meetings(made, month)]
    given: dict[str, object] = {
        "month": "2025-12",
        "meetings": (),
        "year_meetings": tuple(meetings),
        "dues": (),
        "year_dues": tuple(_dues(made.members, months)),
    }
    return book_of(made, **given | changes)


def held(made: Example, kind: str, month: int, day: int, **values: object) -> Meeting:
    """Return a meeting of a kind whose attendance is confirmed."""
    given: dict[str, object] = {
        "branch_id": made.branch.id,
        "kinds": [kind],
        "start": datetime(2025, month, day, 15),  # noqa: DTZ001 - local, as on paper
        "attendance_confirmed": True,
    }
    return Meeting(**given | values)  # type: ignore[arg-type]


def _meetings(made: Example, month: int) -> list[Meeting]:
    found = [
        held(
            made,
            THEME_DAY,
            month,
            9,
            attendance=_away(made.members, month),
            actions=[_collecting(made.members[month % 2])] if made.members else [],
        ),
        held(made, COMMITTEE_MEETING, month, 2),
        *(
            held(made, GROUP_MEETING, month, 16 + place, group_id=group.id)
            for place, group in enumerate(made.groups)
        ),
    ]
    if month % 3 == 0:
        found += [held(made, MEMBERS_MEETING, month, 26), held(made, LECTURE, month, 28)]
    return found


def _collecting(collector: Member) -> Action:
    return Action(
        branch_id=collector.branch_id,
        required_number=DUES_ACTION,
        leads=[ActionLead(branch_id=collector.branch_id, member_id=collector.id)],
    )


def with_items(made: Book, *parts: tuple[str, int]) -> Book:
    """Return the book in which everybody's base is written down in parts that add up to it."""
    for member in made.members:
        for base in member.dues_bases:
            rest = base.base_fen - sum(amount for _, amount in parts)
            base.items = [
                DuesItem(branch_id=base.branch_id, name=name, amount_fen=amount, position=place)
                for place, (name, amount) in enumerate((("岗位工资", rest), *parts))
            ]
    return made


def _away(members: list[Member], month: int) -> list[Attendance]:
    away = []
    for place, state in enumerate(AWAY[: len(members)]):
        member = members[(place * 2 + month) % len(members)]
        study = MakeUpStudy(branch_id=member.branch_id, done_on=date(2025, month, 15))
        away.append(
            Attendance(
                branch_id=member.branch_id,
                member_id=member.id,
                state=state,
                make_up=study if place % 2 else None,
            )
        )
    return list({row.member_id: row for row in away}.values())


def _dues(members: list[Member], months: int) -> list[DuesRow]:
    rows = []
    for month in range(1, months + 1):
        for place, member in enumerate(members):
            kept = f"2025-{month:02}"
            if not is_member_in(member, *month_ends(kept)):
                continue
            worked_out = due(member.dues_kind, base_on(member, kept), "分")
            rate: Decimal | None = worked_out.rate
            paid_on = date(2025, month, 9)
            if place == 1 and month < 12:
                paid_on = date(2025, month + 1, 4)
            unpaid = place == 2 and month > 8
            rows.append(
                DuesRow(
                    branch_id=member.branch_id,
                    member_id=member.id,
                    month=kept,
                    base_fen=base_on(member, kept),
                    rate=rate,
                    due_fen=worked_out.due_fen,
                    paid_fen=None if unpaid or not worked_out.due_fen else worked_out.due_fen,
                    paid_on=None if unpaid or not worked_out.due_fen else paid_on,
                    method="" if unpaid else words.CASH,
                )
            )
    return rows
