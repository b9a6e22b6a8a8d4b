"""How far a slow job is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.jobs import Job, Jobs
from ui.widgets.buttons import button
from ui.widgets.labels import plain_label


class ProgressStrip(QFrame):
    """Appears with the first job that takes longer than half a second, and goes with it."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._job: Job | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        self.label = plain_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(theme.px(120))
        self.stop_button = button("停止", self._stop)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        jobs.became_slow.connect(self.follow)
        jobs.ended.connect(self._on_ended)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show this job."""
        self._job = job
        self.label.setText(job.title)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        self.show()

    def _on_progressed(self, done: int, total: int) -> None:
        if self._job is not None:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            self.label.setText(f"{self._job.title} {done} / {total}")

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self.hide()

    def _stop(self) -> None:
        if self._job is not None:
            self.label.setText("正在停止…")
            self.stop_button.setEnabled(False)
            self._job.cancel()
