"""How the attendance of a meeting shows as tiles and counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.manual import words
from app.rules.attendance import is_made_up, rows_by_member
from ui.widgets.member_tiles import Tile
from ui.widgets.tile_painting import (
    ABSENT,
    EXEMPT,
    LATE,
    LEAVE,
    LEFT_EARLY,
    MADE_UP,
    PRESENT,
    TO_MAKE_UP,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.records import Attendance, Meeting, Member

ALL, HERE, ON_LEAVE, AWAY, MAKE_UP, NOT_COUNTED = "", "出席", "请假", "缺席", "补学", "不计"
_LOOKS = {words.LATE: LATE, words.LEFT_EARLY: LEFT_EARLY, words.EXEMPT: EXEMPT}


def tiles_of(
    meeting: Meeting, roster: Iterable[Member], probationary: set[str], marks: Mapping[str, str]
) -> list[Tile]:
    """Return a tile for each member of the roster; `probationary` are keys of 预备党员.

    `marks` tell people of one name apart, by key.
    """
    rows = rows_by_member(meeting)
    sittings = {one.id: number for number, one in enumerate(meeting.sittings, start=2)}
    return [
        replace(
            _tile(one, rows.get(one.id), sittings, one.id in probationary),
            mark=marks.get(one.id, ""),
        )
        for one in roster
    ]


def chips_of(tiles: Sequence[Tile]) -> list[tuple[str, str, int | None]]:
    """Return the filter chips with their counts; who is not counted shows only if there is one."""
    counts = {tag: sum(tag in tile.tags for tile in tiles) for tag in _TAGS}
    chips: list[tuple[str, str, int | None]] = [(ALL, "全部", len(tiles))]
    chips += [(tag, tag, counts[tag]) for tag in _TAGS if tag != NOT_COUNTED or counts[NOT_COUNTED]]
    return chips


_TAGS = (HERE, ON_LEAVE, AWAY, MAKE_UP, NOT_COUNTED)


def _tile(
    member: Member, row: Attendance | None, sittings: dict[str, int], probationary: bool
) -> Tile:
    state = words.PRESENT if row is None else row.state
    remarks = ["预备党员"] if probationary else []
    if row is not None and row.sitting_id in sittings:
        remarks.append(f"第{sittings[row.sitting_id]}场")
    if row is not None and row.leave is not None and row.leave.reason:
        remarks.append(row.leave.reason)
    look, word = _look(row, state)
    return Tile(
        key=member.id,
        name=member.name,
        look=look,
        word=word,
        remark=" ".join(remarks),
        pinyin=member.pinyin,
        tags=_tags_of(row, state),
    )


def _look(row: Attendance | None, state: str) -> tuple[str, str]:
    if row is not None and row.make_up is not None:
        return (MADE_UP, "已补学") if is_made_up(row) else (TO_MAKE_UP, f"{state} 待补学")
    if state in words.LEAVE_STATES:
        return LEAVE, state
    if state == words.UNEXCUSED:
        return ABSENT, state
    return _LOOKS.get(state, PRESENT), state


def _tags_of(row: Attendance | None, state: str) -> frozenset[str]:
    tags = set()
    if state in words.PRESENT_STATES:
        tags.add(HERE)
    elif state in words.LEAVE_STATES:
        tags.add(ON_LEAVE)
    elif state == words.UNEXCUSED:
        tags.add(AWAY)
    else:
        tags.add(NOT_COUNTED)
    if row is not None and row.make_up is not None:
        tags.add(MAKE_UP)
    return frozenset(tags)
