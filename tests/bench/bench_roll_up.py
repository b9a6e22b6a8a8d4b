"""Puts the monthly reports of 125, 250 and 500 branches of a year together.

    python -m tests.bench.bench_roll_up

Every figure is processor time of 12 reports a branch, the best of some rounds: reading the files,
putting them together, printing the tables and writing the workbook.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

SIZES = (125, 250, 500)
TIMES = 2
LARGE = 500
MOST_SECONDS = {"read": 15.0, "put together": 1.0, "print": 10.0, "workbook": 15.0}
# Linear is 2, each with each other is 4.
MOST_PER_DOUBLING = 3.0


def best_of(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the least processor time some work took, and what it returned."""
    best, made = float("inf"), None
    for _ in range(TIMES):
        start = time.process_time()
        made = work()
        best = min(best, time.process_time() - start)
    return best, made


def measure(branches: int) -> dict[str, float]:
    """Return the seconds of each step for a year of so many branches."""
    from app.exchange.roll_up import workbook
    from app.services import roll_up as service

    with tempfile.TemporaryDirectory() as folder:
        hand_in(Path(folder), branches)
        files = service.files_in([Path(folder)])
        read, handed_in = best_of(lambda: service.read_reports(files))
    together, made = best_of(lambda: service.put_together(handed_in))
    printed, _ = best_of(lambda: service.printed(made))
    written, _ = best_of(lambda: workbook(made))
    return {"read": read, "put together": together, "print": printed, "workbook": written}


def hand_in(folder: Path, branches: int) -> None:
    """Write a year of reports, each with ten findings and a checklist."""
    from app.exchange.branch_report import dumps
    from app.manual.checklist import CHECKLIST
    from tests.branch_reports import branch_report, finding, lost, theme_day

    items = tuple(lost(one.name, 5 * (place % 2)) for place, one in enumerate(CHECKLIST))
    for number in range(1, branches + 1):
        for month in range(1, 13):
            report = branch_report(
                f"第{number}党支部",
                month=f"2025-{month:02}",
                made_at=datetime(2026, 1, 3, 8),  # noqa: DTZ001 - local wall-clock time
                days=(theme_day(date(2025, month, 9)),),
                items=items,
                findings=tuple(finding(1 + (number + at) % 56, "W") for at in range(10)),
            )
            (folder / f"{number}-{month}.json").write_bytes(dumps(report))


def main() -> list[str]:
    """Print the figures and return the limits that were broken."""
    broken: list[str] = []
    before: dict[str, float] = {}
    for branches in SIZES:
        found = measure(branches)
        told = []
        for step, seconds in found.items():
            growth = seconds / before[step] if before else 0.0
            told.append(f"{step} {seconds:6.3f}s" + (f" (×{growth:.2f})" if growth else ""))
            if growth > MOST_PER_DOUBLING:
                broken.append(f"{branches} 个支部：{step} 是一半支部的 {growth:.2f} 倍")
            if branches == LARGE and seconds > MOST_SECONDS[step]:
                broken.append(f"{branches} 个支部：{step} {seconds:.2f}s，限 {MOST_SECONDS[step]}s")
        print(f"{branches:4} branches × 12 months | {' | '.join(told)}")
        before = found
    return broken


if __name__ == "__main__":
    print("\n".join(main()))
