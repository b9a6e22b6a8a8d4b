"""The cells of a chart of the year on paper, for any page that shows one."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.sheet import ChartCell, Column
from app.rules.chart import MONTHS, Cell, Look, Row

_STRONG = frozenset({Look.MISSING, Look.ABSENT})
_THOUSAND = 1000


def cells_of(row: Row) -> Iterator[ChartCell]:
    """Yield the cells of a row of the chart."""
    return (_cell(cell) for cell in row.cells)


def month_columns(width_mm: float) -> tuple[Column, ...]:
    """Return the columns of the twelve months, `width_mm` together."""
    return tuple(Column(f"{month}月", width_mm / MONTHS) for month in range(1, MONTHS + 1))


def _cell(cell: Cell) -> ChartCell:
    return ChartCell(
        cell.text,
        span=cell.months,
        strong=cell.look in _STRONG,
        bar=None if cell.share is None else round(cell.share * _THOUSAND),
    )
