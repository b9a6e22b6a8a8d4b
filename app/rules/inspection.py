"""What the records answer of a month's inspection: result, deduction and problem of each item.

What no record tells, such as whether a signature is one's own, stays open for the inspector.

Source: `domain/calendar-and-faults.md` 5.4 (faults) and 5.5 (items and weights); that faults take
equal shares of a weight is our own default.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.manual.checklist import ASKED_FOR, CHECKLIST, OTHER, ChecklistItem, item_called, item_of
from app.manual.pages import inspection, knows, monthly_notice, page_of
from app.records import Entry
from app.rules.checks import Finding
from app.rules.checks.fault import (
    DUES_AREA,
    INSPECTION_AREA,
    MEETINGS_AREA,
    NOTE,
    REGISTERS_AREA,
    SETTINGS_AREA,
    THEME_DAYS_AREA,
)
from app.rules.counted import Place, basis_of
from app.rules.entries import Values, decimal, filed_on, is_empty, rows_in
from app.rules.evidence import EVIDENCE, Evidence, entry_place, meeting_place
from app.rules.month_checks import MonthView
from app.rules.texts import month_in, month_title

PASSED, PARTLY, FAILED, NOT_APPLICABLE = inspection.RESULTS

_TENTHS = 10
# More problems than these are counted and not told one by one.
_MOST_TOLD = 3
# What these pages lack themselves is no fault of the month.
_OWN_PAGES = frozenset({inspection.PAGE.key, monthly_notice.PAGE.key})
_AREA_WORDS = {
    MEETINGS_AREA: "三会一课记录",
    THEME_DAYS_AREA: "主题党日记录",
    REGISTERS_AREA: "登记",
    INSPECTION_AREA: "督查考核",
    SETTINGS_AREA: "支部设置",
}
# The columns of a row that are answered.
ANSWERED = ("result", "deducted_tenths", "problem", "basis")

_IN_THE_PROGRAM = re.compile(r"请(?:在“[^”]*”里|点“[^”]*”)")

Items = Sequence[tuple[str, int]]
STANDARD: Items = tuple((one.name, one.weight) for one in CHECKLIST)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the records say of an item; `result` is empty where they say nothing.

    `deducted_tenths` is what it lost, `demand` what is to be done about the problem, and `places`
    are the records it was counted from.
    """

    item: str
    weight: int
    result: str = ""
    deducted_tenths: int | None = None
    problem: str = ""
    demand: str = ""
    places: tuple[Place, ...] = ()

    def values(self) -> Values:
        """Return the row of the item with what is answered."""
        given = (self.result, self.deducted_tenths, self.problem, basis_of(self.places))
        answered = dict(zip(ANSWERED, given, strict=True))
        return {"item": self.item, "weight": self.weight, **_answered(answered)}


def answers(view: MonthView, findings: Iterable[Finding], items: Items = STANDARD) -> list[Answer]:
    """Return what the records of a month answer of some items, by their words and weights.

    Faults that belong to none of the items are told in one that has no weight.
    """
    named = [item_called(name) for name, _ in items]
    known = [one for one in named if one is not None]
    faults: dict[ChecklistItem, list[Finding]] = {}
    for finding in findings:
        counts = finding.level != NOTE or (finding.number, finding.field) in ASKED_FOR
        if counts and finding.section not in _OWN_PAGES:
            belongs = item_of(finding.number, finding.area, finding.section, finding.field)
            faults.setdefault(belongs if belongs in known else OTHER, []).append(finding)
    missing = _missing_theme_day(view, faults)
    found = []
    for (name, weight), item in zip(items, named, strict=True):
        if item is None:
            found.append(Answer(name, weight))
        elif missing is not None and item.of_theme_day:
            found.append(_answer(view, item, weight, [missing] * item.parts))
        else:
            found.append(_answer(view, item, weight, faults.get(item, [])))
    if faults.get(OTHER) and OTHER not in known:
        found.append(_answer(view, OTHER, OTHER.weight, faults[OTHER]))
    return found


def kept_answers(found: Iterable[Answer]) -> list[Values]:
    """Return answers as they are kept with an inspection, to tell later what was typed since."""
    return [
        {name: value for name, value in one.values().items() if name != "weight"}
        | ({"demand": one.demand} if one.demand else {})
        for one in found
    ]


def items_of(entries: Iterable[Entry]) -> Items:
    """Return the items and weights of a branch's last inspection, the standard ones without any.

    Items without weight are not among them.
    """
    by_day = sorted(entries, key=lambda one: str(filed_on(inspection.PAGE, one) or ""))
    for entry in reversed(by_day):
        rows = rows_in(entry.values, "items")
        listed = [row for row in rows if row.get("item") and row.get("weight")]
        if listed:
            return [(row["item"], row["weight"]) for row in listed]
    return STANDARD


def is_of_month(entry: Entry, month: str) -> bool:
    """Tell whether an inspection or a notice is about a month (`2025-10`)."""
    return month_in(entry.values.get("month") or "") == month


def _missing_theme_day(
    view: MonthView, faults: dict[ChecklistItem, list[Finding]]
) -> Finding | None:
    """Return the finding that a month which is over has no theme day."""
    if not view.is_over:
        return None
    listed = (one for found in faults.values() for one in found)
    return next((one for one in listed if one.area == THEME_DAYS_AREA and one.number == 9), None)


