"""Slow calls in a thread, with progress and a way to stop them.

Work gets a `Progress`; services open their own unit of work, so nothing but records and plain
values crosses threads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from app.errors import AppError, CancelledError

T = TypeVar("T")
SHOW_AFTER_MS = 500


class Progress:
    """Handed to the work: tells how far it is and learns whether the user stopped it."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def __call__(self, done: int, total: int) -> None:
        """Tell how many of how many steps are done.

        Raises:
            CancelledError: the user stopped the job.
        """
        if self._job.cancelled:
            raise CancelledError("已停止，没有留下半成品。")
        self._job.progressed.emit(done, total)

    def stopped(self) -> bool:
        """Tell whether the user stopped the job, for work that asks before each step."""
        return self._job.cancelled


Work = Callable[[Progress], T]


class Job(QObject):
    """One running call: `title` is shown while it lasts; `cancel()` asks it to stop."""

    progressed = Signal(int, int)
    slow = Signal()
    _succeeded = Signal(object)
    _failed = Signal(object)

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.cancelled = False
        self.running = True

    def cancel(self) -> None:
        """Ask the work to stop at its next step; its result is thrown away."""
        self.cancelled = True


class _Runner(QRunnable):
    """Runs the work in a pool thread and reports by signal."""

    def __init__(self, job: Job, work: Work[Any]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Call the work; whatever it raises travels to the main thread."""
        try:
            result = self._work(Progress(self._job))
        except Exception as error:  # noqa: BLE001 - carried to the main thread and raised there
            self._job._failed.emit(error)  # noqa: SLF001 - runner and job are one thing
        else:
            self._job._succeeded.emit(result)  # noqa: SLF001


class Jobs(QObject):
    """Starts jobs and tells the window about those that take longer than half a second.

    `became_slow` and `ended` carry the `Job`, `failed` an `AppError`.
    """

    became_slow = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: set[Job] = set()

    def run(
        self,
        work: Work[T],
        done: Callable[[T], object],
        *,
        title: str = "",
        failed: Callable[[AppError], object] | None = None,
    ) -> Job:
        """Run `work(progress)` in a thread and call `done(result)` in the main thread.

        Args:
            work: the slow call; it must not touch a widget.
            done: gets the result, unless the job was cancelled.
            title: shown with a progress bar after half a second; without one the job is silent.
            failed: gets an `AppError` of the work; by default it goes to `failed`. Any other
                exception is a bug and reaches the crash path.
        """
        job = Job(title, self)
        self._running.add(job)
        job._succeeded.connect(lambda result: self._succeed(job, done, result))  # noqa: SLF001
        job._failed.connect(lambda error: self._fail(job, failed, error))  # noqa: SLF001
        if title:
            QTimer.singleShot(SHOW_AFTER_MS, job, lambda: self._tell_if_slow(job))
        self._pool.start(_Runner(job, work))
        return job

    def busy(self) -> bool:
        """Tell whether any job is running."""
        return bool(self._running)

    def stop(self, wait_ms: int = 10_000) -> None:
        """Cancel every job and wait for the threads to end."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone(wait_ms)

    def _tell_if_slow(self, job: Job) -> None:
        if job.running:
            self.became_slow.emit(job)

    def _end(self, job: Job) -> None:
        job.running = False
        self._running.discard(job)
        self.ended.emit(job)
        job.deleteLater()

    def _succeed(self, job: Job, done: Callable[[Any], object], result: object) -> None:
        self._end(job)
        if not job.cancelled:
            done(result)

    def _fail(
        self, job: Job, failed: Callable[[AppError], object] | None, error: Exception
    ) -> None:
        self._end(job)
        if isinstance(error, CancelledError) or job.cancelled:
            return
        if isinstance(error, AppError):
            (failed or self.failed.emit)(error)
            return
        sys.excepthook(type(error), error, error.__traceback__)
