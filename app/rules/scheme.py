"""By which scheme a year is assessed (考核办法), and what a line of an assessment begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.manual.pages import branch_score, score_scheme
from app.manual.words import VOID
from app.records import Entry
from app.rules.entries import Values, day_in, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.scores import weight_faults

DEFAULT: Values = {
    "name": "党员积分和支部考核办法",
    "items": [
        {
            "item": item,
            "counts": word,
            "standard": standard,
            "way": way,
            "points_tenths": points,
            **({} if most is None else {"most_tenths": most}),
        }
        for item, word, standard, way, points, most in score_scheme.ITEMS
    ],
    "branch_items": [
        {"item": item, "counts": word, "weight": weight, "standard": standard}
        for item, weight, standard, word in branch_score.ITEMS
    ],
}


def values_of(schemes: Iterable[Entry]) -> list[Values]:
    """Return the values of schemes that are not void."""
    return [one.values for one in schemes if one.state != VOID]


def scheme_of(schemes: Iterable[Values], year: int) -> Values:
    """Return what a year is assessed by: the scheme in force on its last day, else the shipped one.

    So a scheme that begins later leaves the years before as they were.
    """
    last = date(year, 12, 31)
    begun = [one for one in schemes if (day_in(one, "from_on") or date.max) <= last]
    return max(begun, key=lambda one: str(one["from_on"]), default=DEFAULT)


def member_items(scheme: Values) -> list[Values]:
    """Return the items members are assessed by, without a count."""
    return [dict(row) for row in rows_in(scheme, "items")]


def branch_items(scheme: Values) -> list[Values]:
    """Return the items the branch is assessed by, without a score."""
    return [dict(row) for row in rows_in(scheme, "branch_items")]


def scheme_faults(values: Values) -> Iterator[EntryFault]:
    """Yield what does not add up in a scheme: weights, and an item or a count that is there twice.

    What is there twice would be counted twice, or not be told apart.
    """
    yield from weight_faults(rows_in(values, "branch_items"), "branch_items")
    for field in ("items", "branch_items"):
        for name, called in (("item", "项目"), ("counts", "程序计次")):
            seen: set[str] = set()
            for number, row in enumerate(rows_in(values, field), 1):
                word = row.get(name)
                if word in seen:
                    sentence = f"第{number}行的{called}“{word}”前面已经有了，请改正或删去一行。"
                    yield EntryFault("E" if name == "item" else "W", field, sentence)
                seen |= {word} if word else set()
