"""The year's meetings as cards, newest first, with year and trash."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import SectionTitle
from ui.widgets.marks import Mark

WIDTH_PX = 216
_PADDING_PX = 10
_THEME_LINES = 2
_CARD_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """What a card says: key of the meeting, day, theme, mark and the word beside it.

    `lead` goes before the theme where meetings of several kinds stand in one list.
    """

    key: str
    day: str
    theme: str
    mark: Mark
    word: str
    lead: str = ""

    @property
    def text(self) -> str:
        """Return the words of the card under its day."""
        return "　".join(filter(None, (self.lead, self.theme or "（主题未填）")))


class MeetingList(QWidget):
    """Chooses a meeting; what begins a new one goes into `top`.

    `chosen` carries its key, `year_chosen` a year, `delete_requested` a key.
    """

    chosen = Signal(str)
    year_chosen = Signal(int)
    delete_requested = Signal(str)
    trash_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list with an accessible name."""
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.year = 0
        self._year_label = SectionTitle()
        self.earlier_button = icon_button("chevron-left", "上一年", lambda: self._step_year(-1))
        self.later_button = icon_button("chevron-right", "下一年", lambda: self._step_year(1))
        self.list = _Cards()
        self.list.setAccessibleName(name)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.menu_requested.connect(self._open_menu)
        self.trash_button = button(
            "回收站", self.trash_requested.emit, icon="trash-2", role="quiet"
        )
        years = QHBoxLayout()
        years.setSpacing(0)
        years.addWidget(self.earlier_button)
        years.addWidget(self._year_label)
        years.addWidget(self.later_button)
        years.addStretch(1)
        self.top = QVBoxLayout()
        self.top.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(years)
        layout.addLayout(self.top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_year(self, year: int, trashed: int) -> None:
        """Show which year it is and how many meetings lie in the trash."""
        self.year = year
        self._year_label.setText(f"{year} 年")
        self.trash_button.setText(f"回收站 {trashed}" if trashed else "回收站")
        self.trash_button.setVisible(bool(trashed))

    def show_cards(self, cards: list[MeetingCard], current: str) -> None:
        """Show cards in order; the current one is chosen without telling anybody."""
        self.list.blockSignals(True)
        while self.list.count() > len(cards):
            self.list.takeItem(self.list.count() - 1)
        # Every item is filled before the list may ask how high any of them is.
        for row, card in enumerate(cards):
            item = self.list.item(row) if row < self.list.count() else QListWidgetItem()
            self._fill(item, card)
            if row == self.list.count():
                self.list.addItem(item)
        keys = [card.key for card in cards]
        self.list.setCurrentRow(keys.index(current) if current in keys else -1)
        self.list.blockSignals(False)

    def show_card(self, card: MeetingCard) -> None:
        """Show one card anew."""
        for row in range(self.list.count()):
            shown = self.list.item(row).data(_CARD_ROLE)
            if shown.key == card.key and shown != card:
                self._fill(self.list.item(row), card)

    def keys(self) -> list[str]:
        """Return the keys of the cards in order."""
        return [self.list.item(row).data(_CARD_ROLE).key for row in range(self.list.count())]

    def choose(self, key: str) -> None:
        """Choose a card without telling anybody."""
        self.list.blockSignals(True)
        if key in self.keys():
            self.list.setCurrentRow(self.keys().index(key))
        self.list.blockSignals(False)

    def _fill(self, item: QListWidgetItem, card: MeetingCard) -> None:
        item.setData(_CARD_ROLE, card)
        words = f"{card.day} {card.text} {card.word}"
        item.setToolTip("　".join(filter(None, (card.lead, card.theme))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_CARD_ROLE).key)

    def _step_year(self, by: int) -> None:
        self.year_chosen.emit(self.year + by)

    def _open_menu(self, key: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction(theme.icon("trash-2"), "移到回收站")
        action.triggered.connect(lambda _checked=False: self.delete_requested.emit(key))
        menu.popup(self.cursor().pos())


class _Cards(QListWidget):
    """The list itself; the right button asks for a card's menu without choosing it."""

    menu_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "cards")
        self.setItemDelegate(_CardDelegate(self))
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        # Cards are as high as their text at the width there is, also after that has changed.
        self.setWordWrap(True)
        self.viewport().setAutoFillBackground(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu by the right button."""
        item = self.itemAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton:
            if item is not None:
                self.menu_requested.emit(item.data(_CARD_ROLE).key)
            return
        super().mousePressEvent(event)


class _CardDelegate(QStyledItemDelegate):
    """Paints a card: day and mark in one line, the theme in up to two."""

    def __init__(self, cards: QListWidget) -> None:
        super().__init__(cards)
        self._cards = cards

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        card = index.data(_CARD_ROLE)
        width = self._cards.viewport().width()
        lines = len(_theme_lines(card.text, width - 2 * _PADDING_PX - 8))
        small = QFontMetrics(theme.font("secondary_size")).height()
        body = QFontMetrics(theme.font()).height()
        return QSize(width, small + lines * body + 3 * 8 + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(_CARD_ROLE)
        rect: QRect = option.rect.adjusted(1, 0, -1, -6)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, rect, chosen=chosen, hovered=hovered)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        inner = rect.adjusted(_PADDING_PX + 2, 8, -_PADDING_PX, -8)
        self._paint_head(painter, inner, card)
        painter.setFont(theme.font(bold=chosen))
        painter.setPen(theme.colour("text" if card.theme else "disabled"))
        top = inner.top() + QFontMetrics(theme.font("secondary_size")).height() + 4
        metrics = QFontMetrics(theme.font(bold=chosen))
        for line in _theme_lines(card.text, inner.width()):
            painter.drawText(inner.left(), top + metrics.ascent(), line)
            top += metrics.height()
        painter.restore()

    def _paint_head(self, painter: QPainter, inner: QRect, card: MeetingCard) -> None:
        painter.setFont(theme.font("secondary_size"))
        metrics = QFontMetrics(theme.font("secondary_size"))
        painter.setPen(theme.colour("secondary"))
        baseline = inner.top() + metrics.ascent()
        painter.drawText(inner.left(), baseline, card.day)
        edge = theme.px(14)
        word_px = metrics.horizontalAdvance(card.word)
        right = inner.right() - word_px
        painter.setPen(theme.colour(card.mark.tint))
        painter.drawText(right, baseline, card.word)
        pixmap = card.mark.pixmap(edge, painter.device().devicePixelRatioF())
        painter.drawPixmap(right - edge - 4, inner.top() + (metrics.height() - edge) // 2, pixmap)


def _paint_ground(painter: QPainter, rect: QRect, *, chosen: bool, hovered: bool) -> None:
    painter.setPen(QPen(theme.colour("accent" if chosen else "divider"), 1))
    painter.setBrush(theme.colour("accent_tint" if chosen else "hover" if hovered else "surface"))
    painter.drawRoundedRect(rect, 6, 6)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRect(rect.left(), rect.top() + 6, 3, rect.height() - 12), 1, 1)


def _theme_lines(text: str, width: int) -> list[str]:
    """Return a theme in at most two lines, the last one ending in … where there is more."""
    font = theme.font(bold=True)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == _THEME_LINES - 1:
            rest = QFontMetrics(font).elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
            lines.append(rest)
            break
        lines.append(text[start : start + length])
    layout.endLayout()
    return lines
