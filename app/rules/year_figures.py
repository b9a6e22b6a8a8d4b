"""The figures of a year that the annual summary names (年度总结数据)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.manual.kinds import KINDS, is_own_kind
from app.manual.words import VOID
from app.records import DuesRow, Entry, Meeting, Member
from app.rules.attendance import day_of, summary

_RATE_STEP = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What was held, attended, made up and paid in a year.

    `held` counts meetings by kind in the order of the kinds, those that are due regularly also
    where there was none; an occasion of several kinds counts under each. `due`, `came` and
    `joined` (came or made up) are summed over the theme days, `absent` and `made_up` over all
    meetings, each with its attendance confirmed. Rates are fractions, `None` when nobody was due
    or absent. `entries` counts fill-in pages by key, `grades` the members' pages by the grade
    given.
    """

    held: dict[str, int]
    due: int
    came: int
    joined: int
    absent: int
    made_up: int
    dues_due_fen: int
    dues_paid_fen: int
    entries: dict[str, int]
    grades: dict[str, int]

    @property
    def rate(self) -> Decimal | None:
        """Return how many of those due came to the theme days."""
        return _share(self.came, self.due)

    @property
    def effective_rate(self) -> Decimal | None:
        """Return how many of those due came to the theme days or made up."""
        return _share(self.joined, self.due)

    @property
    def made_up_rate(self) -> Decimal | None:
        """Return how many of those absent anywhere have made up."""
        return _share(self.made_up, self.absent)


def year_figures(
    meetings: Sequence[Meeting],
    members: Sequence[Member],
    dues: Iterable[DuesRow],
    entries: Iterable[Entry],
    counted_kind: str,
) -> YearFigures:
    """Return the figures of a year's records; attendance is that of meetings of one kind.

    What is void or has no day does not count.

    Source: `domain/pages.md` P29.
    """
    there = [
        one
        for one in meetings
        if one.deleted_at is None and one.state != VOID and day_of(one) is not None
    ]
    sums = [(one, summary(one, members)) for one in there if one.attendance_confirmed]
    rated = [figures for one, figures in sums if counted_kind in one.kinds]
    rows, valid = list(dues), [entry for entry in entries if entry.state != VOID]
    return YearFigures(
        held=_held(Counter(word for one in there for word in one.kinds)),
        due=sum(one.expected.total for one in rated),
        came=sum(one.present for one in rated),
        joined=sum(one.present + one.made_up for one in rated),
        absent=sum(len(figures.absent) for _, figures in sums),
        made_up=sum(figures.made_up for _, figures in sums),
        dues_due_fen=sum(row.due_fen for row in rows),
        dues_paid_fen=sum(row.paid_fen or 0 for row in rows),
        entries=dict(Counter(entry.page for entry in valid)),
        grades=dict(
            Counter(str(one.values.get("grade") or "") for one in valid if one.page == "appraisal")
        ),
    )


def _held(counted: Counter[str]) -> dict[str, int]:
    listed = [kind.word for kind in KINDS if kind.cadence or counted[kind.word]]
    own = sorted(word for word in counted if is_own_kind(word))
    return {word: counted[word] for word in (*listed, *own)}


def _share(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) / whole).quantize(_RATE_STEP) if whole else None
