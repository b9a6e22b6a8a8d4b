"""Small records for the tests of the rules, nobody of them real."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from app.manual import kinds, words
from app.records import (
    Action,
    ActionLead,
    Attendance,
    Branch,
    CategoryPeriod,
    Decision,
    DuesBase,
    DuesRow,
    Leave,
    Lecture,
    MakeUpStudy,
    Meeting,
    Member,
    MembershipPeriod,
    Reflection,
    Speaker,
)

BRANCH_ID = "branch"
DAY = date(2025, 10, 9)


def at(text: str) -> datetime:
    """Return a local time from `2025-10-09T15:00`."""
    return datetime.fromisoformat(text)


def branch() -> Branch:
    return Branch(id=BRANCH_ID, branch_id=BRANCH_ID, name="某矿某区党支部", theme_day=7)


def member(
    name: str,
    category: str = words.FULL_MEMBER,
    *,
    first: date | None = None,
    last: date | None = None,
    category_from: date | None = None,
    base_fen: int | None = None,
) -> Member:
    bases = [] if base_fen is None else [DuesBase(branch_id=BRANCH_ID, base_fen=base_fen)]
    return Member(
        id=name,
        branch_id=BRANCH_ID,
        name=name,
        memberships=[MembershipPeriod(branch_id=BRANCH_ID, from_on=first, to_on=last)],
        categories=[CategoryPeriod(branch_id=BRANCH_ID, category=category, from_on=category_from)],
        dues_bases=bases,
    )


def meeting(**values: object) -> Meeting:
    given: dict[str, object] = {
        "branch_id": BRANCH_ID,
        "kinds": [kinds.THEME_DAY],
        "planned_on": date(2025, 10, 7),
        "start": at("2025-10-09T15:00"),
        "end": at("2025-10-09T16:50"),
    }
    return Meeting(**(given | values))  # type: ignore[arg-type]


def leave(reason: str, approved_by: str | None, asked_on: date | None) -> Leave:
    return Leave(branch_id=BRANCH_ID, reason=reason, approved_by_id=approved_by, asked_on=asked_on)


def made_up(done_on: date | None, by: str | None, how: str = "到家传达") -> MakeUpStudy:
    return MakeUpStudy(branch_id=BRANCH_ID, done_on=done_on, how=how, by_id=by)


def attended(
    member_id: str, state: str, leave: Leave | None = None, make_up: MakeUpStudy | None = None
) -> Attendance:
    return Attendance(
        branch_id=BRANCH_ID, member_id=member_id, state=state, leave=leave, make_up=make_up
    )


def action(number: int | None, lead: str | None = None, **values: str) -> Action:
    leads = [] if lead is None else [ActionLead(branch_id=BRANCH_ID, member_id=lead)]
    return Action(
        branch_id=BRANCH_ID,
        required_number=number,
        position=number or 6,
        leads=leads,
        **values,  # type: ignore[arg-type]
    )


def lecture(title: str, *speakers: str, outline: str = "") -> Lecture:
    return Lecture(
        branch_id=BRANCH_ID,
        title=title,
        outline=outline,
        speakers=[Speaker(branch_id=BRANCH_ID, member_id=one) for one in speakers],
    )


def reflection(member_id: str | None, text: str) -> Reflection:
    return Reflection(branch_id=BRANCH_ID, member_id=member_id, text=text)


def decision(text: str, owner: str | None = None, due_on: date | None = None) -> Decision:
    return Decision(branch_id=BRANCH_ID, text=text, owner_id=owner, due_on=due_on)


def dues_row(
    member_id: str, base_fen: int | None, rate: Decimal | None, due_fen: int, **values: object
) -> DuesRow:
    given: dict[str, object] = {
        "branch_id": BRANCH_ID,
        "member_id": member_id,
        "month": "2025-10",
        "base_fen": base_fen,
        "rate": rate,
        "due_fen": due_fen,
        "paid_fen": due_fen,
        "paid_on": DAY,
        "method": words.CASH,
    }
    return DuesRow(**(given | values))  # type: ignore[arg-type]
