"""The view of meetings in a test: shown, and asked for meetings and menus as a user does."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.records import Meeting
from ui.context import Context
from ui.views.meetings import MeetingsView


def opened(context: Context, qtbot: QtBot) -> MeetingsView:
    """Return the view as the window would show it."""
    made = MeetingsView(context)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.desk.open(None))
    made.resize(1190, 728)
    made.load()
    made.show()
    qtbot.waitExposed(made)
    return made


def open_kind(view: MeetingsView, kind: str) -> Meeting:
    """Open the latest meeting of a kind."""
    view.open(next(one.id for one in view.meetings if kind in one.kinds))
    return view.desk.meeting


def kinds_offered(view: MeetingsView) -> dict[str, QMenu]:
    menu = view.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    return {action.text(): menu for action in menu.actions() if action.text()}


def begin(view: MeetingsView, words: str) -> Meeting:
    """Begin a meeting by the button and an entry of its menu."""
    view.list.new_button.click()
    menu = kinds_offered(view)[words]
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()
    return view.desk.meeting
