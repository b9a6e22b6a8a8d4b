"""The five required actions of a theme day and the usual optional ones.

Source: 王研 《探索实施“1+N主题党日” 推进党内组织生活规范化》, part 2 (`domain/sources.md` S01).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequiredAction:
    """A required action (规定动作): number 1–5, name, and what its leader is called.

    `short_names` are other names in use that mean the same action.
    """

    number: int
    name: str
    lead_label: str
    short_names: tuple[str, ...]


DUES_ACTION = 1
RECITATION_ACTION = 2
STUDY_ACTION = 3
LECTURE_ACTION = 4
REFLECTION_ACTION = 5

REQUIRED_ACTIONS = (
    RequiredAction(DUES_ACTION, "现场缴纳党费", "收款人", ("缴纳党费", "交纳党费", "现场交纳党费")),
    RequiredAction(RECITATION_ACTION, "诵读党章", "领读人", ()),
    RequiredAction(STUDY_ACTION, "学习党规党情", "领学人", ()),
    RequiredAction(
        LECTURE_ACTION, "支部书记和党员讲党课", "主讲人", ("讲党课", "党课", "书记和党员讲党课")
    ),
    RequiredAction(REFLECTION_ACTION, "党员谈体会", "主持人", ("谈体会",)),
)

ORDINALS = ("一", "二", "三", "四", "五")

OPTIONAL_CATEGORIES = (
    "服务型",
    "体验式",
    "调查研究",
    "志愿服务",
    "学讲话",
    "红色观影",
    "结对帮扶",
    "安全生产",
    "其他",
)


def required_action(number: int) -> RequiredAction:
    """Return the required action of a number from 1 to 5."""
    return REQUIRED_ACTIONS[number - 1]


def required_number(name: str) -> int | None:
    """Return the number of the required action with this name or short name, else `None`."""
    for action in REQUIRED_ACTIONS:
        if name == action.name or name in action.short_names:
            return action.number
    return None
