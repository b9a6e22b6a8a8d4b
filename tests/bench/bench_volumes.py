"""Binds a year of twelve months for branches of 40 and of 200 members.

    python -m tests.bench.bench_volumes

Every figure is the processor time of a process that has its fonts already, the best of three. A
month has a theme day, a committee meeting, a talk and the dues of everyone; a larger branch has
more pages, so what must not grow is the cost of one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SMALL, LARGE = 40, 200
TIMES = 3
MOST_PER_PAGE = 1.5


def measure(people: int) -> dict[str, float]:
    """Return pages, seconds and megabytes of a year, from a process of its own."""
    done = subprocess.run(
        (sys.executable, "-m", "tests.bench.bench_volumes", str(people)),
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def work(people: int) -> None:
    """Keep a year, bind it some times, and tell what the best cost."""
    from app.services import Services
    from tests import factories
    from tests.bench.bench_printing import megabytes
    from tests.branch_year import YEAR, keep_year

    with tempfile.TemporaryDirectory() as folder:
        services = Services(factories.new_store(Path(folder)))
        keep_year(services, people)
        services.settle()
        best = float("inf")
        for _ in range(TIMES):
            start = time.process_time()
            printed = services.volumes.year(YEAR).printed
            best = min(best, time.process_time() - start)
        services.close(backup=False)
    told = {"pages": printed.pages, "seconds": best, "megabytes": megabytes()}
    print(json.dumps(told))


def main() -> list[str]:
    """Print the figures and return the limits that were broken."""
    small, large = measure(SMALL), measure(LARGE)
    print("members | pages | year | one page | memory")
    for people, one in ((SMALL, small), (LARGE, large)):
        print(
            f"{people:7} | {one['pages']:5.0f} | {one['seconds']:.2f} s"
            f" | {_page_ms(one):.1f} ms | {one['megabytes']:.0f} MB"
        )
    ratio = _page_ms(large) / _page_ms(small)
    print(f"a page of {LARGE} members costs {ratio:.2f}× that of {SMALL}")
    if ratio > MOST_PER_PAGE:
        return [f"a page of {LARGE} members: {ratio:.2f}×, at most {MOST_PER_PAGE}× is asked"]
    return []


def _page_ms(one: dict[str, float]) -> float:
    return one["seconds"] / one["pages"] * 1000


if __name__ == "__main__":
    if sys.argv[1:]:
        work(int(sys.argv[1]))
    else:
        main()
