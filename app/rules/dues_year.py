"""The dues of a year: who paid which month, when, what is still open, and the sums of periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.records import DuesRow, Member
from app.rules.dues import base_on, due, needs_base
from app.rules.membership import is_member_in, members_on
from app.rules.texts import month_ends, month_of


@dataclass(frozen=True, slots=True)
class Owed:
    """What one member owes for one month, and what became of it.

    `is_known` is off while his base is not approved, so that nobody can say how much it is.
    `settled_in` is the month the payment counts for: its own, or the later one it came in.
    """

    month: str
    due_fen: int
    paid_fen: int | None = None
    paid_on: date | None = None
    is_known: bool = True

    @property
    def settled_in(self) -> str | None:
        """Return the month the payment counts for; `None` while nothing is paid."""
        if not self.paid_fen:
            return None
        return self.month if self.paid_on is None else max(self.month, month_of(self.paid_on))

    @property
    def is_late(self) -> bool:
        """Tell whether it was paid after its month."""
        return self.settled_in is not None and self.settled_in > self.month

    @property
    def is_open(self) -> bool:
        """Tell whether something is due and nothing paid."""
        return self.settled_in is None and self.due_fen > 0


@dataclass(frozen=True, slots=True)
class DuesLine:
    """One member's months that are collected, by month (`2025-10`); the others are not in it."""

    member: Member
    months: Mapping[str, Owed]

    @property
    def paid_fen(self) -> int:
        """Return what he paid for these months."""
        return sum(one.paid_fen or 0 for one in self.months.values())

    @property
    def open(self) -> tuple[Owed, ...]:
        """Return the months he has not paid."""
        return tuple(one for _, one in sorted(self.months.items()) if one.is_open)

    @property
    def open_fen(self) -> int:
        """Return what he owes for the months he has not paid."""
        return sum(one.due_fen for one in self.open)

    @property
    def open_in_a_row(self) -> int:
        """Return how many months up to the last one he has not paid one after the other.

        Source: 《关于中国共产党党费收缴、使用和管理的规定》(中组发 2008 年 3 号): six months
        running without a good reason count as leaving the party (`domain/rules.md` D4).
        """
        count = 0
        for _, one in sorted(self.months.items(), reverse=True):
            if not one.is_open:
                break
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """What is reported upwards for some months, in people and fen.

    `members` belonged on the last day. Of those who owed something, `on_time` paid each month in
    that month, `late` all of it by the end of the period, and `open` not all. `made_up` paid
    for months before the period; `made_up_fen` of `paid_fen` is theirs.
    """

    members: int
    on_time: int
    late: int
    open: int
    made_up: int
    paid_fen: int
    made_up_fen: int


def collected_months(rows: Iterable[DuesRow]) -> list[str]:
    """Return the months that dues are kept of, in their order."""
    return sorted({row.month for row in rows})


def lines_of(members: Iterable[Member], rows: Sequence[DuesRow], rounding: str) -> list[DuesLine]:
    """Return each member who owed for any of the months kept, in the order of the members.

    Who belonged in a month that others paid, but has no row of it, owes what his base says.
    """
    months = collected_months(rows)
    kept = {(row.member_id, row.month): row for row in rows}
    lines = []
    for member in members:
        owed = {
            month: _owed(member, month, kept.get((member.id, month)), rounding)
            for month in months
            if (member.id, month) in kept or is_member_in(member, *month_ends(month))
        }
        if owed:
            lines.append(DuesLine(member, owed))
    return lines


def paid_by_month(lines: Iterable[DuesLine]) -> dict[str, int]:
    """Return what was paid for each month in all."""
    sums: dict[str, int] = {}
    for line in lines:
        for month, one in line.months.items():
            sums[month] = sums.get(month, 0) + (one.paid_fen or 0)
    return sums


def made_up_in(rows: Iterable[DuesRow], first: str, last: str) -> list[DuesRow]:
    """Return the rows of earlier months that were paid from the first to the last month."""
    return [row for row in rows if row.month < first and _is_settled_in(row, first, last)]


def figures_of(
    lines: Iterable[DuesLine], rows: Sequence[DuesRow], first: str, last: str
) -> PeriodFigures:
    """Return the figures of a period from its first to its last month (`2025-01`, `2025-03`).

    A payment counts once: in its own month, or in the one it came in when that is later.

    Source: `domain/pages.md` P24 (d).
    """
    listed = list(lines)
    on_time = late = unsettled = 0
    for line in listed:
        owed = [one for month, one in line.months.items() if first <= month <= last]
        owed = [one for one in owed if one.due_fen or one.paid_fen]
        if any(one.settled_in is None or one.settled_in > last for one in owed):
            unsettled += 1
        elif any(one.is_late for one in owed):
            late += 1
        elif owed:
            on_time += 1
    made_up = made_up_in(rows, first, last)
    own = [row for row in rows if row.month >= first and _is_settled_in(row, first, last)]
    made_up_fen = sum(row.paid_fen or 0 for row in made_up)
    return PeriodFigures(
        members=len(members_on((line.member for line in listed), month_ends(last)[1])),
        on_time=on_time,
        late=late,
        open=unsettled,
        made_up=len({row.member_id for row in made_up}),
        paid_fen=sum(row.paid_fen or 0 for row in own) + made_up_fen,
        made_up_fen=made_up_fen,
    )


def quarters_of(months: Iterable[str]) -> list[tuple[str, str]]:
    """Return the first and last month of each quarter that any of the months is in."""
    found = {(month[:4], (int(month[5:]) - 1) // 3) for month in months}
    return [
        (f"{year}-{quarter * 3 + 1:02}", f"{year}-{quarter * 3 + 3:02}")
        for year, quarter in sorted(found)
    ]


def months_joined(months: Iterable[str], year: int | None = None) -> str:
    """Return months as 1—3月、5月, those that follow each other drawn together.

    With a `year`, those of another one have theirs before them: 2024年12月.
    """
    return "、".join(
        ("" if year in (None, int(own)) else f"{own}年") + "、".join(_runs(same))
        for own, same in groupby(sorted(months), key=lambda month: month[:4])
    )


def _runs(months: Iterable[str]) -> Iterator[str]:
    runs: list[list[int]] = []
    for number in (int(month[5:]) for month in months):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        yield f"{run[0]}月" if len(run) == 1 else f"{run[0]}—{run[-1]}月"


def _owed(member: Member, month: str, row: DuesRow | None, rounding: str) -> Owed:
    if row is None:
        base_fen = base_on(member, month)
        due_fen, paid_fen, paid_on = due(member.dues_kind, base_fen, rounding).due_fen, None, None
    else:
        base_fen, due_fen, paid_fen, paid_on = row.base_fen, row.due_fen, row.paid_fen, row.paid_on
    is_known = due_fen > 0 or base_fen is not None or not needs_base(member.dues_kind)
    return Owed(month, due_fen, paid_fen, paid_on, is_known)


def _is_settled_in(row: DuesRow, first: str, last: str) -> bool:
    settled = Owed(row.month, row.due_fen, row.paid_fen, row.paid_on).settled_in
    return settled is not None and first <= settled <= last
