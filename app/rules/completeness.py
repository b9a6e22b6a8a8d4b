"""How far a record is: a mark for each of its sections and what each action still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.manual.actions import REQUIRED_ACTIONS
from app.records import Action, Meeting
from app.rules.checks import SECTION_TITLES, Context, Finding
from app.rules.checks.actions import gaps, optional_gaps
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING


@dataclass(frozen=True, slots=True)
class Mark:
    """How many findings a section has, and what that makes of it.

    `state` is `missing` with any error, `doubtful` with warnings only, else `complete`;
    information alone leaves a section complete. `sentence` is for a tool tip.
    """

    errors: int
    warnings: int
    state: Literal["complete", "doubtful", "missing"]
    sentence: str


@dataclass(frozen=True, slots=True)
class ActionState:
    """Whether an action card is complete by its own data, and what it lacks, in Chinese."""

    complete: bool
    missing: tuple[str, ...]


def marks(findings: Iterable[Finding]) -> dict[str, Mark]:
    """Return the mark of every section by its name; a section without findings is complete."""
    counts = Counter((finding.section, finding.level) for finding in findings)
    return {
        section: _mark(counts[section, ERROR], counts[section, WARNING])
        for section in SECTION_TITLES
    }


def action_complete(meeting: Meeting, number: int, context: Context) -> ActionState:
    """Return whether the required action of a number (1–5) is complete."""
    return _state([gap.missing for gap in gaps(Case(meeting, context), number)])


def required_actions(meeting: Meeting, context: Context) -> dict[int, ActionState]:
    """Return the state of all five required actions by number."""
    case = Case(meeting, context)
    return {
        action.number: _state([gap.missing for gap in gaps(case, action.number)])
        for action in REQUIRED_ACTIONS
    }


def optional_complete(action: Action) -> ActionState:
    """Return whether an optional action says what was done and what came of it."""
    return _state([gap.missing for gap in optional_gaps(action)])


def _state(missing: list[str]) -> ActionState:
    return ActionState(not missing, tuple(missing))


def _mark(errors: int, warnings: int) -> Mark:
    if errors:
        more = f"，{warnings}处请核对" if warnings else ""
        return Mark(errors, warnings, "missing", f"{errors}处必须补全{more}")
    if warnings:
        return Mark(0, warnings, "doubtful", f"{warnings}处请核对")
    return Mark(0, 0, "complete", "已完整")
