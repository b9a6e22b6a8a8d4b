"""A branch's monthly report as a file: plain JSON, held against its schema when it comes in.

The one who reads it is not the one who made it, and cannot mend it: so a refusal says whom to ask
for what, and names the place only for the one who looks into the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.errors import InvalidDocumentError, InvalidInputError
from app.exchange.document import schema
from app.exchange.document.node import Node
from app.exchange.document.text import parse, serialise
from app.exchange.document.values import without_empty
from app.rules import month_figures as names
from app.rules.branch_report import (
    BranchReport,
    ReportedDay,
    ReportedFigure,
    ReportedFinding,
    ReportedItem,
    amount_in,
)
from app.rules.texts import month_of

FORMAT = "zhibu-branch-report"
VERSION = 1
MOST_BYTES = 20_000_000

_FOREIGN = "这不是支部月报文件，请选支部用“导出本月月报”做的文件。"
_NEWER = "这份月报是较新版本的程序导出的，请先更新本机的程序，再汇总。"
_AGAIN = "请支部重新导出一份。"
# What can never be more than what.
_WITHIN = (
    (names.DUES_PAID, names.DUES_DUE),
    (names.OPEN_ORDERS, names.ORDERED),
)


def loads(content: bytes) -> BranchReport:
    """Return the report in a file's bytes.

    Raises:
        InvalidInputError: it is no report, of a newer version, damaged, or does not add up.
    """
    if len(content) > MOST_BYTES:
        raise InvalidInputError(_FOREIGN)
    try:
        document = parse(content)
    except InvalidDocumentError:
        is_ours = FORMAT.encode() in content[:200]
        raise InvalidInputError(f"这份月报已经损坏，{_AGAIN}" if is_ours else _FOREIGN) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InvalidInputError(_FOREIGN)
    version = document.get("version")
    if type(version) is int and version > VERSION:  # yes and no are whole numbers to Python
        raise InvalidInputError(_NEWER)
    try:
        schema.hold(document, FORMAT, VERSION)
        report = _read(Node(document))
    except InvalidDocumentError as error:
        told = f"这份月报不完整或被改动过（{error.path}），{_AGAIN}"
        raise InvalidInputError(told) from error
    doubt = next(_doubts(report), "")
    if doubt:
        raise InvalidInputError(f"这份月报里{doubt}，{_AGAIN}")
    return report


def dumps(report: BranchReport) -> bytes:
    """Return a report as the bytes of a file, the same for the same report."""
    branch = {
        "id": report.branch_id,
        "name": report.branch,
        "code": report.code,
        "parent": report.parent,
    }
    return serialise(
        {
            "format": FORMAT,
            "version": VERSION,
            "branch": without_empty(branch),
            "month": report.month,
            "made_at": report.made_at.isoformat(timespec="seconds"),
            "theme_days": [
                {
                    "held_on": one.held_on.isoformat(),
                    "timing": one.timing,
                    "figures": _figures(one.figures),
                }
                for one in report.days
            ],
            "figures": _figures(report.figures),
            "inspection": {
                "is_kept": report.is_inspected,
                **_given("score_tenths", report.score_tenths),
                "items": [_item(one) for one in report.items],
            },
            "findings": [_finding(one) for one in report.findings],
        }
    )


def _figures(figures: Iterable[ReportedFigure]) -> list[dict[str, Any]]:
    return [
        {"name": one.name, "value": one.value, **_given("amount", one.amount)} for one in figures
    ]


def _item(one: ReportedItem) -> dict[str, Any]:
    return {
        "item": one.item,
        **_given("weight", one.weight),
        **_given("result", one.result or None),
        **_given("deducted_tenths", one.deducted_tenths),
        **_given("problem", one.problem or None),
    }


def _finding(one: ReportedFinding) -> dict[str, Any]:
    return {
        "number": one.number,
        "name": one.name,
        "level": one.level,
        **_given("record", one.record or None),
        "sentence": one.sentence,
    }


def _given(name: str, value: object) -> dict[str, Any]:
    return {} if value is None else {name: value}


def _read(root: Node) -> BranchReport:
    branch, inspection = root["branch"], root["inspection"]
    made_at = root["made_at"].time()
    assert made_at is not None  # the schema asks for it
    return BranchReport(
        branch_id=branch["id"].line(),
        branch=branch["name"].line(),
        month=root["month"].line(),
        made_at=made_at,
        code=branch["code"].line(),
        parent=branch["parent"].line(),
        days=tuple(_read_day(one) for one in root["theme_days"].items()),
        figures=_read_figures(root["figures"]),
        is_inspected=bool(inspection["is_kept"].flag()),
        score_tenths=inspection["score_tenths"].whole(),
        items=tuple(
            ReportedItem(
                item=one["item"].line(),
                weight=one["weight"].whole(),
                result=one["result"].text(),
                deducted_tenths=one["deducted_tenths"].whole(),
                problem=one["problem"].text(),
            )
            for one in inspection["items"].items()
        ),
        findings=tuple(
            ReportedFinding(
                number=one["number"].value,
                name=one["name"].line(),
                level=one["level"].value,
                record=one["record"].text(),
                sentence=one["sentence"].text(),
            )
            for one in root["findings"].items()
        ),
    )


def _read_day(node: Node) -> ReportedDay:
    day = node["held_on"].day()
    assert day is not None  # the schema asks for it
    return ReportedDay(day, node["timing"].text(), _read_figures(node["figures"]))


def _read_figures(node: Node) -> tuple[ReportedFigure, ...]:
    return tuple(
        ReportedFigure(one["name"].line(), one["value"].text(), one["amount"].whole())
        for one in node.items()
    )


def _doubts(report: BranchReport) -> Iterator[str]:
    """Yield what a schema cannot say: days of another month, a part larger than its whole."""
    if any(month_of(one.held_on) != report.month for one in report.days):
        yield "主题党日的日期不在本月"
    for figures in (report.figures, *(one.figures for one in report.days)):
        told = [one.name for one in figures]
        if len(set(told)) != len(told):
            yield "有一个数写了两次"
        for part, whole in _WITHIN:
            if (amount_in(figures, part) or 0) > (amount_in(figures, whole) or 0):
                yield f"“{part}”比“{whole}”还多"
        came = (amount_in(figures, names.PRESENT) or 0) + (amount_in(figures, names.MADE_UP) or 0)
        if came > (amount_in(figures, names.DUE) or 0):
            yield f"“{names.PRESENT}”加“{names.MADE_UP}”比“{names.DUE}”还多"
