"""Orders for what an inspection found (督查整改): one for each problem that has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.records import Entry
from app.rules.entries import Values, rows_in


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


def _faulty(inspection: Values) -> list[Values]:
    return [row for row in rows_in(inspection, "items") if row.get("problem", "").strip()]
