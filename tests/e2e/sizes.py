"""Goes through every view and tab at given sizes and reports what is cut or overlaps.

`python -m tests.e2e.sizes FOLDER` prints JSON: how many places were `looked` at, and `faults`.
It is a program of its own, since the scale of the screen (`QT_SCALE_FACTOR`) is fixed when an
application starts.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.manual.kinds import MEMBERS_MEETING, THEME_DAY
from app.manual.page import FillPage
from app.manual.pages import PAGES
from tests.e2e.hands import Hands
from tests.ui.layout_checks import SIZES, settled_faults_of
from ui import theme
from ui.desktop import Desktop
from ui.forms.layout import tabs_of
from ui.navigation import ENTRIES
from ui.opening import Opening
from ui.window import MainWindow


class Walker:
    """Walks through the window once it is open."""

    def __init__(self, window: MainWindow) -> None:
        assert window.desktop is not None
        self.window = window
        self.desktop: Desktop = window.desktop
        self.looked = 0

    def places(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield everything one can look at: its name, and how to get there."""
        for key, kind in (("theme_days", THEME_DAY), ("meetings", MEMBERS_MEETING)):
            record_id = self._meeting_of(kind)
            for tab in tabs_of([kind]):
                yield (
                    f"{kind} {tab.title}",
                    partial(self.desktop.go, key, record_id, tab.sections[0]),
                )
        for entry in ENTRIES:
            if entry.key not in ("theme_days", "meetings"):
                yield entry.key, partial(self.desktop.go, entry.key)
        member = self.desktop.context.services.members.everyone()[0]
        yield "members, one open", partial(self.desktop.go, "members", member.id)

    def forms(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield a new entry of every fill-in page."""
        for page in PAGES:
            yield f"{page.title}, a new one", partial(self._begin, page)

    def _begin(self, page: FillPage) -> None:
        """Begin an entry of a page; the one before was left empty."""
        self.desktop.go(page.area, "", page.key)
        view = self.desktop.current_view()
        assert view is not None
        view.new_record()

    def _meeting_of(self, kind: str) -> str:
        """Return the id of the sample's latest meeting of a kind."""
        meetings = self.desktop.context.services.meetings
        of_kind = [one for one in meetings.of_year(meetings.years()[0]) if kind in one.kinds]
        return of_kind[-1].id

    def faults(self, size: QSize, *, preview: bool) -> Iterator[str]:
        """Yield what is wrong at a size, with or without the preview beside it."""
        self.window.resize(size)
        beside = "with preview" if preview else "alone"
        # A form that is whole in the least window is so in a larger one.
        forms = self.forms() if size == SIZES[0] and not preview else ()
        for name, go in (*self.places(), *forms):
            go()
            self._show_preview(shown=preview)
            where = f"{size.width()}×{size.height()} {name} {beside}"
            if self.window.size() != size:
                yield f"{where}: the window is {self.window.width()}×{self.window.height()}"
            self.looked += 1
            for window in QApplication.topLevelWidgets():
                if shiboken6.isValid(window) and window.isVisible():
                    yield from (f"{where}: {fault}" for fault in settled_faults_of(window))

    def _show_preview(self, *, shown: bool) -> None:
        drawer = self.desktop.drawer
        view = self.desktop.current_view()
        assert view is not None
        if drawer.is_open() == (shown and view.preview() is not None):
            return
        drawer.toggle()
        if drawer.is_open():
            pane = drawer.pane
            assert pane is not None
            Hands(self.window).wait_for(pane.page_count)


def main(folder: Path) -> int:
    """Open the window on a folder, walk and print."""
    sys.excepthook = give_up
    theme.prepare_environment()
    app = QApplication(sys.argv[:1])
    theme.apply(app)
    window = MainWindow()
    window.painted.connect(Opening(window, folder).begin)
    window.show()
    window.activateWindow()
    Hands(window).wait_for(lambda: window.desktop)
    walker = Walker(window)
    faults = [
        fault
        for size in SIZES
        for preview in (False, True)
        for fault in walker.faults(size, preview=preview)
    ]
    print(json.dumps({"looked": walker.looked, "faults": faults}))  # noqa: T201 - the test reads this
    sys.stdout.flush()
    os._exit(0)


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at the first fault of the program."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
