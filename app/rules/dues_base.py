"""The approved bases of a year and the parts they were worked out from (核定表)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.records import DuesBase, DuesItem, Member
from app.rules.dues import yuan

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


def sum_of_items(items: Iterable[DuesItem]) -> int:
    """Return what parts add up to, deductions taken off."""
    return sum(item.amount_fen for item in items)


def base_of(items: Iterable[DuesItem]) -> int:
    """Return the base parts make; it is nothing while deductions are more than the pay."""
    return max(0, sum_of_items(items))


def sum_in_words(items: Sequence[DuesItem]) -> str:
    """Return the parts as a sum: 岗位工资 5000.00 − 公积金 500.00 = 4500.00 元."""
    if not items:
        return ""
    parts = ""
    for item in items:
        sign = " − " if item.amount_fen < 0 else " + " if parts else ""
        parts += f"{sign}{_name(item)} {yuan(abs(item.amount_fen))}"
    return f"{parts.strip()} = {yuan(sum_of_items(items))} 元"


def item_names(bases: Iterable[DuesBase], most: int) -> list[str]:
    """Return the names of the parts that get a column each, at most so many.

    Pay comes before deductions, and what more people have before what fewer have. What has no
    name, and where there are more than fit the rest, stands last under `OTHER_ITEMS`.
    """
    times: Counter[str] = Counter()
    sums: Counter[str] = Counter()
    for base in bases:
        for item in base.items:
            times[_name(item)] += 1
            sums[_name(item)] += item.amount_fen
    ranked = [name for name, _ in times.most_common() if name != OTHER_ITEMS]
    has_rest = len(ranked) < len(times) or len(ranked) > most
    chosen = ranked[: most - 1] if has_rest else ranked
    ordered = sorted(chosen, key=lambda name: sums[name] < 0)
    return [*ordered, OTHER_ITEMS] if has_rest else ordered


def amounts_by_name(base: DuesBase, names: Sequence[str]) -> list[int | None]:
    """Return the amount of each column, `None` where the base has no such part.

    What has no column of its own is summed up under `OTHER_ITEMS`.
    """
    sums: dict[str, int] = {}
    for item in base.items:
        name = _name(item) if _name(item) in names else OTHER_ITEMS
        sums[name] = sums.get(name, 0) + item.amount_fen
    return [sums.get(name) for name in names]


def _name(item: DuesItem) -> str:
    return item.name.strip() or OTHER_ITEMS
