"""Writes the shipped sample: `python -m tools.sample_year`; the same bytes every time."""

from __future__ import annotations

import sys

from app import paths
from app.exchange import document
from tools.sample_year.compose import composed


def main() -> int:
    """Write `resources/sample/branch.json`."""
    path = paths.resource("sample", "branch.json")
    path.write_bytes(document.dumps(composed()))
    print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
