"""What the window does once records are open: views, keys, preview, finding, help, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from app.errors import AppError
from ui import dialogs, shortcuts
from ui.context import Context
from ui.drawer import Drawer
from ui.finder import Finder, Place, gather
from ui.navigation import ENTRIES
from ui.views.base import View
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.tab_order import step_card

if TYPE_CHECKING:
    from ui.window import MainWindow


def make_view(key: str, context: Context) -> View:
    """Return a new view; its module is imported only now, for a quick start.

    Raises:
        KeyError: there is no such view.
    """
    return _FACTORIES[key](context)


def _home(context: Context) -> View:
    from ui.views.home import HomeView

    return HomeView(context)


def _theme_days(context: Context) -> View:
    from ui.views.theme_days import ThemeDaysView

    return ThemeDaysView(context)


def _meetings(context: Context) -> View:
    from ui.views.meetings import MeetingsView

    return MeetingsView(context)


def _members(context: Context) -> View:
    from ui.views.members import MembersView

    return MembersView(context)


def _dues(context: Context) -> View:
    from ui.views.dues import DuesView

    return DuesView(context)


def _registers(context: Context) -> View:
    from ui.views.registers import RegistersView

    return RegistersView(context)


def _plans(context: Context) -> View:
    from ui.views.registers import PlansView

    return PlansView(context)


def _inspection(context: Context) -> View:
    from ui.views.registers import InspectionView

    return InspectionView(context)


def _archive(context: Context) -> View:
    from ui.views.archive import ArchiveView

    return ArchiveView(context)


def _settings(context: Context) -> View:
    from ui.views.settings import SettingsView

    return SettingsView(context)


_FACTORIES: dict[str, Callable[[Context], View]] = {
    "home": _home,
    "theme_days": _theme_days,
    "meetings": _meetings,
    "members": _members,
    "dues": _dues,
    "registers": _registers,
    "plans": _plans,
    "inspection": _inspection,
    "archive": _archive,
    "settings": _settings,
}


class Desktop(QObject):
    """Drives the views as `ui.views` describes."""

    def __init__(self, window: MainWindow, context: Context, *, sample: bool = False) -> None:
        super().__init__(window)
        self.window = window
        self.context = context
        self.view: View | None = None
        self._sample = sample
        self._views: dict[str, View] = {}
        self._stale: set[str] = set()
        self._stacks: dict[str, QUndoStack] = {}
        self._closing = False
        self._leave_failed = False
        self.drawer = Drawer(window, context, self.current_view)
        self.strip = ProgressStrip(context.jobs)
        window.foot.addWidget(self.strip)
        context.changes.changed.connect(self._on_changed)
        context.go_requested.connect(self.go)
        context.help_requested.connect(self.help)
        window.navigation.entry_requested.connect(self.go)
        window.navigation.find_requested.connect(self.find)
        self.actions = shortcuts.bind(window, self._calls())
        self._show_branch()

    def current_view(self) -> View | None:
        """Return the view one is on."""
        return self.view

    def open_first_view(self) -> None:
        """Open the page that says what is to be done."""
        self.go(ENTRIES[0].key)

    def go(self, key: str, record_id: str = "", section: str = "") -> None:
        """Open a view, and in it a record and a section, unless the present view objects."""
        if self.view is not None and (self.view.key != key or record_id) and not self._leave():
            return
        view = self._views.get(key) or self._add(key)
        if key in self._stale:
            self._stale.discard(key)
            view.load()
        changed = view is not self.view
        self.view = view
        self.window.navigation.set_current(key)
        self.window.stack.setCurrentWidget(view)
        self._activate_stack(view)
        if changed:
            self.context.status("")
            view.shown()
        if record_id or section:
            view.jump(record_id, section)  # after `shown`, which may not take the keyboard away
        if changed:
            self.drawer.view_changed()

    def find(self) -> None:
        """Open the finder; what can be found is gathered meanwhile."""
        finder = Finder(self.window)
        finder.chosen.connect(self._go_to)
        self.context.jobs.run(
            lambda _progress: gather(self.context.services),
            lambda places: finder.set_places(places) if shiboken6.isValid(finder) else None,
        )
        finder.open()
        finder.finished.connect(lambda _result: finder.deleteLater())

    def help(self, topic: str = "") -> None:
        """Open the help at a topic, or at the view one is on."""
        self.window.help(topic)

    def show_shortcuts(self) -> None:
        """Show the list of shortcuts."""
        dialog = shortcuts.ShortcutDialog(self.window)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def undo(self) -> None:
        """Take the last edit of the view back."""
        if self.view is not None:
            self.view.before_undo()
            self.context.undo_group.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.view is not None:
            self.view.before_undo()
            self.context.undo_group.redo()

    def arrange(self) -> None:
        """Fit the preview to a new size of the window."""
        self.drawer.arrange()

    def close(self, done: Callable[[], object]) -> None:
        """Save, copy the records and close them, then call `done`; the user may stay instead."""
        if self._closing or not self._may_leave():
            return
        self._closing = True
        self.drawer.keep_place()
        self.context.jobs.run(
            lambda _progress: self.context.services.backups.backup(),
            lambda _path: self._finish(done),
            title="正在备份记录，马上就好…",
            failed=lambda error: self._backup_failed(error, done),
        )

    def _may_leave(self) -> bool:
        """Let the view save; one that failed at it unexpectedly cannot hold the user twice."""
        if self.view is None or self._leave_failed:
            return True
        self._leave_failed = True
        left = self._leave()
        self._leave_failed = False
        return left

    def _finish(self, done: Callable[[], object]) -> None:
        self.context.close()
        self.context.services.close(backup=False)
        self.window.desktop = None
        done()

    def _backup_failed(self, error: AppError, done: Callable[[], object]) -> None:
        self._closing = False
        text = f"{error}\n\n记录本身已经保存好，只是这次没有做成备份。"
        if dialogs.confirm(self.window, "备份没有做成", text, yes="仍然退出"):
            self._finish(done)

    def _add(self, key: str) -> View:
        view = make_view(key, self.context)
        self._views[key] = view
        self._stacks[key] = view.undo_stack
        self.window.stack.addWidget(view)
        view.load()
        return view

    def _leave(self) -> bool:
        assert self.view is not None
        active = self.context.undo_group.activeStack()
        if not self.view.leave():
            self.window.navigation.set_current(self.view.key)
            return False
        if active is not None:
            self._stacks[self.view.key] = active
        return True

    def _activate_stack(self, view: View) -> None:
        stack = self._stacks.get(view.key)
        if stack is not None and shiboken6.isValid(stack):
            self.context.undo_group.setActiveStack(stack)

    def _on_changed(self, areas: frozenset[str]) -> None:
        if "branch" in areas:
            self._show_branch()
        for key, view in self._views.items():
            if not view.areas & areas:
                continue
            if view is self.view:
                view.load()
            else:
                self._stale.add(key)

    def _show_branch(self) -> None:
        branch = self.context.services.branches.find()
        name = branch.name if branch else ""
        self.window.navigation.set_branch(f"{name}（示例）" if self._sample else name)
        self.window.setWindowTitle(f"{name} · 支部手册" if name else "支部手册")

    def _go_to(self, place: Place) -> None:
        self.go(place.view_key, place.record_id, place.section)

    def _with_view(self, call: Callable[[View], object]) -> Callable[[], None]:
        def run() -> None:
            if self.view is not None:
                call(self.view)

        return run

    def _calls(self) -> dict[str, Callable[[], object]]:
        def opener(key: str) -> Callable[[], object]:
            return lambda: self.go(key)

        calls: dict[str, Callable[[], object]] = {
            f"go_{entry.key}": opener(entry.key) for entry in ENTRIES
        }
        return calls | {
            "find": self.find,
            "help": self.help,
            "shortcuts": self.show_shortcuts,
            "new": self._with_view(lambda view: view.new_record()),
            "next": self._with_view(lambda view: view.step(1)),
            "previous": self._with_view(lambda view: view.step(-1)),
            "next_tab": self._with_view(lambda view: view.step_tab(1)),
            "previous_tab": self._with_view(lambda view: view.step_tab(-1)),
            "next_card": lambda: step_card(1),
            "previous_card": lambda: step_card(-1),
            "preview": self.drawer.toggle,
            "print": self._with_view(lambda view: view.print_now()),
            "undo": self.undo,
            "redo": self.redo,
        }
