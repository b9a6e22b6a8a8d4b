"""Takes the pictures of the README from the sample branch: the window and a printed page.

    python -m tools.take_pictures

The same records, fonts and sizes give the same pictures on every machine.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    from app.exchange.document import RecordSet

WINDOW_PX = (1536, 832)
PAGE_DPI = 110
MONTH = "2025-10"
TODAY = date(2025, 10, 11)  # the record that is shown is in time
WAIT_S = 30.0
DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> int:
    """Write `docs/window.png` and `docs/page.png`."""
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home, patch("app.clock.today", return_value=TODAY):
        os.environ.update(QT_QPA_PLATFORM="offscreen", ZHIBU_FONT="bundled", ZHIBU_HOME=home)
        from app.services import Services

        services, _code = Services.create(Path(home) / "records")
        services.samples.fill(_being_written())
        _take_page(services.manual.month_set(MONTH, ["P13"]).pdf)
        _take_window(services)
        services.close(backup=False)
    return 0


def _being_written() -> RecordSet:
    """Return the sample with the theme day that is shown not filed yet."""
    from app.manual import words
    from app.manual.kinds import THEME_DAY
    from app.services.samples import sample_records

    records = sample_records()
    shown = next(
        one
        for one in records.meetings
        if THEME_DAY in one.kinds and str(one.start).startswith(MONTH)
    )
    shown.state, shown.roster = words.DRAFT, []
    records.finalisations = [one for one in records.finalisations if one.subject_id != shown.id]
    return records


def _take_page(pdf: bytes) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=PAGE_DPI / 72).to_pil()
    picture.save(DOCS / "page.png", optimize=True)
    document.close()


def _take_window(services: object) -> None:
    """Show attendance with the preview beside it."""
    from PySide6.QtWidgets import QApplication

    from app.manual import words
    from app.manual.kinds import THEME_DAY
    from app.services import Services
    from ui import theme
    from ui.window import MainWindow

    assert isinstance(services, Services)
    app = QApplication(sys.argv[:1])
    theme.apply(app)
    theme.load_bundled_fonts()
    window = MainWindow()
    window.resize(*WINDOW_PX)
    window.show()
    window.use(services, sample=True)
    assert window.desktop is not None
    of_year = services.meetings.of_year(int(MONTH[:4]))
    theme_day = next(one for one in of_year if THEME_DAY in one.kinds and one.state == words.DRAFT)
    window.desktop.go("theme_days", theme_day.id, "attendance")
    window.desktop.drawer.open()
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until and not _is_quiet(window):
        app.processEvents()
        time.sleep(0.01)
    window.grab().save(str(DOCS / "window.png"))
    window.desktop.context.close()


def _is_quiet(window: object, seconds: float = 1.0) -> bool:
    """Tell whether no job has been running for a moment."""
    from PySide6.QtWidgets import QApplication

    from ui.window import MainWindow

    assert isinstance(window, MainWindow)
    assert window.desktop is not None
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        if window.desktop.context.jobs.busy():
            return False
        time.sleep(0.01)
    return True


if __name__ == "__main__":
    sys.exit(main())
