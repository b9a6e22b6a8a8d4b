"""What the state bar asks of a view of fill-in pages."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.rules.entries import filed_on
from ui.forms.locking import lock, unlock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.records import Entry
    from app.rules.checks import Finding
    from ui.forms.record_editor import RecordEditor
    from ui.views.register import RegisterView


class EntryHolder:
    """Answers for the entry that is open in a view; see `ui.forms.state_bar.Holder`."""

    def __init__(self, view: RegisterView) -> None:
        self._view = view

    def editor(self) -> RecordEditor[Entry]:
        """Return the editor of the entry."""
        assert self._view.editor is not None
        return self._view.editor

    def title(self) -> str:
        """Return what the entry is called."""
        return self._view.called(self.editor().record)

    def day(self) -> date | None:
        """Return the day the entry belongs to."""
        return filed_on(self._view.page, self.editor().record)

    def to_check(self) -> str:
        """Return nothing: a page has no list of signatures."""
        return ""

    def keep(self) -> bool:
        """Keep what was typed."""
        return self._view.leave()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run a write whose outcome is shown by `open_again`."""
        self._view.is_writing = True
        try:
            yield
        finally:
            self._view.is_writing = False

    def open_again(self) -> None:
        """Read list and entry as they are kept and show them."""
        self._view.open_again()

    def go_to(self, finding: Finding) -> None:
        """Go to the field of a finding."""
        if self._view.form is not None:
            self._view.form.focus(finding.field)

    def set_locked(self, *, locked: bool) -> None:
        """Close the fields, or open them."""
        form = self._view.form
        if form is None:
            return
        (lock if locked else unlock)(form)
        if self._view.panel is not None:
            self._view.panel.show_lock()
        if not locked and not (self._view.wanted and form.focus(self._view.wanted)):
            form.focus_first()
