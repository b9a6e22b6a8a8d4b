"""Orders for what an inspection found (督查整改): one for each problem that has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.manual.pages.rectification_order import CLOSED
from app.records import Entry
from app.rules.entries import Values, day_in, is_empty, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.texts import long_date

FAULT_NUMBER = 51

_BEFORE_CLOSING = ("result", "checker", "checked_on")


def problems(inspection: Values) -> list[str]:
    """Return the problems an inspection wrote down, in their order."""
    return [row["problem"].strip() for row in _faulty(inspection)]


def orders(inspection: Values, others: Sequence[Entry], year: int) -> list[Values]:
    """Return the values of the orders an inspection calls for, numbered after the year's `others`.

    A problem some order already names is not asked for twice.
    """
    named = {one.values.get("problem", "").strip() for one in others}
    number = last_number(others)
    found: list[Values] = []
    for row in _faulty(inspection):
        if row["problem"].strip() not in named:
            number += 1
            basis = f"{inspection.get('month', '')}督查表：{row.get('item', '')}"
            found.append(
                {"number": f"{year}-{number:02}", "problem": row["problem"], "basis": basis}
            )
    return found


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


def _faulty(inspection: Values) -> list[Values]:
    return [row for row in rows_in(inspection, "items") if row.get("problem", "").strip()]
