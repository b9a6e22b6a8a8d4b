"""Assesses a year of twelve months for branches of 50 to 400 members.

    python -m tests.bench.bench_assessment

Every figure is processor time, the best of three: reading the year's records and counting from them
the points of everybody and the branch's own score; and keeping a page for each member.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (50, 100, 200, 400)
TIMES = 3
LARGE = 200
MOST_SECONDS = 1.5
MOST_PER_DOUBLING = 2.6


def best_of(work: Callable[[], object]) -> float:
    """Return the least processor time some work took."""
    found = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def measure(people: int) -> tuple[float, float]:
    """Return the seconds counting a year takes, and those keeping it the first time."""
    from app.services import Services
    from tests import factories
    from tests.branch_year import YEAR, keep_year

    with tempfile.TemporaryDirectory() as folder:
        services = Services(factories.new_store(Path(folder)))
        keep_year(services, people)
        counted = best_of(lambda: services.assessment.year(YEAR))
        start = time.process_time()
        services.assessment.keep_members(YEAR)
        kept = time.process_time() - start
        services.close(backup=False)
    return counted, kept


def main() -> list[str]:
    """Print the figures and return the limits that were broken."""
    found = {people: measure(people) for people in SIZES}
    print("members | counted | growth | kept")
    broken = []
    before = 0.0
    for people, (counted, kept) in found.items():
        growth = counted / before if before else 0.0
        print(f"{people:7} | {counted:6.3f}s | {growth:6.2f} | {kept:6.3f}s")
        if growth > MOST_PER_DOUBLING:
            broken.append(f"{people} 人的年度考核是一半人数的 {growth:.2f} 倍")
        before = counted
    if found[LARGE][0] > MOST_SECONDS:
        broken.append(f"{LARGE} 人的年度考核 {found[LARGE][0]:.2f}s，限 {MOST_SECONDS}s")
    return broken


if __name__ == "__main__":
    print("\n".join(main()))
