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
    """Print the times and return the limits that were broken."""
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
    print(f"bare widget {bare * 1000:.0f} ms, ours {ours * 1000:.0f} ms, best of {RUNS} each")
    print(f"ratio {ratio:.2f}, at most {MOST:.1f}")
    return [] if ratio <= MOST else [f"first paint takes {ratio:.2f} times a bare widget's"]


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
    sys.exit(1 if main() else 0)
