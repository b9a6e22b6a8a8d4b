"""The help: Chinese pages opened at the place one is on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QWidget,
)

from app import paths
from ui import theme
from ui.navigation import ENTRIES

_LINE_PERCENT = 150.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
FIRST_TOPIC = "welcome"
TOPICS = (
    FIRST_TOPIC,
    *(entry.key for entry in ENTRIES),
    "attendance",
    "states",
    "shortcuts",
    "safety",
)


def page_of(topic: str) -> Path:
    """Return the file of a topic; an unknown one is answered by the first page."""
    path = paths.resource("help", f"{topic}.md")
    return path if path.is_file() else paths.resource("help", f"{FIRST_TOPIC}.md")


def title_of(path: Path) -> str:
    """Return a page's title: its first line."""
    with path.open(encoding="utf-8") as page:
        return page.readline().lstrip("# ").strip()


def dress(document: QTextDocument) -> None:
    """Give a page of Markdown the sizes and the air of the program."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        in_list = block.blockFormat().objectIndex() >= 0
        cursor = QTextCursor(block)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_PERCENT, _PROPORTIONAL)
        spacing.setTopMargin(theme.px(20 if level == 2 else 0))
        spacing.setBottomMargin(theme.px(4 if in_list else 8))
        cursor.mergeBlockFormat(spacing)
        if level:
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
            letters.setFont(theme.font("title" if level == 1 else "section", bold=True))
            cursor.mergeCharFormat(letters)
        block = block.next()


class HelpWindow(QWidget):
    """Topics at the left, the page at the right; links between pages stay inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("帮助")
        self.setProperty("role", "page")
        self.resize(theme.px(820), theme.px(640))
        self.topics = QListWidget()
        self.topics.setFixedWidth(theme.px(176))
        self.topics.setAccessibleName("帮助目录")
        self.topics.setProperty("role", "topics")
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName("帮助内容")
        self.browser.anchorClicked.connect(self._follow)
        self.browser.document().setDocumentMargin(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.topics)
        row.addWidget(self.browser, 1)
        for topic in TOPICS:
            item = QListWidgetItem(title_of(page_of(topic)))
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self.topics.addItem(item)
        self.topics.currentItemChanged.connect(lambda item, _old: self._show(item))
        for keys in ("F1", "Esc"):
            QShortcut(QKeySequence(keys), self, self.close)

    def open_at(self, topic: str) -> None:
        """Show a topic, in front."""
        row = TOPICS.index(topic) if topic in TOPICS else 0
        self.topics.setCurrentRow(row)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        path = page_of(str(item.data(Qt.ItemDataRole.UserRole)))
        self.browser.setMarkdown(path.read_text(encoding="utf-8"))
        dress(self.browser.document())
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, url: QUrl) -> None:
        topic = url.path().removesuffix(".md")
        if topic in TOPICS:
            self.topics.setCurrentRow(TOPICS.index(topic))
