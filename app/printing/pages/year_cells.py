"""The cells of a chart of the year on paper, and the strip of one member for his own page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.printing.sheet import Chart, ChartCell, ChartRow, Column
from app.rules.chart import MONTHS, Cell, Look, Row

_STRONG = frozenset({Look.MISSING, Look.ABSENT})
_THOUSAND = 1000


def cells_of(row: Row) -> Iterator[ChartCell]:
    """Yield the cells of a row of the chart."""
    return (_cell(cell) for cell in row.cells)


def month_columns(width_mm: float) -> tuple[Column, ...]:
    """Return the columns of the twelve months, `width_mm` together."""
    return tuple(Column(f"{month}月", width_mm / MONTHS) for month in range(1, MONTHS + 1))


def strip_chart(
    rows: Iterable[Row], width_mm: float = 162.0, label_mm: float = 30.0, *, height_mm: float = 8.0
) -> Chart:
    """Return strips under each other, each named at its left: a member's year on his own page.

    Args:
        rows: such as `app.rules.member_year.strip_of` returns.
        width_mm: of the whole table; 162 on an upright page, 246 across.
        label_mm: of the names.
        height_mm: of a row.
    """
    return Chart(
        (Column("月份", label_mm), *month_columns(width_mm - label_mm)),
        tuple(
            ChartRow((ChartCell(row.name, label=True), *cells_of(row)), height_mm) for row in rows
        ),
    )


def _cell(cell: Cell) -> ChartCell:
    return ChartCell(
        cell.text,
        span=cell.months,
        strong=cell.look in _STRONG,
        bar=None if cell.share is None else round(cell.share * _THOUSAND),
    )
