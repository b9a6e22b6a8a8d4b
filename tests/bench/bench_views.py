"""Shows every view, another meeting and the attendance tab, beside a bare table of 200 rows.

The window is the real one on real records: 200 members, a year of theme days, a month of dues.
Warm: every view was shown before. Best of several rounds, so that other programs count for less.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.services import Services
from app.store import Store, dues, meetings
from app.store import members as stored_members
from tests.factories import make_dues_row, make_members, new_store, theme_day

if TYPE_CHECKING:
    from ui.window import MainWindow

MEMBERS = 200
COLUMNS = 8
MONTHS = 12
ROUNDS = 7
TURNS = 3
LIMIT_MS = 100.0
# Where the bare table is slow, so is the machine: this many of it are as good.
LIMIT_RATIO = 10.0


class Step(NamedTuple):
    """Something that is shown."""

    label: str
    run: Callable[[], object]


def main() -> list[str]:
    """Print the figures and return a sentence for each limit that is broken."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        os.environ["ZHIBU_HOME"] = name
        window = open_window(fill(Path(name)))
        bare_ms = best([Step("bare", bare_table)])["bare"]
        figures = best(walk(window))
        close(window)
    print(f"{MEMBERS} members, {MONTHS} theme days; best of {ROUNDS}, warm")
    print(f"{bare_ms:7.1f} ms          a bare QTableView of {MEMBERS} rows, filled and painted")
    for label, shown_ms in figures.items():
        print(f"{shown_ms:7.1f} ms {shown_ms / bare_ms:5.1f} ×  {label}")
    return [
        f"{label} takes {shown_ms:.0f} ms, {shown_ms / bare_ms:.1f} times a bare table"
        for label, shown_ms in figures.items()
        if shown_ms > max(LIMIT_MS, LIMIT_RATIO * bare_ms)
    ]


def fill(folder: Path) -> Store:
    """Write a branch, its members, a year of theme days and a month of dues."""
    store = new_store(folder)
    members = make_members(MEMBERS)
    with store.write() as unit:
        for member in members:
            stored_members.save(unit, member)
        for month in range(1, MONTHS + 1):
            start = datetime(2025, month, 9, 15)  # noqa: DTZ001 - local, as on paper
            meeting = theme_day(members, photos=[])
            meeting.planned_on = start.date()
            meeting.start, meeting.end = start, start.replace(hour=16)
            meetings.save(unit, meeting)
        dues.save(unit, [make_dues_row(member, f"2025-{MONTHS}") for member in members])
    return store


def open_window(store: Store) -> MainWindow:
    """Open the real window on a store."""
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.window import MainWindow

    theme.prepare_environment()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.apply(app)
    window = MainWindow()
    window.resize(1366, 768)
    window.show()
    window.use(Services(store))
    settle()
    return window


def close(window: MainWindow) -> None:
    """Let the records go, without a copy."""
    assert window.desktop is not None
    window.desktop.context.close()
    window.desktop.context.services.close(backup=False)


def walk(window: MainWindow) -> list[Step]:
    """Return a way through the window that comes back to where it began."""
    assert window.desktop is not None
    go = window.desktop.go
    first, second = window.desktop.context.services.meetings.of_year(2025)[:2]
    places = {
        "members": ("members", "", ""),
        "dues": ("dues", "", ""),
        "dues of another month": ("dues", f"2025-{MONTHS - 1}", ""),
        "and back": ("dues", f"2025-{MONTHS}", ""),
        "archive": ("archive", "", ""),
        "settings": ("settings", "", ""),
        "home": ("home", "", ""),
        "theme days": ("theme_days", "", ""),
        "another theme day": ("theme_days", first.id, "head"),
        "its attendance": ("theme_days", first.id, "attendance"),
        "a third theme day, on its attendance": ("theme_days", second.id, "attendance"),
        "its lecture and minutes": ("theme_days", second.id, "lecture"),
        "its head and actions": ("theme_days", second.id, "head"),
    }
    steps = [Step(label, partial(go, *place)) for label, place in places.items()]
    chart = window.desktop.context.services.year_chart
    return [*steps, Step("the chart of the year, counted beside", partial(chart.chart, 2025))]


def bare_table() -> None:
    """Fill a table as Qt gives it and paint it in a window of the same size."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView

    model = QStandardItemModel(MEMBERS, COLUMNS)
    for row in range(MEMBERS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"党员{row}·{column}"))
    table = QTableView()
    table.setModel(model)
    table.resize(1366, 768)
    table.show()
    settle()
    table.close()


def settle() -> None:
    """Let layouts come to rest and everything be painted."""
    from PySide6.QtWidgets import QApplication

    for _ in range(TURNS):
        QApplication.processEvents()


def best(steps: Sequence[Step]) -> dict[str, float]:
    """Return the shortest time of each step in milliseconds, the first round left out."""
    found: dict[str, list[float]] = {step.label: [] for step in steps}
    for _ in range(ROUNDS + 1):
        for step in steps:
            begin = time.perf_counter()
            step.run()
            settle()
            found[step.label].append((time.perf_counter() - begin) * 1000)
    return {label: min(times[1:]) for label, times in found.items()}


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
