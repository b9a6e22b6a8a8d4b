"""`zhibu assess`: a year's assessment as its records make it, told, as JSON, or on paper."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from app.commands import GOOD, Group, complain, opened, path, say, spare_records, year

if TYPE_CHECKING:
    from app.rules.points import Line
    from app.services import Services
    from app.services.assessment import Assessment


def describe(group: Group) -> None:
    """Describe the year and where the sheets go."""
    group.add_argument("--year", metavar="年份", type=year, required=True, help="如 2025")
    group.add_argument("--out", metavar="文件", type=path, help="积分表、考核表和排名印到这个 PDF")
    group.add_argument("--json", action="store_true", help="以 JSON 列出，每行带依据的记录")


def run(arguments: argparse.Namespace) -> int:
    """Say what the records of a year come to; keep nothing."""
    if arguments.out is not None:
        spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        made = services.assessment.asked_for(int(arguments.year))
        if arguments.out is not None:
            _print(services, made, arguments)
        if arguments.json:
            say(json.dumps(_plain(made), ensure_ascii=False, indent=2))
        else:
            _tell(made)
    if arguments.out is not None and not arguments.json:
        say(f"已打印 {arguments.out}")
    return GOOD


def _print(services: Services, made: Assessment, arguments: argparse.Namespace) -> None:
    from app.services.files import write_whole

    printed = services.manual.assessment(made.entries(), int(arguments.year))
    write_whole(arguments.out, printed.pdf)
    if printed.missing_characters:
        listed = "、".join(printed.missing_characters)
        complain(f"有字体里没有的字，已印成〓：{listed}")


def _tell(made: Assessment) -> None:
    from app.rules.entries import decimal, rows_in
    from app.rules.points import own_said, times_said
    from app.rules.scores import earned_tenths

    names = made.records.names
    scores = {one.member_id: one.entry for one in made.proposals}
    for one in made.ranked:
        grade = f"，{one.grade}" if one.grade else ""
        say(f"第{one.place}名　{names[one.member.id]}　{decimal(one.tenths, 1)}分{grade}")
        rows = rows_in(scores[one.member.id].values, "items")
        told = (f"{row['item']}{times_said(row)}" for row in rows if earned_tenths(row))
        say(f"　　{'，'.join(told) or '没有加减分'}")
    say("支部自评")
    for row in rows_in(made.branch.entry.values, "items"):
        reason = f"　{row['reason']}" if row.get("reason") else ""
        say(f"　　{row['item']}　{own_said(row) or '要自己填'}{reason}")


def _plain(made: Assessment) -> dict[str, Any]:
    """Return the assessment as it is listed, members by their points."""
    names = made.records.names
    proposals = {one.member_id: one for one in made.proposals}
    groups = {one.id: one.name for one in made.records.groups}
    return {
        "year": made.records.year,
        "scheme_from": made.scheme.get("from_on"),
        "members": [
            {
                "place": one.place,
                "name": names[one.member.id],
                "group": groups.get(one.member.group_id or "", ""),
                "points": one.tenths / 10,
                "grade": one.grade,
                "settled": proposals[one.member.id].was == "settled",
                "lines": [
                    _member_line(line) for line in made.member_lines(proposals[one.member.id].entry)
                ],
            }
            for one in made.ranked
        ],
        "branch": [_branch_line(line) for line in made.branch_lines(made.branch.entry)],
    }


def _member_line(line: Line) -> dict[str, Any]:
    from app.rules.scores import earned_tenths

    return {
        "item": line.row.get("item", ""),
        "counts": line.fresh.get("counts", ""),
        "times": line.row.get("times"),
        "points": _points(earned_tenths(line.row)),
        "grounds": line.row.get("grounds", ""),
        "by_hand": line.is_by_hand,
        "records": _records(line),
    }


def _branch_line(line: Line) -> dict[str, Any]:
    return {
        "item": line.row.get("item", ""),
        "weight": line.row.get("weight"),
        "own": _points(line.row.get("own_tenths")),
        "given": _points(line.row.get("given_tenths")),
        "reason": line.row.get("reason", ""),
        "by_hand": line.is_by_hand,
        "missing": _records(line),
    }


def _points(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10


def _records(line: Line) -> list[dict[str, str]]:
    return [
        {"record": one.told, "area": one.area, "record_id": one.record_id, "section": one.section}
        for one in line.places
    ]
