"""The approved bases of a year and the parts they were worked out from (核定表)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.records import DuesBase, Member

OTHER_ITEMS = "其他项"


def bases_in(member: Member, year: int) -> list[DuesBase]:
    """Return the bases that held in any month of a year, the earliest first."""
    begun = sorted(
        (base for base in member.dues_bases if base.from_month <= f"{year}-12"),
        key=lambda base: base.from_month,
    )
    return [
        base
        for place, base in enumerate(begun, 1)
        if place == len(begun) or begun[place].from_month > f"{year}-01"
    ]


def sum_of_items(base: DuesBase) -> int:
    """Return what the parts of a base add up to, deductions taken off."""
    return sum(item.amount_fen for item in base.items)


def item_names(bases: Iterable[DuesBase], most: int) -> list[str]:
    """Return the names of the parts that get a column each, at most so many.

    Pay comes before deductions, and what more people have before what fewer have. Where there
    are more than fit, the last column is `OTHER_ITEMS`.
    """
    times: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for base in bases:
        for item in base.items:
            times[item.name] += 1
            sums[item.name] += item.amount_fen
    ranked = [name for name, _ in times.most_common()]
    chosen = ranked if len(ranked) <= most else ranked[: most - 1]
    ordered = sorted(chosen, key=lambda name: sums[name] < 0)
    return ordered if len(ranked) <= most else [*ordered, OTHER_ITEMS]


def amounts_by_name(base: DuesBase, names: Sequence[str]) -> list[int | None]:
    """Return the amount of each column, `None` where the base has no such part.

    What has no column of its own is summed up under `OTHER_ITEMS`.
    """
    sums: dict[str, int] = {}
    for item in base.items:
        name = item.name if item.name in names else OTHER_ITEMS
        sums[name] = sums.get(name, 0) + item.amount_fen
    return [sums.get(name) for name in names]
