"""`zhibu report` and `zhibu rollup`: what a branch hands in each month, and all of it together."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.commands import FINDINGS, GOOD, Group, complain, month, opened, path, say, spare_records
from app.errors import InvalidInputError
from app.rules.dues import percent
from app.rules.texts import month_title, names_joined

if TYPE_CHECKING:
    from app.rules.roll_up import Counts, Line, MonthTable, RollUp

_WORKBOOK = ".xlsx"


def describe_report(group: Group) -> None:
    """Describe the month and where the report goes."""
    group.add_argument("--month", metavar="月份", type=month, required=True, help="如 2025-10")
    group.add_argument("--out", metavar="文件", type=path, required=True, help="月报文件，.json")


def describe_roll_up(group: Group) -> None:
    """Describe what was handed in and where the tables go."""
    group.add_argument(
        "files", metavar="月报", type=path, nargs="+", help="月报文件或装着它们的文件夹"
    )
    group.add_argument("--out", metavar="文件", type=path, help="PDF 文件，或 Excel 文件 .xlsx")
    group.add_argument("--json", action="store_true", help="以 JSON 列出")


def report(arguments: argparse.Namespace) -> int:
    """Write the branch's report of a month for the committee above it."""
    spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        services.branch_report.export(arguments.month, arguments.out)
    from app.rules.branch_report import SAYS_OPENLY

    say(f"已导出{month_title(arguments.month)}月报 {arguments.out}。{SAYS_OPENLY}")
    return GOOD


def roll_up(arguments: argparse.Namespace) -> int:
    """Put reports together; files that cannot be used are told and do not stop the others."""
    from app.services import roll_up as service

    if arguments.out is not None:
        spare_records(arguments.out, arguments)
    handed_in = service.read_reports(service.files_in(arguments.files))
    refused = [f"{one.path.name}：{one.refusal}" for one in handed_in if one.refusal]
    if len(refused) == len(handed_in):
        told = (
            refused[0] if refused else "文件夹里没有月报文件（.json）。请把支部交来的月报放进去。"
        )
        raise InvalidInputError(told)
    made = service.put_together(handed_in)
    if arguments.out is not None:
        if arguments.out.suffix.lower() == _WORKBOOK:
            service.export(made, arguments.out)
        else:
            service.print_into(made, arguments.out)
    if arguments.json:
        say(json.dumps(_plain(made), ensure_ascii=False, indent=2))
    else:
        _tell(made)
        if arguments.out is not None:
            say(f"已写出汇总表 {arguments.out}")
    for sentence in (*refused, *made.notes):
        complain(sentence)
    is_found = any(table.problems or table.missing for table in made.months)
    return FINDINGS if refused or is_found else GOOD


def _tell(made: RollUp) -> None:
    for table in made.months:
        total = table.total
        say(
            f"{month_title(table.month)}：{len(table.lines)} 个支部，已报 {table.reported} 个，"
            f"按时开展 {total.planned} 个，到会率 {percent(total.rate) or '—'}，"
            f"有效参与率 {percent(total.effective_rate) or '—'}，"
            f"党费交纳率 {percent(total.paid_rate) or '—'}，"
            f"必须改正 {total.errors} 处，请核对 {total.warnings} 处"
        )
        if table.missing:
            say(f"　未报：{names_joined(table.missing)}")
        for one in table.problems:
            which = names_joined(one.branches)
            say(f"　{one.number:02} {one.name}：{len(one.branches)} 个支部（{which}）")


def _plain(made: RollUp) -> dict[str, object]:
    return {
        "year": made.year,
        "parent": made.parent,
        "months": [_plain_month(table) for table in made.months],
        "year_lines": [
            {
                "branch": one.branch,
                "states": dict(one.states),
                "planned": one.planned,
                "rate": percent(one.rate),
            }
            for one in made.year_lines
        ],
        "notes": list(made.notes),
    }


def _plain_month(table: MonthTable) -> dict[str, object]:
    return {
        "month": table.month,
        "branches": [_plain_line(line) for line in table.lines],
        "total": _plain_counts(table.total),
        "missing": table.missing,
        "problems": [
            {"number": one.number, "name": one.name, "branches": dict(one.branches)}
            for one in table.problems
        ],
        "lost_tenths": [{"item": one.item, "branches": dict(one.branches)} for one in table.lost],
    }


def _plain_line(line: Line) -> dict[str, object]:
    report = line.report
    return {
        "branch": line.branch,
        "state": line.state,
        "score_tenths": report.score_tenths if report else None,
        **_plain_counts(line.counts),
    }


def _plain_counts(counts: Counts) -> dict[str, object]:
    return {
        **asdict(counts),
        "rate": percent(counts.rate),
        "effective_rate": percent(counts.effective_rate),
        "paid_rate": percent(counts.paid_rate),
    }
