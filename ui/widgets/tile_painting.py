"""How one attendance tile looks: glyph, word and colour say the same thing three times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from ui.theme import colour

if TYPE_CHECKING:
    from ui.widgets.member_tiles import Tile

GLYPH_PX = 18
PADDING_PX = 8
_RADIUS_PX = 4.0
_TEXT_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
    Qt.TextFlag.TextWrapAnywhere
)

PRESENT, LEAVE, ABSENT, MADE_UP = "present", "leave", "absent", "made_up"
TO_MAKE_UP, LATE, LEFT_EARLY, EXEMPT = "to_make_up", "late", "left_early", "exempt"


@dataclass(frozen=True, slots=True)
class Look:
    """Glyph (empty for a tick) and the colour tokens of glyph and ground."""

    glyph: str
    ink: str
    ground: str


LOOKS = {
    PRESENT: Look("", "present", "surface"),
    LEAVE: Look("假", "leave", "leave_tint"),
    ABSENT: Look("缺", "absent", "absent_tint"),
    MADE_UP: Look("补", "makeup", "makeup_tint"),
    TO_MAKE_UP: Look("补", "makeup", "surface"),
    LATE: Look("迟", "leave", "surface"),
    LEFT_EARLY: Look("退", "leave", "surface"),
    EXEMPT: Look("免", "secondary", "sunken"),
}


@dataclass(frozen=True, slots=True)
class TileState:
    """What the moment adds to a tile."""

    confirmed: bool
    dimmed: bool
    selected: bool
    current: bool
    hovered: bool


def paint_tile(painter: QPainter, place: QRect, tile: Tile, state: TileState) -> None:
    """Paint one tile into its place."""
    ratio = painter.device().devicePixelRatioF()
    face = _face(tile.look, state, place.width(), place.height(), ratio, painter.font().toString())
    if state.dimmed:
        painter.setOpacity(0.35)
    painter.drawPixmap(place.topLeft(), face)
    painter.setPen(colour("text" if tile.look == PRESENT else LOOKS[tile.look].ink))
    left = place.left() + 2 * PADDING_PX + GLYPH_PX
    room = QRect(left, place.top(), place.right() - left - 2, place.height())
    painter.drawText(room, _TEXT_FLAGS, tile.label)
    if state.dimmed:
        painter.setOpacity(1.0)


@lru_cache(maxsize=256)
def _face(
    look_key: str, state: TileState, width: int, height: int, ratio: float, font_key: str
) -> QPixmap:
    """Return ground, frame and glyph of a tile; hundreds of tiles share a handful of these."""
    face = QPixmap(round(width * ratio), round(height * ratio))
    face.setDevicePixelRatio(ratio)
    face.fill(Qt.GlobalColor.transparent)
    font = QFont()
    font.fromString(font_key)
    painter = QPainter(face)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    look = LOOKS[look_key]
    _paint_ground(painter, QRect(0, 0, width, height), look, state)
    place = QRect(PADDING_PX, 0, GLYPH_PX, height)
    unchecked = look_key == PRESENT and not state.confirmed
    ink = colour("disabled" if unchecked else look.ink)
    if look.glyph:
        _paint_glyph(painter, place, look.glyph, ink)
    else:
        paint_tick(painter, place, ink)
    painter.end()
    return face


def _paint_ground(painter: QPainter, place: QRect, look: Look, state: TileState) -> None:
    is_plain = look.ground == "surface"
    ground = colour("makeup_tint" if state.selected and is_plain else look.ground)
    frame, width = _frame_of(look), 1.0
    if state.hovered:
        frame = colour("border")
    if state.selected or state.current:
        frame, width = colour("focus"), 2.0 if state.current else 1.5
    inset = width / 2
    painter.setPen(QPen(frame, width))
    painter.setBrush(ground)
    painter.drawRoundedRect(
        QRectF(place).adjusted(inset, inset, -inset, -inset), _RADIUS_PX, _RADIUS_PX
    )


def _frame_of(look: Look) -> QColor:
    """Return a frame that belongs to the glyph without outshouting it."""
    if look is LOOKS[PRESENT]:
        return colour("divider")
    frame = colour(look.ink)
    frame.setAlphaF(0.45)
    return frame


def _paint_glyph(painter: QPainter, place: QRect, glyph: str, ink: QColor) -> None:
    font = painter.font()
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(ink)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), glyph)
    painter.setFont(font)


def paint_tick(painter: QPainter, place: QRect, ink: QColor) -> None:
    """Paint a tick into the middle of a place."""
    # Drawn, not written: not every font a branch's computer has knows the sign.
    middle = QRectF(place).center()
    painter.setPen(
        QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolyline(
        [
            middle + QPointF(-5.0, 0.5),
            middle + QPointF(-1.5, 4.0),
            middle + QPointF(5.5, -4.0),
        ]
    )


def paint_band(painter: QPainter, band: QRect) -> None:
    """Paint the frame a drag draws."""
    veil = colour("focus")
    painter.setPen(QPen(veil, 1.0))
    veil.setAlphaF(0.1)
    painter.setBrush(veil)
    painter.drawRect(band.adjusted(0, 0, -1, -1))
