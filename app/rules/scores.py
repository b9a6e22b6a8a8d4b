"""The sums of inspection and assessment pages (督查得分、党员积分、支部考核).

Scores are whole numbers of tenths, as fill-in pages keep them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.manual.pages.member_score import DEDUCTED
from app.rules.entries import Values, decimal, rows_in
from app.rules.entry_fault import EntryFault

FAULT_NUMBER = 56

_TENTHS = 10
_WHOLE = 100
_FAILED = ("基本合格", "不合格")


def summed(rows: Iterable[Values], column: str) -> int | None:
    """Return the sum of a column, `None` where nothing is filled in."""
    given = [row[column] for row in rows if row.get(column) is not None]
    return sum(given) if given else None


def inspected_tenths(rows: Iterable[Values]) -> int | None:
    """Return what is left of the weights after deductions, never below 0.

    `None` while no item has a result or a deduction. An item that does not apply is deducted
    nothing and so keeps its weight.

    Source: `domain/calendar-and-faults.md` 5.5 (weights add up to 100).
    """
    listed = list(rows)
    weights = summed(listed, "weight")
    if weights is None or not any(map(_is_inspected, listed)):
        return None
    return max(weights * _TENTHS - (summed(listed, "deducted_tenths") or 0), 0)


def _is_inspected(row: Values) -> bool:
    return bool(row.get("result")) or row.get("deducted_tenths") is not None


def each_tenths(row: Values) -> int | None:
    """Return what a member's item earns each time, below 0 where it costs; `None` if not known."""
    points = row.get("points_tenths")
    if points is None:
        return None
    return -int(points) if row.get("way") == DEDUCTED else int(points)


def earned_tenths(row: Values) -> int | None:
    """Return what a member's item earns or costs in all, up to the most there is.

    `None` while points or times are not filled in.

    Source: `domain/calendar-and-faults.md` 5.3 (每次…封顶…).
    """
    each, times, most = each_tenths(row), row.get("times"), row.get("most_tenths")
    if each is None or times is None:
        return None
    earned = each * int(times)
    return earned if most is None else max(min(earned, most), -most)


def member_tenths(rows: Iterable[Values]) -> int | None:
    """Return a member's score of the year, `None` while no item has one."""
    earned = [one for row in rows if (one := earned_tenths(row)) is not None]
    return sum(earned) if earned else None


def inspection_faults(values: Values) -> Iterator[EntryFault]:
    """Yield what does not add up in an inspection: weights, deductions, faults not told."""
    rows = rows_in(values, "items")
    yield from weight_faults(rows)
    yield from _above_weight(rows, "deducted_tenths", "扣")
    for number, row in enumerate(rows, 1):
        if row.get("result") in _FAILED and not row.get("problem", "").strip():
            yield EntryFault(
                "W", f"items.{number}.problem", f"第{number}行{row['result']}，请写明问题。"
            )


def branch_faults(values: Values) -> Iterator[EntryFault]:
    """Yield what does not add up in the assessment of a branch."""
    rows = rows_in(values, "items")
    yield from weight_faults(rows)
    yield from _above_weight(rows, "own_tenths", "自评")
    yield from _above_weight(rows, "given_tenths", "考评")


def weight_faults(rows: Iterable[Values], field: str = "items") -> Iterator[EntryFault]:
    """Yield a fault where weights are filled in that do not add up to 100."""
    weights = summed(rows, "weight")
    if weights not in (None, _WHOLE):
        yield EntryFault("W", field, f"分值合计是{weights}分，应为{_WHOLE}分，请核对。")


def _above_weight(rows: Iterable[Values], column: str, called: str) -> Iterator[EntryFault]:
    for number, row in enumerate(rows, 1):
        weight, score = row.get("weight"), row.get(column)
        if weight is not None and score is not None and score > weight * _TENTHS:
            told = f"第{number}行{called}{decimal(score, 1)}分，超过了分值{weight}分，请改正。"
            yield EntryFault("E", "items", told)
