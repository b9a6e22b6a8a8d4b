"""The states of a record: which step leads where, and what is asked before it is finalised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.manual import words
from app.manual.settings import RECORD_DAYS
from app.rules.calendar import Calendar
from app.rules.checks.fault import ERROR, Finding
from app.rules.fixed_day import working_days_after, working_days_between
from app.rules.rule_book import number_of
from app.rules.texts import long_date, month_of, short_date

# Fault 28 of `domain/calendar-and-faults.md` 5.4: a required action is not complete.
_REQUIRED_ACTION = 28

LATE_RECORD = "补记"
# What a correction says it is of when the record itself changed its state.
STATE_PLACE = "记录状态"


class Step(Enum):
    """What is done with a record, in the word of its button."""

    FINALISE = "定稿"
    REOPEN = "撤销定稿"
    CORRECT = "更正"
    PRINT = "打印"
    ARCHIVE = "标记已签字归档"
    VOID = "作废"
    DISCARD = "移到回收站"


# From which states a step is allowed, and where it leads; `None` leaves the state as it is.
_STEPS: Mapping[Step, tuple[frozenset[str], str | None]] = {
    Step.FINALISE: (frozenset({words.DRAFT}), words.FINAL),
    Step.REOPEN: (frozenset({words.FINAL}), words.DRAFT),
    Step.CORRECT: (words.FINAL_STATES, None),
    Step.PRINT: (frozenset({words.FINAL}), words.PRINTED),
    Step.ARCHIVE: (frozenset({words.FINAL, words.PRINTED}), words.ARCHIVED),
    Step.VOID: (words.FINAL_STATES, words.VOID),
    Step.DISCARD: (frozenset({words.DRAFT}), None),
}

_REFUSALS = {
    words.DRAFT: "这份记录还没有定稿，可以直接改。",
    words.VOID: "这份记录已经作废，只能查看，不能再改。",
    words.ARCHIVED: "这份记录已经签字归档。要改内容请点“更正”并写明原因。",
}
_SETTLED = "这份记录已经定稿。要改内容请点“更正”并写明原因。"


def may(step: Step, state: str, *, corrected: bool = False) -> bool:
    """Tell whether a step is allowed from a state; what was `corrected` is a draft no more.

    Source: `domain/pages.md` 2.31 (record_status).
    """
    allowed, _ = _STEPS[step]
    return state in allowed and not (step is Step.REOPEN and corrected)


def after(step: Step, state: str) -> str:
    """Return the state a step leads to."""
    return _STEPS[step][1] or state


def refusal(step: Step, state: str) -> str:
    """Return why a step is not allowed from a state, and what is."""
    if step is Step.DISCARD:
        return "定稿以后的记录不能移到回收站。确实不用的，请点“作废”并写明原因。"
    if step is Step.REOPEN and state in words.FINAL_STATES:
        return "打印过或更正过的记录不能撤销定稿。要改内容请点“更正”并写明原因。"
    return _REFUSALS.get(state, _SETTLED)


def is_settled(state: str) -> bool:
    """Tell whether a record may no longer be changed as a draft may."""
    return state != words.DRAFT


def is_late(
    day: date | None, finalised_on: date, record_days: int, calendar: Calendar | None = None
) -> bool:
    """Tell whether a record finalised on a day was written late (补记).

    Source: 小满镇全程纪实管理办法 (3个工作日), `domain/calendar-and-faults.md` fault 10.
    """
    return day is not None and working_days_between(day, finalised_on, calendar) > record_days


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked before a record is finalised.

    `early` says that its day has not come, and `blocking` has to be put right first. What is in
    `missing` may be missing for a reason that is written down; `late` is the sentence that asks
    why it was not written in time. Sentences are empty where there is nothing to say.
    """

    blocking: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()
    late: str = ""
    early: str = ""

    def problem(self, late_reason: str, missing_reason: str) -> str:
        """Return why it cannot be finalised with these reasons; empty when it can."""
        if self.early:
            return self.early
        if self.blocking:
            more = f"（共{len(self.blocking)}处）" if len(self.blocking) > 1 else ""
            return f"还不能定稿{more}：{self.blocking[0].sentence}"
        if self.missing and not missing_reason.strip():
            return "有规定动作没有完成。请写明原因再定稿，或先补齐。"
        if self.late and not late_reason.strip():
            return f"{self.late}请写明补记的原因再定稿。"
        return ""


def wishes_of(
    findings: Iterable[Finding],
    day: date | None,
    today: date,
    record_days: int,
    calendar: Calendar | None = None,
) -> Wishes:
    """Return what is asked of a record of a day with these findings.

    Errors block, but for a required action that is not complete; warnings do not.

    Source: `domain/rules.md` (levels); `domain/one-plus-n-features.md` F24 (no finalising with a
    missing required action unless a reason is given).
    """
    errors = [one for one in findings if one.level == ERROR]
    return Wishes(
        blocking=tuple(one for one in errors if one.number != _REQUIRED_ACTION),
        missing=tuple(one for one in errors if one.number == _REQUIRED_ACTION),
        late=_late_words(day, today, record_days, calendar),
        early=_early_words(day, today),
    )


def _early_words(day: date | None, today: date) -> str:
    if day is None or day <= today:
        return ""
    return f"{long_date(day)}还没有到。请等开展以后、记录写好了再定稿。"


def _late_words(day: date | None, today: date, record_days: int, calendar: Calendar | None) -> str:
    if day is None or not is_late(day, today, record_days, calendar):
        return ""
    until = short_date(working_days_after(day, record_days, calendar))
    limit = f"{record_days}个工作日内（{until}前）"
    return f"{long_date(day)}的记录应在{limit}完成，现在定稿按“{LATE_RECORD}”处理。"


def record_days_of(settings: Mapping[str, str], day: date | None) -> int:
    """Return how many working days a record of a day may take; of an unknown day, by default."""
    return number_of(settings, RECORD_DAYS, "" if day is None else month_of(day))
