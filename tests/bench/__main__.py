"""Run all benches, or those named: `python -m tests.bench [printing …]`."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path


def run_all(names: list[str]) -> int:
    """Run each bench in its own process and return 1 when any limit is broken, else 0."""
    failed = []
    for name in names:
        print(f"\n== {name} ==", flush=True)
        command = [sys.executable, "-m", "tests.bench", "--only", name]
        if subprocess.run(command, check=False).returncode != 0:
            failed.append(name)
    print(f"\n✗ {'、'.join(failed)}" if failed else "\n✓ 每一项都在限度之内")
    return 1 if failed else 0


def run_one(name: str) -> int:
    """Run one bench here, print the limits it broke and return 1 when there are any, else 0."""
    broken: list[str] = importlib.import_module(f"tests.bench.bench_{name}").main()
    for sentence in broken:
        print(f"✗ {sentence}")
    return 1 if broken else 0


def main(words: list[str]) -> int:
    """Run what the words on the command line ask for and return the exit code."""
    if words[:1] == ["--only"]:
        return run_one(words[1])
    here = Path(__file__).parent
    return run_all(
        words or sorted(path.stem.removeprefix("bench_") for path in here.glob("bench_*.py"))
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
