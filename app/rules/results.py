"""What an entry comes to, told beside its name in lists: points, a score, a grade."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.records import Entry
from app.rules.entries import Values, decimal, rows_in
from app.rules.scores import inspected_tenths, member_tenths, summed


def result_of(entry: Entry) -> str:
    """Return what an entry comes to in a few words; empty where it comes to nothing."""
    tell = _RESULTS.get(entry.page)
    return tell(entry.values) if tell else ""


def _points(tenths: int | None) -> str:
    return "" if tenths is None else f"{decimal(tenths, 1)}分"


_RESULTS: Mapping[str, Callable[[Values], str]] = {
    "appraisal": lambda values: values.get("grade") or "",
    "branch_score": lambda values: _points(summed(rows_in(values, "items"), "own_tenths")),
    "inspection": lambda values: _points(inspected_tenths(rows_in(values, "items"))),
    "member_score": lambda values: _points(member_tenths(rows_in(values, "items"))),
}
