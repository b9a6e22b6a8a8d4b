"""Start to first paint, as a ratio to a bare application with one widget, side by side."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
MOST = 3.0

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class One(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: sys.exit())
app = QApplication([])
one = One()
one.resize(1366, 768)
one.show()
app.exec()
"""

OURS = """
import sys
import ui.__main__ as program
program._open = lambda *args, **options: sys.exit()
program.main([])
"""


def main() -> list[str]:
    """Return what was measured, a sentence a line."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "ZHIBU_HOME": home,
            "PYTHONPATH": str(ROOT),
        }
        pairs = [
            (_seconds(BARE, environment), _seconds(OURS, environment)) for _ in range(RUNS + 1)
        ]
    warm = pairs[1:]
    bare, ours = min(pair[0] for pair in warm), min(pair[1] for pair in warm)
    ratio = ours / bare
    verdict = "ok" if ratio <= MOST else "TOO SLOW"
    times = f"bare widget {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms"
    return [
        f"start to first paint, best of {RUNS}: {times}, ratio {ratio:.2f} (≤ {MOST:.1f}): {verdict}"
    ]


def _seconds(code: str, environment: dict[str, str]) -> float:
    """Return how long a program takes from its start until it ends with its first paint."""
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        cwd=ROOT,
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - begin


if __name__ == "__main__":
    print("\n".join(main()))
