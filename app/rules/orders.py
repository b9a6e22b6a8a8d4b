"""Orders for what an inspection found (督查整改): one for each problem that has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.manual.checklist import FIXED_DAY, MENDED, item_called
from app.manual.pages.rectification_order import CLOSED, WAITING
from app.manual.words import VOID
from app.records import Entry, Member
from app.rules.convening import committee_on, posts_on, secretary_on
from app.rules.entries import Values, day_in, is_empty, rows_in, written_people
from app.rules.entry_fault import EntryFault
from app.rules.texts import long_date

FAULT_NUMBER = 51

_BEFORE_CLOSING = ("result", "checker", "checked_on")


def orders(
    inspection: Values, others: Sequence[Entry], year: int, members: Sequence[Member], day: date
) -> list[Values]:
    """Return the values of the orders an inspection calls for, numbered after the year's `others`.

    A problem is not asked for again while an order that names it is open, nor twice by the same
    inspection; what is left of the orders before is no new order. Each is owned by who answers
    for the item in the committee of the `day` it is begun on.
    """
    basis_of, known = _basis(inspection), [one.values for one in others if one.state != VOID]
    number = last_number(one for one in others if one.year == year)
    demands = {row["problem"]: row.get("demand", "") for row in _faulty(inspection, "answers")}
    found: list[Values] = []
    for row in _faulty(inspection):
        problem, basis = row["problem"].strip(), f"{basis_of}{row.get('item', '')}"
        is_left = row.get("item") == MENDED.name and problem in demands
        if is_left or any(_names(one, problem, basis_of) for one in (*known, *found)):
            continue
        number += 1
        item = item_called(row.get("item", "")) or FIXED_DAY
        owner = _owner(members, day, item.post)
        made = {
            "number": f"{year}-{number:02}",
            "problem": problem,
            "basis": basis,
            "demand": demands.get(problem) or f"请按“{row.get('item', '')}”的要求整改。",
            "owner": written_people([(owner.id, "")]) if owner else [],
            "state": WAITING,
        }
        found.append({name: value for name, value in made.items() if value})
    return found


def was_open_on(order: Values, day: date) -> bool:
    """Tell whether an order was issued before a day and not closed by then."""
    issued, checked = day_in(order, "issued_on"), day_in(order, "checked_on")
    is_closed = order.get("state") == CLOSED and (checked is None or checked < day)
    return issued is not None and issued < day and not is_closed


def ordered_by(order: Values, inspection: Values) -> bool:
    """Tell whether an order came of an inspection."""
    return str(order.get("basis") or "").startswith(_basis(inspection))


def last_number(others: Iterable[Entry]) -> int:
    """Return the highest running number orders end in (`2025-03`), 0 without any."""
    ends = (str(one.values.get("number", "")).rpartition("-")[2] for one in others)
    return max((int(end) for end in ends if end.isdecimal()), default=0)


def faults(values: Values, today: date) -> Iterator[EntryFault]:
    """Yield what is wrong with an order: its days, closing without proof, and being overdue."""
    issued, due, checked = (day_in(values, f"{name}_on") for name in ("issued", "due", "checked"))
    is_closed = values.get("state") == CLOSED
    if issued and due and due < issued:
        yield EntryFault("E", "due_on", "整改期限早于下达日期，请改正。")
    if issued and checked and checked < issued:
        yield EntryFault("E", "checked_on", "复查日期早于下达日期，请改正。")
    if is_closed:
        for name in _BEFORE_CLOSING:
            if is_empty(values.get(name)):
                yield EntryFault("E", name, "销号前要写明整改结果、复查人和复查日期。")
                break
    elif due and due < today:
        yield EntryFault("W", "state", f"整改期限是{long_date(due)}，已经过了，请复查销号。")


def _basis(inspection: Values) -> str:
    return f"{inspection.get('month', '')}督查表："


def _names(order: Values, problem: str, basis_of: str) -> bool:
    """Tell whether an order names a problem and is open, or is of the same inspection."""
    is_same = str(order.get("problem") or "").strip() == problem
    is_open = order.get("state") != CLOSED
    return is_same and (is_open or str(order.get("basis") or "").startswith(basis_of))


def _owner(members: Sequence[Member], day: date, post: str) -> Member | None:
    """Return who holds a post, else the secretary."""
    holders = (
        one
        for one in committee_on(members, day)
        if post in {held.post for held in posts_on(one, day)}
    )
    return next(holders, None) or secretary_on(members, day)


def _faulty(inspection: Values, name: str = "items") -> list[Values]:
    return [row for row in rows_in(inspection, name) if row.get("problem", "").strip()]
