"""What must stay quick, measured: `dev.py bench` runs every `bench_*.py` of this folder.

Each has `main() -> list[str]`: it prints what it measured, and beside it what it is measured
against, and returns one sentence for each limit that is broken. Each runs in a process of its
own, one after the other, so that neither imports nor memory of one are found in the next.
"""
