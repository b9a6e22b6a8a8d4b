"""Kinds of meeting and the sections a record of each kind is made of."""

from __future__ import annotations

from dataclasses import dataclass

THEME_DAY = "主题党日"
LECTURE = "党课"

MEETING_WORDS = (
    "支部党员大会",
    "支部委员会会议",
    "党小组会",
    LECTURE,
    THEME_DAY,
    "组织生活会",
    "民主评议党员",
    "谈心谈话",
    "上级统一活动",
    "其他",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting: its word and the names of its sections in form order.

    A section's name is the name of its module in every layer.
    """

    word: str
    sections: tuple[str, ...]


KINDS = (
    Kind(
        THEME_DAY,
        (
            "head",
            "actions",
            "decisions",
            "lecture",
            "reflections",
            "minutes",
            "photos",
            "attendance",
        ),
    ),
    Kind(LECTURE, ("head", "lecture", "minutes", "photos", "attendance")),
)
