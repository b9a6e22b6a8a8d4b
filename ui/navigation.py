"""The column at the left: whose manual this is, and where one can go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.manual.kinds import THEME_DAY
from ui import theme
from ui.widgets.labels import WrappedLabel, plain_label

WIDE_PX = 176
NARROW_PX = 60
_ICON_PX = 20
_BAR_PX = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to go: key of the view, its word, its icon and the keys that lead there."""

    key: str
    word: str
    icon: str
    keys: str = ""


ENTRIES = tuple(
    replace(entry, keys=f"Ctrl+{place % 10}")
    for place, entry in enumerate(
        (
            Entry("home", "工作台", "house"),
            Entry("theme_days", "主题党日", "flag"),
            Entry("meetings", "三会一课", "message-square"),
            Entry("members", "党员", "users"),
            Entry("dues", "党费", "coins"),
            Entry("registers", "登记", "book-open"),
            Entry("plans", "计划总结", "calendar-days"),
            Entry("inspection", "督查考核", "list-checks"),
            Entry("archive", "档案打印", "archive"),
            Entry("settings", "设置", "settings"),
        ),
        1,
    )
)


def view_of(meeting_words: Collection[str]) -> str:
    """Return the key of the view that holds a meeting of some kinds."""
    return "theme_days" if THEME_DAY in meeting_words else "meetings"


class Navigation(QWidget):
    """Entries with icon and word, below a width icons with tooltips only.

    `entry_requested` carries the key of a view, `help_requested` and `find_requested` nothing.
    """

    entry_requested = Signal(str)
    help_requested = Signal()
    find_requested = Signal()

    def __init__(self, entries: Sequence[Entry] = ENTRIES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("导航")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, NavigationButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 8)
        layout.setSpacing(2)
        self._brand = plain_label("支部手册", "brand")
        self._brand.setContentsMargins(8, 0, 0, 0)
        self._branch = WrappedLabel("", "secondary")
        self._branch.setContentsMargins(8, 0, 4, 0)
        layout.addWidget(self._brand)
        layout.addWidget(self._branch)
        layout.addSpacing(12)
        for entry in entries:
            layout.addWidget(self._entry_button(entry))
        layout.addStretch(1)
        self._find = NavigationButton(Entry("", "查找", "search", "Ctrl+K"), quiet=True)
        self._find.clicked.connect(lambda _checked=False: self.find_requested.emit())
        self._help = NavigationButton(Entry("", "帮助", "circle-question-mark", "F1"), quiet=True)
        self._help.clicked.connect(lambda _checked=False: self.help_requested.emit())
        layout.addWidget(self._find)
        layout.addWidget(self._help)
        self.set_narrow(narrow=False)

    def set_branch(self, name: str) -> None:
        """Show whose manual this is."""
        self._branch.setText(name)
        self._branch.setToolTip(name)

    def set_current(self, key: str) -> None:
        """Mark the entry one is on."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            # Of an exclusive group Qt lets Tab stop only at the button that had the focus last.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or words as well."""
        self.setFixedWidth(theme.px(NARROW_PX if narrow else WIDE_PX))
        self._brand.setText("手册" if narrow else "支部手册")
        self._brand.setContentsMargins(0 if narrow else 8, 0, 0, 0)
        self._brand.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if narrow else Qt.AlignmentFlag.AlignLeft
        )
        self._branch.setVisible(not narrow)
        for button in (*self._buttons.values(), self._find, self._help):
            button.set_narrow(narrow=narrow)

    def set_ready(self, *, ready: bool) -> None:
        """Let entries be chosen once there are records to show."""
        for button in (*self._buttons.values(), self._find):
            button.setEnabled(ready)

    def _entry_button(self, entry: Entry) -> NavigationButton:
        button = NavigationButton(entry)
        button.clicked.connect(lambda _checked=False: self.entry_requested.emit(entry.key))
        self._group.addButton(button)
        self._buttons[entry.key] = button
        return button


class NavigationButton(QAbstractButton):
    """A row with icon and word; the chosen one has a red tint and a bar that shifts nothing."""

    def __init__(self, entry: Entry, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._quiet = quiet
        self._narrow = False
        self.setText(entry.word)
        self.setAccessibleName(entry.word)
        self.setCheckable(not quiet)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon only, with the word as tooltip."""
        self._narrow = narrow
        keys = f"（{self._entry.keys}）" if self._entry.keys else ""
        self.setToolTip(f"{self._entry.word}{keys}" if narrow or keys else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row's size."""
        return QSize(theme.px(40), theme.px(34 if self._quiet else 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, bar, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        edge = theme.px(16 if self._quiet else _ICON_PX)
        x = (self.width() - edge) // 2 if self._narrow else 12
        pixmap = theme.pixmap(self._entry.icon, self._icon_tint(), edge, self.devicePixelRatioF())
        painter.drawPixmap(x, (self.height() - edge) // 2, pixmap)
        if self._narrow:
            return
        token = "secondary_size" if self._quiet else "body"
        painter.setFont(theme.font(token, bold=self.isChecked()))
        painter.setPen(theme.colour(self._text_tint()))
        room = self.rect().adjusted(x + edge + 10, 0, -8, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags), self._entry.word)
        if self._quiet:
            painter.setPen(theme.colour("secondary"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(room, int(flags), self._entry.keys)

    def _text_tint(self) -> str:
        if not self.isEnabled():
            return "disabled"
        if self.isChecked():
            return "accent_text"
        return "secondary" if self._quiet else "text"

    def _icon_tint(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "accent" if self.isChecked() else "secondary"

    def _paint_ground(self, painter: QPainter) -> None:
        ground = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour("accent_tint"))
            painter.drawRoundedRect(ground, 6, 6)
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(0, self.height() * 0.25, _BAR_PX, self.height() * 0.5)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 5, 5)
