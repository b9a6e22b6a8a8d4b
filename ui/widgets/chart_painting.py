"""How the cells of a chart look: sign and word say what the colour says."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.rules.chart import Cell, Look
from ui.theme import colour
from ui.widgets.tile_painting import paint_tick

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RADIUS_PX = 3.0
_TICK_PX = 14
_BAR_SIDE = 0.3
_DONE = frozenset({Look.DONE, Look.PRESENT})


class Tint(NamedTuple):
    """Colour tokens of what is written and of the ground it stands on."""

    ink: str
    ground: str


TINTS = {
    Look.DONE: Tint("present", "present_tint"),
    Look.DRAFT: Tint("makeup", "makeup_tint"),
    Look.LATE: Tint("leave", "leave_tint"),
    Look.MISSING: Tint("absent", "absent_tint"),
    Look.AHEAD: Tint("secondary", "surface"),
    Look.UNASKED: Tint("secondary", "surface"),
    Look.PRESENT: Tint("present", "present_tint"),
    Look.LEAVE: Tint("leave", "leave_tint"),
    Look.ABSENT: Tint("absent", "absent_tint"),
    Look.MADE_UP: Tint("makeup", "makeup_tint"),
    Look.EXEMPT: Tint("secondary", "sunken"),
    Look.NO_MEMBER: Tint("secondary", "surface"),
    Look.SHARE: Tint("text", "surface"),
}
# What has to be looked after is written bold as well.
_BOLD = frozenset({Look.MISSING, Look.ABSENT, Look.LATE})


def paint_cell(painter: QPainter, place: QRect, cell: Cell, *, hovered: bool) -> None:
    """Paint a cell into its place, a little smaller than that."""
    tint = TINTS[cell.look]
    inner = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.setBrush(colour(tint.ground))
    painter.setPen(colour("border") if hovered and cell.jump else colour("divider"))
    painter.drawRoundedRect(inner, _RADIUS_PX, _RADIUS_PX)
    if cell.share is not None:
        _paint_bar(painter, inner, cell, float(cell.share))
    else:
        _paint_text(painter, place, cell, tint)


def paint_ring(painter: QPainter, place: QRect) -> None:
    """Paint the ring around the cell the keyboard is at."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("focus"), 2.0))
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), _RADIUS_PX, _RADIUS_PX)


def _paint_text(painter: QPainter, place: QRect, cell: Cell, tint: Tint) -> None:
    """Write the sign, and the day behind it where both fit."""
    ink, more = colour(tint.ink), cell.text.removeprefix(cell.look.sign)
    plain = painter.font()
    metrics = painter.fontMetrics()
    if cell.look not in _DONE:
        if cell.look in _BOLD:
            bold = QFont(plain)
            bold.setBold(True)
            painter.setFont(bold)
        painter.setPen(ink)
        fits = painter.fontMetrics().horizontalAdvance(cell.text) <= place.width() - 4
        painter.drawText(place, _CENTRE, cell.text if fits else cell.look.sign)
        painter.setFont(plain)
        return
    needed = _TICK_PX + metrics.horizontalAdvance(more)
    if more and needed <= place.width() - 4:
        left = place.left() + (place.width() - needed) // 2
        painter.setPen(ink)
        room = QRect(left + _TICK_PX, place.top(), needed, place.height())
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft), more
        )
        place = QRect(left, place.top(), _TICK_PX, place.height())
    if cell.text:
        paint_tick(painter, place, ink)


def _paint_bar(painter: QPainter, inner: QRectF, cell: Cell, share: float) -> None:
    """Draw the bar from the foot, with its figure on top."""
    line = painter.fontMetrics().height()
    room = inner.height() - line - 3
    tall = room * share
    side = inner.width() * _BAR_SIDE
    bar = QRectF(inner.left() + side, inner.bottom() - tall, inner.width() - 2 * side, tall)
    painter.setPen(colour("makeup"))
    painter.setBrush(colour("makeup_tint"))
    painter.drawRect(bar)
    painter.setPen(colour("text"))
    above = QPointF(inner.left(), bar.top() - line - 1)
    painter.drawText(QRectF(above.x(), above.y(), inner.width(), line), _CENTRE, cell.text)
