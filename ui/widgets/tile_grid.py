"""A roster as painted tiles: where they stand, which are lit, how they look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.widgets.scrolling import show_place
from ui.widgets.tile_cursor import TileCursor
from ui.widgets.tile_layout import TileSizes, place_tiles
from ui.widgets.tile_painting import GLYPH_PX, PADDING_PX, TileState, paint_band, paint_tile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LEAST_WIDTH_PX = 100
LEAST_HEIGHT_PX = 38
GAP_PX = 6


@dataclass(frozen=True, slots=True)
class Tile:
    """One person: key, name, look (of `ui.widgets.tile_painting.LOOKS`), state word and a remark.

    `tags` are the words the count chips filter by; `pinyin` is a reading corrected by hand;
    `mark` tells two people of one name apart.
    """

    key: str
    name: str
    look: str
    word: str
    remark: str = ""
    pinyin: str = ""
    tags: frozenset[str] = frozenset()
    mark: str = ""

    @property
    def label(self) -> str:
        """The name, with the mark where another one has the same."""
        return f"{self.name}（{self.mark}）" if self.mark else self.name


class TileGrid(QWidget):
    """Shows tiles in as many columns as fit, and where keyboard and selection are."""

    def __init__(
        self, rank: Callable[[str, str, str], int | None], parent: QWidget | None = None
    ) -> None:
        """Make an empty grid; `rank(query, name, pinyin)` tells how well letters fit a name."""
        super().__init__(parent)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._rank = rank
        self._cursor = TileCursor()
        self._tiles: list[Tile] = []
        self._places: list[QRect] = []
        self._needed: list[int] = []
        self._heights: dict[int, int] = {}
        self._tag = ""
        self._confirmed = False
        self._renamed = False
        self._hovered = -1
        self._band = QRect()

    def set_tiles(self, tiles: Sequence[Tile], *, confirmed: bool) -> None:
        """Show these people; selection and current person stay where they are by key."""
        current, selected = self.current_key(), self.selected_keys()
        renamed = [tile.label for tile in tiles] != [tile.label for tile in self._tiles]
        self._renamed = self._renamed or renamed
        self._tiles = list(tiles)
        self._confirmed = confirmed
        if renamed:
            self._measure()
        keys = {tile.key: number for number, tile in enumerate(self._tiles)}
        self._cursor.current = keys.get(current, -1)
        self._cursor.selected = {keys[key] for key in selected if key in keys}
        self._show_filtered()

    def set_filter(self, tag: str) -> None:
        """Show only people with a tag; an empty one shows everybody."""
        if tag != self._tag:
            self._tag = tag
            self._show_filtered()

    def current_key(self) -> str:
        """Return the key of the person the keyboard is at, or an empty text."""
        return self._tiles[self._cursor.current].key if self._cursor.current >= 0 else ""

    def selected_keys(self) -> list[str]:
        """Return the keys of the selected people in reading order."""
        return [self._tiles[number].key for number in sorted(self._cursor.selected)]

    def go_to_key(self, key: str) -> None:
        """Make a person the current one and scroll there."""
        for number in self._cursor.shown:
            if self._tiles[number].key == key:
                self._cursor.current = number
                self._moved()

    def place_of(self, key: str) -> QRect:
        """Return where the tile of a person stands, or an empty rectangle."""
        for number, place in self._placed():
            if self._tiles[number].key == key:
                return place
        return QRect()

    def hasHeightForWidth(self) -> bool:
        """Tell the layout that fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all tiles need at a width."""
        if width not in self._heights:
            needed = [self._needed[number] for number in self._cursor.shown]
            placed = place_tiles(needed, width, self._sizes())[1]
            self._heights[width] = max(self._sizes().height_px, placed)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a comfortable size for the people shown."""
        width = 6 * (LEAST_WIDTH_PX + GAP_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one tile."""
        sizes = self._sizes()
        return QSize(sizes.width_px, sizes.height_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tiles anew."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the names anew when the font changed."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
            self._place()
            self.updateGeometry()
        super().changeEvent(event)

    def _sizes(self) -> TileSizes:
        metrics = self.fontMetrics()
        four = metrics.horizontalAdvance("国" * 4) + GLYPH_PX + 3 * PADDING_PX
        line = metrics.height()
        return TileSizes(max(LEAST_WIDTH_PX, four), max(LEAST_HEIGHT_PX, line + 16), line, GAP_PX)

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        frame = GLYPH_PX + 3 * PADDING_PX
        self._needed = [metrics.horizontalAdvance(tile.label) + frame for tile in self._tiles]
        self._heights.clear()

    def _place(self) -> None:
        needed = [self._needed[number] for number in self._cursor.shown]
        self._places = place_tiles(needed, self.width(), self._sizes())[0]
        self.update()

    def _placed(self) -> zip[tuple[int, QRect]]:
        return zip(self._cursor.shown, self._places, strict=True)

    def _show_filtered(self) -> None:
        shown = [
            number
            for number, tile in enumerate(self._tiles)
            if not self._tag or self._tag in tile.tags
        ]
        same = shown == self._cursor.shown and len(self._places) == len(shown)
        self._cursor.show(shown, self._rank_of)
        if same and not self._renamed:
            self.update()
            return
        self._renamed = False
        self._heights.clear()
        self._place()
        self.updateGeometry()

    def _rank_of(self, number: int) -> int | None:
        tile = self._tiles[number]
        return self._rank(self._cursor.query, tile.name, tile.pinyin)

    def _moved(self) -> None:
        """Show and tell where the keyboard is now."""
        self.update()
        if self._cursor.current < 0:
            return
        tile = self._tiles[self._cursor.current]
        show_place(self, self.place_of(tile.key))
        self.setAccessibleDescription(f"{tile.label} {tile.word}")
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the mouse was over."""
        self._hover(-1)

    def event(self, event: QEvent) -> bool:
        """Say the whole of a tile in its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._tile_at(event.pos())
            if number >= 0:
                tile = self._tiles[number]
                words = (tile.label, tile.word, tile.remark)
                QToolTip.showText(event.globalPos(), "  ".join(filter(None, words)), self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    def _tile_at(self, point: QPoint) -> int:
        return next((number for number, place in self._placed() if place.contains(point)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tiles that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cursor, found = self._cursor, set(self._cursor.found)
        ringed = self.hasFocus() or bool(cursor.query)
        for number, place in self._placed():
            if not place.intersects(event.rect()):
                continue
            state = TileState(
                confirmed=self._confirmed,
                dimmed=number not in found,
                selected=number in cursor.selected,
                current=number == cursor.current and ringed and number in found,
                hovered=number == self._hovered,
            )
            paint_tile(painter, place, self._tiles[number], state)
        if not self._band.isNull():
            paint_band(painter, self._band)
