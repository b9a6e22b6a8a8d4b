"""What the required and optional actions of a theme day still lack.

Source: 王研 《探索实施“1+N主题党日” 推进党内组织生活规范化》, part 2
(五个规定动作、自选动作重实效).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from app.manual.actions import (
    DUES_ACTION,
    LECTURE_ACTION,
    ORDINALS,
    RECITATION_ACTION,
    REFLECTION_ACTION,
    REQUIRED_ACTIONS,
    STUDY_ACTION,
    required_action,
)
from app.manual.settings import LEAST_REFLECTIONS
from app.records import Action
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, NOTE, WARNING, Fault


class Gap(NamedTuple):
    """What an action lacks: the field to go to and what is missing, in Chinese."""

    field: str
    missing: str


def gaps(case: Case, number: int) -> list[Gap]:
    """Return what the required action of a number (1–5) still lacks; empty when it is complete."""
    return list(_GAPS[number](case))


def optional_gaps(action: Action) -> list[Gap]:
    """Return what an optional action still lacks."""
    found = []
    if not action.name.strip() and not action.category.strip():
        found.append(Gap("name", "名称"))
    if not action.text.strip():
        found.append(Gap("text", "开展情况"))
    if not action.effect.strip():
        found.append(Gap("effect", "成效"))
    return found


def required_incomplete(case: Case) -> Iterator[Fault]:
    """Find each required action that is not complete by its own data (规定动作缺项)."""
    if not case.is_theme_day:
        return
    for action in REQUIRED_ACTIONS:
        found = gaps(case, action.number)
        if found:
            ordinal = ORDINALS[action.number - 1]
            missing = "、".join(gap.missing for gap in found)
            sentence = f"规定动作{ordinal}“{action.name}”还缺{missing}。请补上。"
            field = f"actions.{action.number}.{found[0].field}"
            yield Fault(ERROR, "actions", field, sentence)


def no_optional_action(case: Case) -> Iterator[Fault]:
    """Find a theme day of required actions only (无自选动作)."""
    if case.is_theme_day and not case.optional:
        sentence = "还没有自选动作。请在“规定动作和自选动作”里至少加一项，并写明成效。"
        yield Fault(NOTE, "actions", "optional", sentence)


def only_study(case: Case) -> Iterator[Fault]:
    """Find a theme day on which documents were read and nothing else was done (只读文件)."""
    if not case.is_theme_day or not case.is_over or gaps(case, STUDY_ACTION) or case.optional:
        return
    others = (one.number for one in REQUIRED_ACTIONS if one.number != STUDY_ACTION)
    if all(gaps(case, number) for number in others):
        sentence = "这次活动只有学习文件，没有别的动作。请补记诵读、党课、谈体会等实际开展的内容。"
        yield Fault(NOTE, "actions", f"actions.{STUDY_ACTION}.text", sentence)


def optional_incomplete(case: Case) -> Iterator[Fault]:
    """Find an optional action that does not say what was done or what came of it."""
    for action in case.optional:
        found = optional_gaps(action)
        if found:
            name = action.name.strip() or action.category.strip() or "（未命名）"
            missing = "、".join(gap.missing for gap in found)
            sentence = f"自选动作“{name}”还缺{missing}。请补上。"
            yield Fault(WARNING, "actions", f"actions.{action.id}.{found[0].field}", sentence)


def _dues_gaps(case: Case) -> Iterator[Gap]:
    yield from _lead_gap(case, DUES_ACTION)
    if case.day is not None and any(row.paid_on == case.day and row.paid_fen for row in case.dues):
        return
    paid_ids = {row.member_id for row in case.dues if row.paid_fen}
    if not case.roster_ids or not case.roster_ids <= paid_ids:
        yield Gap("dues", "当天的党费交纳记录")


def _recitation_gaps(case: Case) -> Iterator[Gap]:
    yield from _lead_gap(case, RECITATION_ACTION)
    yield from _text_gap(case, RECITATION_ACTION, "诵读的章条")


def _study_gaps(case: Case) -> Iterator[Gap]:
    yield from _lead_gap(case, STUDY_ACTION)
    yield from _text_gap(case, STUDY_ACTION, "学习的篇目或要点")


def _lecture_gaps(case: Case) -> Iterator[Gap]:
    action = case.required.get(LECTURE_ACTION)
    if action is not None and action.leads and _says_something(action):
        return
    lecture = case.meeting.lecture
    if lecture is None or not lecture.title.strip():
        yield Gap("lecture", "党课题目")
    if lecture is None or not lecture.speakers:
        yield Gap("lead", required_action(LECTURE_ACTION).lead_label)


def _reflection_gaps(case: Case) -> Iterator[Gap]:
    least = case.context.whole(LEAST_REFLECTIONS)
    who = {one.member_id for one in case.meeting.reflections if one.text.strip() and one.member_id}
    if len(who) < least:
        yield Gap("reflections", f"党员的体会（至少{least}人，现有{len(who)}人）")


def _lead_gap(case: Case, number: int) -> Iterator[Gap]:
    action = case.required.get(number)
    if action is None or not action.leads:
        yield Gap("lead", required_action(number).lead_label)


def _text_gap(case: Case, number: int, missing: str) -> Iterator[Gap]:
    action = case.required.get(number)
    if action is None or not _says_something(action):
        yield Gap("materials", missing)


def _says_something(action: Action) -> bool:
    return bool(action.materials.strip() or action.text.strip())


_GAPS: dict[int, Callable[[Case], Iterator[Gap]]] = {
    DUES_ACTION: _dues_gaps,
    RECITATION_ACTION: _recitation_gaps,
    STUDY_ACTION: _study_gaps,
    LECTURE_ACTION: _lecture_gaps,
    REFLECTION_ACTION: _reflection_gaps,
}
