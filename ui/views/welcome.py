"""The first run: the branch's name and its fixed day, and the recovery code, shown once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from ui import dialogs, theme
from ui.views.base import commit_input
from ui.widgets.banner import Banner
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import WrappedLabel, plain_label
from ui.widgets.line_field import LineField
from ui.widgets.page import Page

if TYPE_CHECKING:
    from app.services import Services

_WIDTH_PX = 560
_DEFAULT_DAY = 7
_LAST_DAY = 28


class WelcomeView(QWidget):
    """Two short pages; `started` carries the services when the user may begin.

    `sample_requested` is the wish to look at the sample branch first, `roll_up_requested` to put
    branches' reports together without records of one's own, `help_requested` for help.
    """

    started = Signal(object)
    sample_requested = Signal()
    roll_up_requested = Signal()
    help_requested = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._services: Services | None = None
        self.banner = Banner()
        self.name = LineField("例如：中共红岭市运输公司第一支部委员会")
        self.day = ChoiceField([(str(day), f"每月 {day} 日") for day in range(1, _LAST_DAY + 1)])
        self.day.set_value(str(_DEFAULT_DAY))
        self.roll_up_button = button(
            "上级：汇总各支部月报", self.roll_up_requested.emit, role="quiet"
        )
        self.start_button = primary_button("开始使用", self.start)
        self.code = QLabel()
        self.kept = QCheckBox("我已经抄写或打印，并放在安全的地方")
        self.go_button = primary_button("进入支部手册", self._go)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._branch_page())
        self.pages.addWidget(self._code_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.pages, 1)
        QShortcut(QKeySequence("F1"), self, self.help_requested.emit)
        self.name.returnPressed.connect(self.start)
        self.kept.toggled.connect(self.go_button.setEnabled)

    def start(self) -> None:
        """Make the file of records with this branch in it."""
        commit_input()
        name = self.name.text().strip()
        if not name:
            self.banner.show_message("请填写党支部名称，它会印在每一页上。", kind="warning")
            self.name.setFocus()
            return
        self.banner.clear()
        self.start_button.setEnabled(False)
        try:
            self._create(name, int(self.day.value()))
        except AppError as error:
            self.banner.show_message(str(error))
        finally:
            self.start_button.setEnabled(True)

    def _create(self, name: str, theme_day: int) -> None:
        from app.services import Services

        if Services.exists(self._folder):
            services = Services.open(self._folder)
            services.start_branch(name, theme_day)
            self.started.emit(services)
            return
        services, code = Services.create(self._folder)
        services.start_branch(name, theme_day)
        self._services = services
        self.code.setText(code)
        self.pages.setCurrentIndex(1)
        self.copy_button.setFocus()

    def _go(self) -> None:
        if self._services is not None:
            self.started.emit(self._services)

    def _branch_page(self) -> QWidget:
        page, body = _narrow_page()
        body.addWidget(plain_label("欢迎使用支部手册", "title"))
        body.addWidget(
            WrappedLabel(
                "每月记一次组织生活，打印出可以签字归档的手册页。"
                "全部内容只存在这台电脑上，不联网。",
                "",
            )
        )
        card = Card("先填两项，其余以后再说")
        grid = FieldGrid(columns=2)
        grid.add("党支部名称(&N)", self.name, span=2, hint="全称，会印在每一页上。")
        grid.add(
            "主题党日固定日(&D)",
            self.day,
            span=2,
            hint="遇到节假日会提醒您另定日期，并请您写明原因。",
        )
        card.body.addWidget(grid)
        body.addWidget(card)
        row = QHBoxLayout()
        row.addWidget(button("先看看示例支部", self.sample_requested.emit, role="quiet"))
        row.addWidget(self.roll_up_button)
        row.addStretch(1)
        row.addWidget(self.start_button)
        body.addLayout(row)
        body.addStretch(1)
        return page

    def _code_page(self) -> QWidget:
        page, body = _narrow_page()
        body.addWidget(plain_label("请收好恢复码", "title"))
        body.addWidget(
            WrappedLabel(
                "记录是加密保存的，平时打开不需要密码。电脑坏了或者换了电脑，"
                "要靠这串恢复码才能打开备份。它只显示这一次，请打印或抄下来，"
                "和支部的公章放在一起保管。",
                "",
            )
        )
        self.code.setProperty("role", "code")
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setWordWrap(True)
        self.code.setAccessibleName("恢复码")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        body.addWidget(self.code)
        row = QHBoxLayout()
        self.copy_button = button("复制", self._copy, icon="copy")
        row.addWidget(self.copy_button)
        row.addWidget(button("另存为文本…", self._save, icon="save"))
        row.addStretch(1)
        body.addLayout(row)
        body.addWidget(
            WrappedLabel("另存的文件不要和记录放在同一个地方；存到 U 盘再打印最稳妥。", "hint")
        )
        body.addSpacing(8)
        body.addWidget(self.kept)
        last = QHBoxLayout()
        last.addStretch(1)
        self.go_button.setEnabled(False)
        last.addWidget(self.go_button)
        body.addLayout(last)
        body.addStretch(1)
        return page

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())
        self.copy_button.setText("已复制")

    def _save(self) -> None:
        suggested = Path.home() / "支部手册恢复码.txt"
        path = dialogs.ask_save_path(self, "保存恢复码", suggested, "文本文件 (*.txt)")
        if path is None:
            return
        text = f"支部手册恢复码\n{self.name.text().strip()}\n\n{self.code.text()}\n"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError:
            self.banner.show_message("恢复码没有存成。请换一个文件夹，或者抄写下来。")


class FillingView(QWidget):
    """Says that the sample is being made, which takes a moment the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page, body = _narrow_page()
        body.addWidget(plain_label("示例支部", "title"))
        sentence = "正在放入一个虚构支部2025年全年的记录，请稍候。第一次打开才需要这样做。"
        body.addWidget(WrappedLabel(sentence, "hint"))
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)


class FailedView(QWidget):
    """Says why the records cannot be opened, and what can be done."""

    retry_requested = Signal()
    close_requested = Signal()

    def __init__(self, sentence: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page, body = _narrow_page()
        body.addWidget(plain_label("没有打开记录", "title"))
        card = Card()
        self.sentence = WrappedLabel(sentence, "")
        card.body.addWidget(self.sentence)
        card.body.addWidget(WrappedLabel(f"记录所在的文件夹：{folder}", "hint"))
        body.addWidget(card)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("退出", self.close_requested.emit))
        row.addWidget(primary_button("再试一次", self.retry_requested.emit))
        body.addLayout(row)
        body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)


def _narrow_page() -> tuple[QWidget, QVBoxLayout]:
    """Return a page whose column stands in the middle, and the column's layout."""
    page = Page()
    column = QWidget()
    column.setMaximumWidth(theme.px(_WIDTH_PX))
    layout = QVBoxLayout(column)
    layout.setContentsMargins(8, 32, 8, 16)
    layout.setSpacing(16)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(column, 100)
    row.addStretch(1)
    page.body.addLayout(row)
    return page, layout
