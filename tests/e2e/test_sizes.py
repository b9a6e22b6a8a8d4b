"""Nothing is cut and nothing overlaps: every view, every tab, each size and scale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES, SIZES = (
    11,
    3,
)  # two meetings of three tabs and five pages, each without and with the preview


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_nothing_is_cut_in_any_view_or_tab(sample_folder: Path, scale: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.sizes", str(sample_folder)],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert not found["faults"], "\n".join(found["faults"])
    assert found["looked"] == PLACES * SIZES * 2
