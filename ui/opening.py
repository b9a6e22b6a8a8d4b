"""From the first paint to open records: the user's own, the sample, or a new branch."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer

from app.errors import AppError
from ui import theme
from ui.jobs import Jobs

if TYPE_CHECKING:
    from app.services import Services
    from ui.views.welcome import WelcomeView
    from ui.window import MainWindow

# By then the first view stands and the user reads it.
SETTLE_AFTER_MS = 1500


class Opening(QObject):
    """Opens a folder in a window that is already painted."""

    def __init__(self, window: MainWindow, folder: Path, *, sample: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._sample = sample
        self._jobs = Jobs(self)

    def begin(self) -> None:
        """Open the records, or ask for what a new file needs, or say why it cannot be opened."""
        theme.load_bundled_fonts()
        from app.services import Services

        try:
            if Services.exists(self._folder):
                self._opened(Services.open(self._folder))
            elif self._sample:
                self._opened(Services.create(self._folder)[0])
            else:
                self._welcome()
        except AppError as error:
            self._failed(error)

    def _opened(self, services: Services) -> None:
        try:
            services.store.refuse_when_full()
        except AppError:
            services.close(backup=False)
            raise
        if services.branches.find() is None:
            if not self._sample:
                services.close(backup=False)
                self._welcome()
                return
            self._fill(services)
            return
        self._use(services)

    def _fill(self, services: Services) -> None:
        """Put the sample's year into an empty file, while the window says so."""
        from ui.views.welcome import FillingView

        page = FillingView()

        def filled(_nothing: None) -> None:
            self._use(services)
            self._window.drop_page(page)

        def failed(error: AppError) -> None:
            services.close(backup=False)
            self._failed(error)
            self._window.drop_page(page)

        self._window.show_page(page)
        self._jobs.run(lambda _progress: services.samples.load(), filled, failed=failed)

    def _use(self, services: Services) -> None:
        self._window.use(services, sample=self._sample)
        QTimer.singleShot(SETTLE_AFTER_MS, self, lambda: self._settle(services))

    def _settle(self, services: Services) -> None:
        """Do in the background what the first preview and a full disk will be glad of."""
        if self._window.desktop is not None:
            jobs = self._window.desktop.context.jobs
            jobs.run(lambda _progress: services.settle(), lambda _nothing: None)

    def _welcome(self) -> None:
        from ui.views.welcome import WelcomeView

        page = WelcomeView(self._folder)

        def start(services: Services) -> None:
            self._use(services)
            self._window.drop_page(page)

        page.started.connect(start)
        page.sample_requested.connect(open_sample)
        page.roll_up_requested.connect(lambda: _roll_up(page))
        page.help_requested.connect(self._window.help)
        self._show(page)

    def _show(self, page: WelcomeView) -> None:
        self._window.show_page(page)
        page.name.setFocus()

    def _failed(self, error: AppError) -> None:
        from ui.views.welcome import FailedView

        page = FailedView(str(error), self._folder)

        def retry() -> None:
            self._window.drop_page(page)
            self.begin()

        page.retry_requested.connect(retry)
        page.close_requested.connect(self._window.close)
        self._window.show_page(page)


def _roll_up(page: WelcomeView) -> None:
    """Let a committee put reports together, which keeps no records itself."""
    from ui.context import BareContext
    from ui.views.roll_up import roll_up

    context = BareContext(page)
    context.error_shown.connect(lambda error, _actions: page.banner.show_message(str(error)))
    context.error_cleared.connect(page.banner.clear)
    roll_up(context, page)


def open_sample() -> None:
    """Open the sample branch in a program of its own, beside this one."""
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-m", "ui"]
    root = Path(__file__).resolve().parent.parent
    QProcess.startDetached(command[0], [*command[1:], "--sample"], str(root))