def _answer(view: MonthView, item: ChecklistItem, weight: int, findings: list[Finding]) -> Answer:
    evidence = EVIDENCE[item](view) if item in EVIDENCE else Evidence()
    wrong = [(_place_of(view, one), one.sentence) for one in findings]
    off = view.context.rules.off
    flaws = [one for one in evidence.flaws if one.number not in off]
    wrong += [(one.place, one.sentence) for one in flaws]
    if wrong:
        whole = weight * _TENTHS
        is_lost = len(wrong) >= item.parts or any(one.is_whole for one in flaws)
        lost = whole if is_lost else len(wrong) * whole // item.parts
        result = FAILED if weight and 2 * lost >= whole else PARTLY
        problem, demand = _problem(wrong), _demand(wrong)
        places = tuple(dict.fromkeys(place for place, _ in wrong))
        return Answer(item.name, weight, result, lost, problem, demand, places)
    if not evidence.is_there:
        return Answer(item.name, weight)
    if evidence.is_nothing:
        return Answer(item.name, weight, NOT_APPLICABLE)
    return Answer(item.name, weight, PASSED, 0, places=tuple(evidence.places))


def _problem(told: Sequence[tuple[Place, str]]) -> str:
    """Return the problems in one line, each after the record it is in."""
    parts: list[str] = []
    last = ""
    for place, sentence in list(dict.fromkeys(told))[:_MOST_TOLD]:
        fact = "，".join(_clauses(sentence, wished=False)) or sentence.rstrip("。")
        is_named = not place.record_id or place.told == last
        parts.append(fact if is_named else f"{place.told}：{fact}")
        last = place.told
    count = len(dict.fromkeys(told))
    return "；".join(parts) + (f"；共{count}处" if count > _MOST_TOLD else "") + "。"


def _demand(told: Sequence[tuple[Place, str]]) -> str:
    """Return what is to be done, each once."""
    wishes = (one for _, sentence in told for one in _clauses(sentence, wished=True))
    # On paper nobody knows the parts of the program.
    listed = dict.fromkeys(_IN_THE_PROGRAM.sub("请", one) for one in wishes)
    return "；".join(listed) + "。" if listed else ""


def _clauses(sentence: str, *, wished: bool) -> list[str]:
    """Return the sentences of a finding that ask for something, or those that tell."""
    listed = [one for one in sentence.split("。") if one]
    return [one for one in listed if one.startswith("请") == wished]


def _place_of(view: MonthView, finding: Finding) -> Place:
    """Return the record of a finding and the way to its field."""
    for meeting in view.context.meetings:
        if meeting.id == finding.record_id:
            return meeting_place(view, meeting, finding.spot)
    for entry in view.kept:
        if entry.id == finding.record_id and knows(entry.page):
            return entry_place(view, page_of(entry.page), entry, finding.spot)
    if finding.area == DUES_AREA:
        month = view.context.month
        return Place(f"{month_title(month)}党费表", DUES_AREA, month, finding.spot)
    words = _AREA_WORDS.get(finding.area, "记录")
    return Place(words, finding.area, finding.record_id, finding.spot)


@dataclass(frozen=True, slots=True)
class Renewal:
    """An item the records answer otherwise than when the inspection was filled in from them.

    `then` and `now` are what the records answered and answer. What the inspector typed himself is
    left as it is (`is_typed`).
    """

    answer: Answer
    then: Values
    now: Values
    is_typed: bool

    @property
    def sentence(self) -> str:
        """Return what changed, as 缺席人员补课完成：合格 → 不合格，扣2分."""
        return f"{self.answer.item}：{told(self.then)} → {told(self.now)}"


def told(row: Values) -> str:
    """Return an answer in words: 不合格，扣2.5分."""
    lost = row.get("deducted_tenths")
    words = (row.get("result") or "没有结果", f"扣{decimal(lost, 1)}分" if lost else "")
    return "，".join(word for word in words if word)


def renewals(values: Values, found: Iterable[Answer]) -> list[Renewal]:
    """Return what the records answer otherwise now than when an inspection was filled in.

    One that was not filled in from them has nothing to compare.
    """
    rows = {row.get("item"): row for row in rows_in(values, "items")}
    kept = {row.get("item"): row for row in rows_in(values, "answers")}
    changed = []
    for one in found if kept else ():
        then, now, there = kept.get(one.item, {}), one.values(), rows.get(one.item, {})
        if _said(now) not in (_said(then), _said(there)):
            is_typed = _said(there) != _said(then)
            changed.append(Renewal(one, _answered(then), _answered(now), is_typed))
    return changed


def renewed(values: Values, taken: Iterable[Renewal]) -> Values:
    """Return an inspection with newer answers taken over, but for rows that were typed in."""
    rows = [dict(row) for row in values.get("items") or ()]
    kept = {row.get("item"): row for row in rows_in(values, "answers")}
    for one in taken:
        name = one.answer.item
        kept |= {row["item"]: row for row in kept_answers([one.answer])}
        if one.is_typed:
            continue
        row = next((row for row in rows if row.get("item") == name), None)
        if row is None:
            row = {"item": name, "weight": one.answer.weight}
            rows.append(row)
        for column in ANSWERED:
            row.pop(column, None)
        row |= one.now
    return values | {"items": rows, "answers": list(kept.values())}


def _said(row: Values) -> tuple[str, int, str]:
    """Return what an answer says; which records it is from is no news by itself."""
    lost = row.get("deducted_tenths") or 0
    return row.get("result") or "", lost, (row.get("problem") or "").strip()


def _answered(row: Values) -> Values:
    return {name: row[name] for name in ANSWERED if not is_empty(row.get(name))}
