"""Photos of a meeting: taken in by dialog or by dropping files, with caption and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app.errors import AppError
from ui import theme
from ui.forms.files import FilesSection, Sort
from ui.forms.rows import Row, RowList
from ui.widgets.buttons import icon_button
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from app.records import Meeting, Photo
    from ui.forms.desk import Desk

THUMBNAIL_PX = QSize(132, 99)


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

    def _add_tools(self) -> None:
        what = f"第{self.index + 1}张照片向右转"
        self.tools.addWidget(icon_button("rotate-cw", what, self._turn))
        super()._add_tools()

    def _turn(self) -> None:
        section = self.rows.section
        if isinstance(section, PhotosSection):
            section.turn(self.index)

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


class PhotosSection(FilesSection):
    """The photos in the order they are printed."""

    name = "photos"
    sort = Sort(
        "照片",
        "张",
        "点“添加照片”或把照片文件拖到这里；会按相机的记录转正，并去掉拍摄地点。还歪着的点旁边的箭头向右转。",
        "image-plus",
        "照片 (*.jpg *.jpeg *.png *.webp *.bmp)",
        frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp"}),
    )
    row = PhotoRow

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.thumbnails: dict[str, QPixmap] = {}

    def files(self, meeting: Meeting) -> list[Photo]:
        """Return the photos of a meeting."""
        return meeting.photos

    def add(self, path: Path) -> Photo:
        """Turn, strip and seal a picture."""
        return self.desk.context.services.photos.add(path)

    def turn(self, index: int) -> None:
        """Turn a picture that lies on its side by a quarter."""
        context = self.desk.context
        try:
            turned = context.services.photos.turned(self.desk.meeting.photos[index].content_hash)
        except AppError as error:
            context.show_error(error)
            return
        with self.change(f"转照片{index + 1}") as meeting:
            photo = meeting.photos[index]
            photo.content_hash = turned.content_hash
            photo.width_px, photo.height_px = turned.width_px, turned.height_px
        self.refresh()

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
