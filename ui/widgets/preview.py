"""The pages as they will be printed, beside the form they come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from ui import theme
from ui.jobs import Job, Jobs, Progress
from ui.widgets.buttons import button, icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import SectionTitle, plain_label

DELAY_MS = 600
LEAST_WIDTH_PX = 430
MOST_WIDTH_PX = 560
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_GAP_PX = 12
_KEPT_PAGES = 24

Source = Callable[[], bytes]


@dataclass(slots=True)
class _Pages:
    """A printed document: its bytes, the size of each page in points, and pages drawn so far."""

    pdf: bytes = b""
    sizes: list[tuple[float, float]] = field(default_factory=list)
    images: dict[int, QImage] = field(default_factory=dict)


class PreviewPane(QWidget):
    """Prints in a thread what a source gives, and shows the pages that are in sight.

    `close_requested` and `print_requested` are wishes; `source` is asked in the main thread.
    """

    close_requested = Signal()
    print_requested = Signal()
    shown_pages_changed = Signal()

    def __init__(
        self, jobs: Jobs, source: Callable[[], Source | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._source = source
        self._job: Job | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        self.setProperty("role", "drawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("打印预览")
        self.setMinimumWidth(theme.px(320))
        self.canvas = _Canvas(jobs)
        self._scroll = _Scroll()
        self._scroll.resized.connect(self._fit)
        self._scroll.setWidget(self.canvas)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._scroll.verticalScrollBar().valueChanged.connect(self._show_number)
        self._nothing = EmptyState("这一页没有可预览的内容。")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        self.canvas.drawn.connect(self.shown_pages_changed)
        jobs.ended.connect(self._on_ended)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self.canvas.page_count() if self._stack.currentWidget() is self._scroll else 0

    def sentence(self) -> str:
        """Return what is said instead of pages, empty while pages are shown."""
        showing = self._stack.currentWidget() is self._nothing
        return self._nothing.sentence.text() if showing else ""

    def refresh_later(self) -> None:
        """Print again once changes pause."""
        if self.isVisible():
            self._timer.start()

    def refresh(self) -> None:
        """Print again now."""
        self._timer.stop()
        if self._job is not None:
            self._again = True
            return
        source = self._source()
        if source is None:
            self._say("这一页没有可预览的内容。")
            return
        if not self.page_count():
            self._say("正在排版…")
        self._job = self._jobs.run(
            lambda progress: _print(source, progress), self._on_printed, failed=self._on_failed
        )

    def zoom(self, step: int) -> None:
        """Show the pages larger or smaller by one step; 0 fits them to the width."""
        self.canvas.zoom = 1.0 if step == 0 else _next_zoom(self.canvas.zoom, step)
        self._fit()

    def _head(self) -> QWidget:
        head = QWidget()
        head.setProperty("role", "drawer-head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(4)
        row.addWidget(SectionTitle("打印预览"))
        self._number = plain_label(role="secondary")
        row.addWidget(self._number)
        row.addStretch(1)
        row.addWidget(icon_button("zoom-out", "缩小", lambda: self.zoom(-1)))
        row.addWidget(icon_button("zoom-in", "放大", lambda: self.zoom(1)))
        row.addWidget(button("打印", self.print_requested.emit, icon="printer"))
        row.addWidget(icon_button("x", "收起预览（F5）", self.close_requested.emit))
        return head

    def _on_printed(self, pages: _Pages) -> None:
        place = self._scroll.verticalScrollBar().value()
        self._stack.setCurrentWidget(self._scroll)
        self.canvas.set_pages(pages)
        self._fit()
        self._scroll.verticalScrollBar().setValue(place)
        self._finish()

    def _on_ended(self, job: Job) -> None:
        """Be ready for the next print, however this one ended."""
        if job is self._job:
            self._job = None

    def _on_failed(self, error: AppError) -> None:
        self._say(str(error))
        self._finish()

    def _finish(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._timer.start()

    def _say(self, sentence: str) -> None:
        self._nothing.set_sentence(sentence)
        self._stack.setCurrentWidget(self._nothing)
        self._number.setText("")

    def _fit(self) -> None:
        self.canvas.fit(self._scroll.viewport().width())
        self._show_number()

    def _show_number(self) -> None:
        count = self.page_count()
        middle = self._scroll.verticalScrollBar().value() + self._scroll.viewport().height() // 3
        number = self.canvas.page_at(middle) + 1
        self._number.setText(f"第 {number} / {count} 页" if count else "")


class _Scroll(QScrollArea):
    """Tells when the room for the pages has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class _Canvas(QWidget):
    """Draws the pages in sight and asks for those not drawn yet."""

    drawn = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.zoom = 1.0
        self._jobs = jobs
        self._pages = _Pages()
        self._stale: dict[int, QImage] = {}
        self._places: list[QRect] = []
        self._job: Job | None = None

    def page_count(self) -> int:
        return len(self._pages.sizes)

    def set_pages(self, pages: _Pages) -> None:
        """Show another document; the old pages stay until the new ones are drawn."""
        if len(pages.sizes) == len(self._pages.sizes):
            self._stale = self._pages.images
        else:
            self._stale = {}
        self._pages = pages
        self.update()

    def fit(self, width: int) -> None:
        """Lay the pages out for a width of the room."""
        widest = max((size[0] for size in self._pages.sizes), default=1.0)
        scale = max(0.1, (width - 2 * _GAP_PX) / widest) * self.zoom
        y, places = _GAP_PX, []
        for page_width, page_height in self._pages.sizes:
            size = QSize(round(page_width * scale), round(page_height * scale))
            left = max(_GAP_PX, (width - size.width()) // 2)
            places.append(QRect(left, y, size.width(), size.height()))
            y += size.height() + _GAP_PX
        if places != self._places:
            self._places = places
            self._stale = {**self._stale, **self._pages.images}
            self._pages.images = {}
        right = max((place.right() + _GAP_PX for place in places), default=0)
        self.resize(max(width, right), y)
        self.update()

    def page_at(self, y: int) -> int:
        """Return the index of the page at a height."""
        return next((index for index, place in enumerate(self._places) if y <= place.bottom()), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is there, a blank sheet for what is not yet."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wanted = []
        for index, place in enumerate(self._places):
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, theme.colour("surface"))
            image = self._pages.images.get(index)
            if image is None:
                wanted.append(index)
                image = self._stale.get(index)
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(theme.colour("divider"))
            painter.drawRect(place)
        if wanted and self._job is None:
            self._draw(wanted)

    def _draw(self, wanted: list[int]) -> None:
        pages, ratio = self._pages, self.devicePixelRatioF()
        widths = {index: round(self._places[index].width() * ratio) for index in wanted}

        def done(images: dict[int, QImage]) -> None:
            self._job = None
            if pages is self._pages:
                if len(pages.images) > _KEPT_PAGES:
                    pages.images.clear()
                pages.images.update(images)
            self.update()
            self.drawn.emit()

        self._job = self._jobs.run(lambda _progress: _render(pages, widths), done)


def _print(source: Source, _progress: Progress) -> _Pages:
    import pypdfium2

    pdf = source()
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _Pages(pdf, [page.get_size() for page in document])
    finally:
        document.close()


def _render(pages: _Pages, widths: dict[int, int]) -> dict[int, QImage]:
    """Return pages as pictures of these widths in device pixels."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pages.pdf)
    try:
        return {index: _image(document, index, width) for index, width in widths.items()}
    finally:
        document.close()


def _image(document: object, index: int, width: int) -> QImage:
    page = document[index]  # type: ignore[index]
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888,
    )
    return image.copy()  # the picture owns its pixels: the buffer goes with the document


def _next_zoom(zoom: float, step: int) -> float:
    nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - zoom))
    return ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + step))]
