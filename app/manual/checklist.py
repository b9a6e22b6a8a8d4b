"""The checklist of a monthly inspection (督查): its items, their weights, and the faults of each.

Which item a fault belongs to is written here and nowhere else. Numbers are those of
`domain/calendar-and-faults.md` 5.4, items and weights those of 5.5.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.manual import words


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """An item: its words, its weight in points, and the faults that cost something of it.

    So many faults as `parts` use the weight up, each taking an equal share. `of_theme_day` items
    are lost whole where the month has no theme day. `post` is who of the committee answers for
    it.
    """

    name: str
    weight: int
    faults: tuple[int, ...]
    parts: int = 4
    of_theme_day: bool = True
    post: str = words.COMMITTEE_POSTS[0]


_ORGANISER, _SPEAKER = words.COMMITTEE_POSTS[2], words.COMMITTEE_POSTS[3]

PREPARED = ChecklistItem("支委会提前研究主题并有记录", 8, (13,))
FIXED_DAY = ChecklistItem("按固定日开展，改期有说明", 8, (9, 15, 26, 27, 30, 55))
ATTENDANCE = ChecklistItem("应到、实到、缺席原因齐全", 10, (2, 3, 5, 14, 35, 36), post=_ORGANISER)
FLAG = ChecklistItem("悬挂党旗、佩戴党徽", 4, (29,), parts=2)
ACTIONS = ChecklistItem("五个规定动作齐全（每个4分）", 20, (28,), parts=5)
OPTIONAL = ChecklistItem("自选动作不少于一项且有成效", 8, (18,))
SPEAKERS = ChecklistItem("发言有姓名、有要点，不少于3人", 8, (12, 16, 17, 23), post=_SPEAKER)
NOTES = ChecklistItem("学习笔记抽查", 6, (31, 54), post=_SPEAKER)
MADE_UP = ChecklistItem("缺席人员补课完成", 8, (33,), post=_ORGANISER)
DUES = ChecklistItem(
    "党费足额及时，账表一致", 8, (38, 39, 40, 41), of_theme_day=False, post=_ORGANISER
)
SIGNED = ChecklistItem("签到签名齐全，与人数一致", 6, (20,), post=_ORGANISER)
FINALISED = ChecklistItem("3个工作日内定稿", 4, (1, 10, 24, 25, 53), of_theme_day=False)
MENDED = ChecklistItem("上月问题整改到位", 2, (51,), of_theme_day=False)

CHECKLIST = (
    PREPARED,
    FIXED_DAY,
    ATTENDANCE,
    FLAG,
    ACTIONS,
    OPTIONAL,
    SPEAKERS,
    NOTES,
    MADE_UP,
    DUES,
    SIGNED,
    FINALISED,
    MENDED,
)
# What the records show beside the checklist; it is told and costs nothing.
OTHER = ChecklistItem(
    "三会一课等其他记录（不计分）",
    0,
    (4, 6, 7, 8, 11, 19, 21, 22, 32, 34, 37, 42, 43, 44, 45, 46, 47, 48, 49, 50, 52, 56),
    of_theme_day=False,
)

# A number that names several things belongs by the area, section or field it was found in.
_BY_PLACE = {
    (4, "dues"): DUES,
    (4, "badges_worn"): FLAG,
    (9, "meetings"): OTHER,
    (11, "actions"): OPTIONAL,
    (11, "dues"): DUES,
    (31, "theme_plan"): PREPARED,
    (31, "notice"): PREPARED,
}
# What is only a note elsewhere but the very thing an item asks for.
ASKED_FOR = frozenset({(18, "optional")})
_BY_NUMBER = {number: item for item in (*CHECKLIST, OTHER) for number in item.faults}
_BY_NAME = {item.name: item for item in (*CHECKLIST, OTHER)}


def item_of(number: int, *places: str) -> ChecklistItem:
    """Return the item a fault belongs to, by its number and its area, section and field."""
    named = (_BY_PLACE[number, place] for place in places if (number, place) in _BY_PLACE)
    return next(named, _BY_NUMBER.get(number, OTHER))


def item_called(name: str) -> ChecklistItem | None:
    """Return the item with these words, `None` for one the branch worded itself."""
    return _BY_NAME.get(name.strip())
