"""Photos of a meeting: taken in by dialog or by dropping files, with caption and order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.errors import AppError
from ui import dialogs, theme
from ui.forms.dropping import dropped_files
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from app.records import Photo
    from ui.forms.desk import Desk
    from ui.jobs import Progress

KINDS = "照片 (*.jpg *.jpeg *.png *.webp *.bmp)"
SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"})
THUMBNAIL_PX = QSize(132, 99)


class PhotosSection(Section):
    """The photos in the order they are printed."""

    name = "photos"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.card = Card("照片", "点“添加照片”或把照片文件拖到这里；会自动转正并去掉拍摄地点。")
        self.body.addWidget(self.card)
        self.add_button = button("添加照片", self._ask, icon="image-plus")
        self.card.add_action(self.add_button)
        self.rows = RowList(self, "照片", lambda meeting: meeting.photos, None, PhotoRow)
        self.card.body.addWidget(self.rows)
        self.thumbnails: dict[str, QPixmap] = {}

    def refresh(self) -> None:
        """Show the photos."""
        self.rows.refresh()
        self.rows.setVisible(bool(self.desk.meeting.photos))

    def focus_field(self, field: str, member_id: str) -> bool:
        """Go to the button that adds photos."""
        self.add_button.setFocus()
        return True

    def take(self, paths: list[Path]) -> None:
        """Take picture files in; they appear when they are sealed."""
        photos = self.desk.context.services.photos
        meeting_id = self.desk.meeting.id

        def work(progress: Progress) -> list[Photo]:
            taken = []
            for number, path in enumerate(paths):
                progress(number, len(paths))
                taken.append(photos.add(path))
            return taken

        def done(taken: list[Photo]) -> None:
            if not self.desk.is_open or self.desk.meeting.id != meeting_id:
                return
            with self.change(f"添加照片 {len(taken)} 张") as meeting:
                meeting.photos.extend(taken)
            self.refresh()

        self.desk.context.jobs.run(work, done, title="正在添加照片…")

    def thumbnail(self, content_hash: str) -> QPixmap:
        """Return a small picture, an empty one where the file cannot be read."""
        if content_hash not in self.thumbnails:
            pixmap = QPixmap()
            try:
                pixmap.loadFromData(self.desk.context.services.photos.jpeg(content_hash))
            except AppError:
                pixmap = QPixmap()
            if not pixmap.isNull():
                ratio = self.devicePixelRatioF()
                pixmap = pixmap.scaled(
                    THUMBNAIL_PX * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                pixmap.setDevicePixelRatio(ratio)
            self.thumbnails[content_hash] = pixmap
        return self.thumbnails[content_hash]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept picture files."""
        if dropped_files(event, SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped picture files in."""
        paths = dropped_files(event, SUFFIXES)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _ask(self) -> None:
        paths = dialogs.ask_open_paths(self, "添加照片", KINDS)
        if paths:
            self.take(paths)


class PhotoRow(Row):
    """One photo with its caption."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        line = QHBoxLayout()
        line.setSpacing(12)
        self._picture = QLabel()
        self._picture.setFixedSize(THUMBNAIL_PX)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.set_role(self._picture, "thumbnail")
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(plain_label(f"照片 {index + 1} 说明", "label"))
        words.addWidget(self.fields.line("caption", "照片说明", "什么场面"))
        words.addStretch(1)
        line.addLayout(words, 1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show picture and caption."""
        super().refresh()
        photo = self.read(self.rows.section.desk.meeting)
        section = self.rows.section
        if photo is None or not isinstance(section, PhotosSection):
            return
        pixmap = section.thumbnail(photo.content_hash)
        if pixmap.isNull():
            self._picture.setText("照片读不出来")
        else:
            self._picture.setPixmap(pixmap)
