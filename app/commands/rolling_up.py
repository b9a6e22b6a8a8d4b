"""`zhibu report`: the one file a branch hands to the committee above it each month."""

from __future__ import annotations

import argparse

from app.commands import GOOD, Group, month, opened, path, say, spare_records
from app.rules.texts import month_title


def describe_report(group: Group) -> None:
    """Describe the month and where the report goes."""
    group.add_argument("--month", metavar="月份", type=month, required=True, help="如 2025-10")
    group.add_argument("--out", metavar="文件", type=path, required=True, help="月报文件，.json")


def report(arguments: argparse.Namespace) -> int:
    """Write the branch's report of a month for the committee above it."""
    spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        services.branch_report.export(arguments.month, arguments.out)
    from app.services.branch_report import SAYS_OPENLY

    say(f"已导出{month_title(arguments.month)}月报 {arguments.out}。{SAYS_OPENLY}")
    return GOOD
