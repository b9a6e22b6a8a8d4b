"""What a view is given: services, jobs and the few wishes it may have of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoGroup

from ui.changes import Changes
from ui.jobs import Jobs
from ui.preferences import Preferences

if TYPE_CHECKING:
    from app.errors import AppError
    from app.services import Services

ErrorAction = tuple[str, Callable[[], object]]


class BareContext(QObject):
    """What there is before any records are open: slow calls, and words for the window to show."""

    status_shown = Signal(str, str)
    error_shown = Signal(object, object)
    error_cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self.jobs.failed.connect(self.show_error)

    def status(self, text: str, kind: str = "") -> None:
        """Say something calm in the head of the window; `kind` is "saved", "busy" or empty."""
        self.status_shown.emit(text, kind)

    def show_error(self, error: AppError, *actions: ErrorAction) -> None:
        """Show a red bar that stays until solved, with a button for each (label, action)."""
        self.error_shown.emit(error, actions)

    def clear_error(self) -> None:
        """Take the red bar away: what it said is solved."""
        self.error_cleared.emit()

    def close(self) -> None:
        """Wait for running jobs."""
        self.jobs.stop()


class Context(BareContext):
    """Passed to every view; wishes are signals, so a view can live without a window."""

    preview_requested = Signal(bool)
    go_requested = Signal(str, str, str)
    help_requested = Signal(str)

    def __init__(
        self,
        services: Services,
        *,
        preferences: Preferences | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.preferences = preferences or Preferences()
        self.changes = Changes(self)
        self.changes.follow(services)
        self.undo_group = QUndoGroup(self)

    def request_preview(self, *, show: bool = False) -> None:
        """Say that what would be printed changed; with `show` also open the preview."""
        self.preview_requested.emit(show)

    def go(self, view_key: str, record_id: str = "", section: str = "") -> None:
        """Open a view, and in it a record and a section."""
        self.go_requested.emit(view_key, record_id, section)

    def help(self, topic: str = "") -> None:
        """Open the help at a topic; empty is the view one is on."""
        self.help_requested.emit(topic)

    def missing_characters(self, text: str) -> str:
        """Return the characters of a text that no print font has, each once."""
        return "".join(self.services.manual.missing_characters(text))

    def close(self) -> None:
        """Stop listening and wait for running jobs; the services stay open."""
        self.changes.stop()
        super().close()
