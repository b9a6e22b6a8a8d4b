"""The points of a member: each item of the scheme counted from the year's records.

A line the program wrote is known by its mark. Once somebody changed it, it is his, and counting
again leaves it as it is and says so.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from app.manual.counts import BASE, MEMBER_COUNTS
from app.manual.words import DRAFT
from app.records import Entry
from app.rules.counted import Place
from app.rules.deeds import Deed, grounds
from app.rules.entries import Values, decimal, is_empty, people_in, rows_in
from app.rules.scores import earned_tenths, member_tenths

_MARK_CHARACTERS = 8
MARK = "computed"
Columns = frozenset[str]
# Of a member the whole line is the program's; of the branch what it scored, as weights and what the
# committee above gives are filled in beside it.
WHOLE: Columns = frozenset()
OWN: Columns = frozenset({"own_tenths", "reason"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A line that was left as somebody changed it, though the records say something else."""

    item: str
    stands: str
    counted: str

    @property
    def sentence(self) -> str:
        """Return what stands there and what the records say."""
        return f"“{self.item}”改过，保留{self.stands}；按记录是{self.counted}。"


Merged = tuple[list[Values], list[Kept]]


@dataclass(frozen=True, slots=True)
class Way:
    """How lines of a page are told apart from what somebody filled in.

    `column` is what is filled in, `over` what the program's mark covers, and `said` tells what a
    line comes to.
    """

    column: str
    over: Columns
    said: Callable[[Values], str]

    def is_open(self, row: Values) -> bool:
        """Tell whether a line only says what is counted, as a new page begins."""
        told = row.get("grounds") or row.get("reason")
        return row.get(self.column) is None and is_empty(told)


def counted_rows(items: Iterable[Values], deeds: Sequence[Deed]) -> list[Values]:
    """Return the lines of a member: what is counted has its times and where they are recorded."""
    return [_counted(item, deeds) for item in items]


def _counted(item: Values, deeds: Sequence[Deed]) -> Values:
    word = item.get("counts")
    if word not in MEMBER_COUNTS:
        return dict(item)
    mine = deeds_counted(word, deeds)
    row = {**item, "times": 1 if word == BASE else sum(one.times for one in mine)}
    if mine:
        row["grounds"] = grounds(mine)
    return marked(row)


def deeds_counted(word: str, deeds: Iterable[Deed]) -> list[Deed]:
    """Return the deeds that count as a word."""
    return [one for one in deeds if one.counts == word]


def marked(row: Values, over: Columns = WHOLE) -> Values:
    """Return a line with the mark that it stands as the program wrote it."""
    return {**row, MARK: _mark(row, over)}


def is_by_hand(row: Values, over: Columns = WHOLE) -> bool:
    """Tell whether somebody wrote or changed a line, so that the program leaves it alone."""
    return row.get(MARK) != _mark(row, over)


def _mark(row: Values, over: Columns) -> str:
    names = sorted((over or row.keys()) - {MARK})
    said = [f"{name}={row[name]}" for name in names if not is_empty(row.get(name))]
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:_MARK_CHARACTERS]


def merged(rows: Sequence[Values], fresh: Iterable[Values], way: Way) -> Merged:
    """Return lines with what the program counted anew, and those it left though they differ.

    Lines are known by their item. One that somebody added or changed stays as it is; one he has not
    filled in yet is filled in. New items follow at the end, and what the program wrote for an item
    that is gone goes with it.
    """
    waiting: defaultdict[str, list[Values]] = defaultdict(list)
    for row in fresh:
        waiting[row["item"]].append(row)
    made: list[Values] = []
    kept: list[Kept] = []
    for row in rows:
        there = waiting.get(row.get("item", ""))
        new = there.pop(0) if there else None
        if new is not None and (way.is_open(row) or not is_by_hand(row, way.over)):
            made.append(new)
        elif is_by_hand(row, way.over):
            made.append(row)
            if new is not None and MARK in new and way.said(row) != way.said(new):
                kept.append(Kept(row["item"], way.said(row) or "空白", way.said(new)))
    return [*made, *chain.from_iterable(waiting.values())], kept


def times_said(row: Values) -> str:
    """Return what a line of a member comes to: 5次10分."""
    times, earned = row.get("times"), earned_tenths(row)
    if times is None or earned is None:
        return ""
    return f"{times}次{decimal(earned, 1)}分"


def own_said(row: Values) -> str:
    """Return what a line of the branch comes to: 9.5分."""
    own = row.get("own_tenths")
    return "" if own is None else f"{decimal(own, 1)}分"


MEMBER_WAY = Way("times", WHOLE, times_said)
BRANCH_WAY = Way("own_tenths", OWN, own_said)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands, as the records make it now, and the records behind it."""

    row: Values
    fresh: Values
    places: tuple[Place, ...]
    way: Way

    @property
    def is_open(self) -> bool:
        """Tell whether nothing is filled in that could be counted."""
        return self.way.is_open(self.row) and MARK in self.fresh

    @property
    def change(self) -> Kept | None:
        """Return how it differs from what the records say now; `None` where it does not."""
        stands, now = self.way.said(self.row), self.way.said(self.fresh)
        if MARK not in self.fresh or self.is_open or stands == now:
            return None
        return Kept(self.row.get("item", ""), stands, now)

    @property
    def is_by_hand(self) -> bool:
        """Tell whether somebody wrote or changed it."""
        return is_by_hand(self.row, self.way.over)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What counting makes of one member's page; `entry` is not kept yet.

    `was` is "new", "changed" or "same"; a "settled" one is left as it is.
    """

    member_id: str
    entry: Entry
    was: str
    kept: tuple[Kept, ...] = ()

    @property
    def tenths(self) -> int | None:
        """Return the member's points."""
        return member_tenths(rows_in(self.entry.values, "items"))


def is_settled_score(entry: Entry) -> bool:
    """Tell whether a score is settled: finalised, or with the day it was settled on."""
    return entry.state != DRAFT or not is_empty(entry.values.get("settled_on"))


def scored_member(entry: Entry) -> str:
    """Return the key of the member a score is of; empty while nobody is chosen."""
    return next((key for key, _ in people_in(entry.values, "member") if key), "")


def proposed(
    member_id: str, begun: Entry, there: Entry | None, fresh: Sequence[Values]
) -> Proposal:
    """Return what counting makes of a member's page: of the one that is there, or of a new one."""
    if there is None:
        begun.values = {"member": [{"member": member_id}], "items": list(fresh)}
        return Proposal(member_id, begun, "new")
    if is_settled_score(there):
        return Proposal(member_id, there, "settled")
    rows, kept = merged(rows_in(there.values, "items"), fresh, MEMBER_WAY)
    was = "same" if rows == rows_in(there.values, "items") else "changed"
    there.values = {**there.values, "items": rows}
    return Proposal(member_id, there, was, tuple(kept))


def scores_by_member(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """Return the scores of a year by member; of two for one member the one begun first."""
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(scored_member(entry), entry)
    found.pop("", None)
    return found
