"""What a chart of the year consists of: rows of cells over twelve months, as plain values.

Screen and paper draw the same cells, each in its own way: none of them counts anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.manual import words
from app.rules.reminders import Jump

MONTHS = 12


class Look(Enum):
    """What a cell says, as the sign in it and in a word; no colour is needed to read it."""

    DONE = ("√", "已完成")
    DRAFT = ("稿", "没有定稿")
    LATE = ("迟", "补记")
    MISSING = ("缺", "缺项")
    AHEAD = ("·", "还没有")
    UNASKED = (words.NOT_DUE_SYMBOL, "不要求")
    PRESENT = ("√", "出席")
    LEAVE = ("假", "请假")
    ABSENT = ("缺", "缺席")
    MADE_UP = ("补", "已补课")
    EXEMPT = ("免", "免于参加")
    NO_MEMBER = (words.NOT_DUE_SYMBOL, "不在本支部")
    SHARE = ("", "比例")

    @property
    def sign(self) -> str:
        """Return the sign that stands for it."""
        return self.value[0]

    @property
    def word(self) -> str:
        """Return what the sign means."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over one or more months.

    `text` stands in it: the sign of its look, followed by a day where there is room for one, or a
    figure. `said` is the whole of it in a sentence. `share` (0–1) is drawn as a bar under the
    figure. `jump` is the place that shows where it comes from, if there is one.
    """

    look: Look
    text: str
    said: str
    jump: Jump | None = None
    months: int = 1
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A named row whose cells cover the twelve months; in `has_bars` one stands for shares."""

    name: str
    cells: tuple[Cell, ...]
    has_bars: bool = False

    def starts(self) -> Iterator[tuple[int, Cell]]:
        """Yield each cell with the month it begins in, from 0."""
        month = 0
        for cell in self.cells:
            yield month, cell
            month += cell.months


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together, under a heading."""

    title: str
    rows: tuple[Row, ...]


def cell_of(look: Look, said: str, jump: Jump | None = None, months: int = 1) -> Cell:
    """Return a cell that holds the sign of its look."""
    return Cell(look, look.sign, said, jump, months)


def legend(*looks: Look) -> str:
    """Return what the signs of some looks mean: √ 出席　假 请假."""
    return "　".join(f"{look.sign} {look.word}" for look in looks)
