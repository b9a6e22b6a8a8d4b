"""Nothing is cut and nothing overlaps: every view, every tab, each size and scale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.manual.pages import PAGES
from ui.navigation import ENTRIES

ROOT = Path(__file__).parents[2]
# Two meetings of three tabs, every other entry and a member, each without and with the preview.
PLACES, SIZES = 2 * 3 + len(ENTRIES) - 2 + 1, 3


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
    assert found["looked"] == PLACES * SIZES * 2 + len(PAGES)
