"""Scans of a meeting (扫描件): PDF files added by button or drop, opened in the system's viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.errors import AppError
from app.rules.filing import is_settled
from ui import temporary
from ui.forms.files import FilesSection, Sort
from ui.forms.locking import keep_open
from ui.forms.rows import Row, RowList
from ui.widgets.buttons import button
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from app.records import Attachment, Meeting
    from ui.forms.desk import Desk


class ScanRow(Row):
    """One scan: its name, its pages, and a button that opens it."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index, labelled=False)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.fields.line("name", "扫描件名称", "什么材料"), 1)
        self._pages = plain_label(role="secondary")
        line.addWidget(self._pages)
        self.open_button = button("打开", self._open, icon="external-link")
        self.open_button.setAccessibleName(f"打开第{index + 1}份扫描件")
        line.addWidget(self.open_button)
        keep_open(self.open_button)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show name and pages."""
        super().refresh()
        one = self.read(self.rows.section.desk.meeting)
        self._pages.setText("" if one is None else f"{one.pages} 页")

    def _open(self) -> None:
        section = self.rows.section
        if isinstance(section, AttachmentsSection):
            section.open(self.index)


class AttachmentsSection(FilesSection):
    """The scans in the order they were added; they are taken after 定稿 too."""

    name = "attachments"
    sort = Sort(
        "扫描件",
        "份",
        "签过字的页扫描成 PDF 后存在这里，点“添加扫描件”或把文件拖进来。",
        "upload",
        "PDF 扫描件 (*.pdf)",
        frozenset({".pdf"}),
    )
    row = ScanRow

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        keep_open(self.add_button)

    def files(self, meeting: Meeting) -> list[Attachment]:
        """Return the scans of a meeting."""
        return meeting.attachments

    def add(self, path: Path) -> Attachment:
        """Seal a scan."""
        return self.desk.context.services.attachments.add(path)

    def keep(self, taken: list[Attachment]) -> None:
        """Keep scans of signed pages at once: a finalised record has no step to undo."""
        if not is_settled(self.desk.meeting.state):
            super().keep(taken)
            return
        context = self.desk.context
        try:
            context.services.attachments.add_to_settled(self.desk.meeting.id, taken)
        except AppError as error:
            context.show_error(error)

    def open(self, index: int) -> None:
        """Open a scan in the system's viewer."""
        one, context = self.desk.meeting.attachments[index], self.desk.context
        try:
            temporary.view_pdf(one.name, context.services.attachments.pdf(one.content_hash))
        except AppError as error:
            context.show_error(error)
