"""`zhibu inspect` and `zhibu notice`: a month's inspection as computed, and its notice."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from app.commands import FINDINGS, GOOD, Group, month, opened, path, say, spare_records
from app.rules.texts import month_title

if TYPE_CHECKING:
    from pathlib import Path

    from app.records import Entry
    from app.rules.inspection import Answer
    from app.services import Services


def describe_inspect(group: Group) -> None:
    """Describe the month and where the sheet goes."""
    group.add_argument("--month", metavar="月份", type=month, required=True, help="如 2025-10")
    group.add_argument("--out", metavar="文件", type=path, help="督查表印到这个 PDF 文件")
    group.add_argument("--json", action="store_true", help="以 JSON 列出")


def describe_notice(group: Group) -> None:
    """Describe the month and where the notice goes."""
    group.add_argument("--month", metavar="月份", type=month, required=True, help="如 2025-10")
    group.add_argument("--out", metavar="文件", type=path, required=True, help="PDF 文件")


def inspect(arguments: argparse.Namespace) -> int:
    """Say what the records of a month answer of the checklist; keep nothing."""
    if arguments.out is not None:
        spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        found = services.inspections.asked_for(arguments.month)
        if arguments.out is not None:
            _print(services, services.entries.inspection_of_month(arguments.month), arguments.out)
    if arguments.json:
        say(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
    else:
        _tell(found)
        if arguments.out is not None:
            say(f"已打印督查表 {arguments.out}")
    return FINDINGS if any(one.problem for one in found) else GOOD


def notice(arguments: argparse.Namespace) -> int:
    """Print the notice kept of a month, or a draft of it where there is none."""
    spare_records(arguments.out, arguments)
    with opened(arguments) as services:
        services.inspections.asked_for(arguments.month)
        kept = services.inspections.notice(arguments.month)
        changed = services.inspections.changed(kept.values) if kept is not None else []
        _print(services, kept or services.entries.notice_of_month(arguments.month), arguments.out)
    which = "已保存的通报" if kept is not None else "通报草稿（还没有保存的通报）"
    say(f"已打印{month_title(arguments.month)}{which} {arguments.out}")
    for one in changed:
        say(f"起草后变了：{one.sentence}")
    return FINDINGS if changed else GOOD


def _print(services: Services, entry: Entry, target: Path) -> None:
    from app.services.files import write_whole

    write_whole(target, services.manual.preview_entry(entry).pdf)


def _tell(found: list[Answer]) -> None:
    from app.rules.entries import decimal
    from app.rules.inspection import told
    from app.rules.scores import inspected_tenths

    for one in found:
        result = told(one.values()) if one.result else "记录里看不出，请督查人填写"
        problem = f"：{one.problem}" if one.problem else ""
        say(f"{one.item}（{one.weight}分）　{result}{problem}")
    score = inspected_tenths([one.values() for one in found])
    if score is not None:
        say(f"按记录得分：{decimal(score, 1)}分")


def _plain(answer: Answer) -> dict[str, object]:
    lost = answer.deducted_tenths
    return {
        "item": answer.item,
        "weight": answer.weight,
        "result": answer.result,
        "deducted_tenths": lost,
        "problem": answer.problem,
        "records": [
            {"record": place.told, "area": place.area, "record_id": place.record_id}
            for place in answer.places
        ],
    }
