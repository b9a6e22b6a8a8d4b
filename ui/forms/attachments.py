"""Scans of a meeting (扫描件): PDF files added by button or drop, opened in the system's viewer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app.errors import AppError
from app.rules.filing import is_settled
from ui import dialogs, temporary
from ui.forms.dropping import dropped_files
from ui.forms.locking import keep_open
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.records import Attachment
    from ui.forms.desk import Desk
    from ui.jobs import Progress

KINDS = "PDF 扫描件 (*.pdf)"
SUFFIXES = frozenset({".pdf"})


class AttachmentsSection(Section):
    """The scans in the order they were added."""

    name = "attachments"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.card = Card(
            "扫描件", "签过字的页扫描成 PDF 后存在这里，点“添加扫描件”或把文件拖进来。"
        )
        self.body.addWidget(self.card)
        self.add_button = button("添加扫描件", self._ask, icon="upload")
        self.card.add_action(self.add_button)
        keep_open(self.add_button)
        self.rows = RowList(self, "扫描件", lambda meeting: meeting.attachments, None, ScanRow)
        self.card.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the scans."""
        self.rows.refresh()
        self.rows.setVisible(bool(self.desk.meeting.attachments))

    def focus_field(self, field: str, member_id: str) -> bool:
        """Go to the button that adds scans."""
        self.add_button.setFocus()
        return True

    def take(self, paths: list[Path]) -> None:
        """Take PDF files in; they appear when they are sealed."""
        attachments = self.desk.context.services.attachments
        meeting_id = self.desk.meeting.id

        def work(progress: Progress) -> list[Attachment]:
            taken = []
            for number, path in enumerate(paths):
                progress(number, len(paths))
                taken.append(attachments.add(path))
            return taken

        def done(taken: list[Attachment]) -> None:
            if not self.desk.is_open or self.desk.meeting.id != meeting_id:
                return
            if is_settled(self.desk.meeting.state):
                self._add_to_settled(taken)
                return
            with self.change(f"添加扫描件 {len(taken)} 份") as meeting:
                meeting.attachments.extend(taken)
            self.refresh()

        self.desk.context.jobs.run(work, done, title="正在添加扫描件…")

    def _add_to_settled(self, taken: list[Attachment]) -> None:
        """Keep scans of the signed pages at once: a finalised record has no step to undo."""
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept PDF files."""
        if dropped_files(event, SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped PDF files in."""
        paths = dropped_files(event, SUFFIXES)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _ask(self) -> None:
        paths = dialogs.ask_open_paths(self, "添加扫描件", KINDS)
        if paths:
            self.take(paths)


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
