"""The desk: the real window on a month, closed again when the test is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app import clock
from app.rules.month_view import MonthView
from tests.ui.repairs.secretary import Secretary
from tests.ui.repairs.worlds import keep
from ui.preferences import Preferences
from ui.window import USUAL_SIZE, MainWindow


class Sit(Protocol):
    """Opens the window on a month, on the day it is looked at."""

    def __call__(self, view: MonthView, *, filed: bool = False) -> Secretary: ...


@pytest.fixture
def sit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    """Give a desk with the window on it."""
    opened: list[MainWindow] = []

    def at_the_desk(view: MonthView, *, filed: bool = False) -> Secretary:
        today = view.context.today
        monkeypatch.setattr(clock, "today", lambda: today)
        monkeypatch.setattr(clock, "now", lambda: datetime.combine(today, time(18)))
        services = keep(view, tmp_path, filed=filed)
        window = MainWindow(Preferences(tmp_path / "profile"))
        window.resize(USUAL_SIZE)
        window.show()
        window.activateWindow()
        opened.append(window)
        window.use(services)
        return Secretary(window)

    yield at_the_desk
    for window in opened:
        close(window)


def close(window: MainWindow) -> None:
    """Let the window go before its records: what it put off until later no longer reads them."""
    assert window.desktop is not None
    context, window.desktop = window.desktop.context, None
    context.close()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    context.services.close(backup=False)
