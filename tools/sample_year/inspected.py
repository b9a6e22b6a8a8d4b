"""What was inspected in a month, ordered to be put right, and found in the note-books."""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.checklist import CHECKLIST
from tools.sample_year.parts import (
    VISITOR,
    YEAR,
    Inspection,
    Month,
    NotesCheck,
    Plain,
    day,
    entry,
    guest,
)

NOTES_A_MONTH = 2


def pages(months: Sequence[Month], roster: Sequence[str]) -> list[Plain]:
    """Return the inspections, orders and checks of note-books of the year; `roster` are names."""
    found: list[Plain] = []
    number = 0
    for month in months:
        called = f"{YEAR}年{month.number}月"
        found += [_inspection(month.inspection, called), _notes_check(month.notes, roster)]
        for order in month.orders:
            number += 1
            item = _item_of(order["problem"], month.inspection)
            values = {"number": f"{YEAR}-{number:02}", "basis": f"{called}督查表：{item}"}
            found.append(entry("rectification_order", **values, **order))
    return found


def _inspection(held: Inspection, month: str) -> Plain:
    rows = []
    for number, item in enumerate(CHECKLIST, 1):
        deducted, problem = held.found.get(number, (0, ""))
        row = {
            "item": item.name,
            "weight": item.weight,
            "result": "基本合格" if deducted else "合格",
            "deducted_tenths": deducted,
        }
        rows.append(row | ({"problem": problem} if problem else {}))
    return entry(
        "inspection",
        month=month,
        inspected_on=day(held.day),
        inspector=[guest(who) if who == VISITOR else who for who in held.inspectors],
        unit=held.unit,
        way=held.way,
        items=rows,
    )


def _item_of(problem: str, held: Inspection) -> str:
    """Return the item of the inspection a problem was found under.

    Raises:
        ValueError: the inspection does not name the problem.
    """
    for number, (_, found) in held.found.items():
        if found == problem:
            return CHECKLIST[number - 1].name
    raise ValueError(problem)


def _notes_check(held: NotesCheck, roster: Sequence[str]) -> Plain:
    """Return the page of a check: everybody stands in it, those not looked at without figures."""
    told = {
        name: {
            "due": NOTES_A_MONTH,
            "written": NOTES_A_MONTH,
            "characters": characters,
            "grade": grade,
            "remark": remark,
        }
        for name, characters, grade, remark in held.rows
    }
    names = [*roster, *(name for name in told if name not in roster)]
    return entry(
        "notes_check",
        checked_on=day(held.day),
        checker=held.checker,
        members=[{"member": name, **told.get(name, {})} for name in names],
    )
