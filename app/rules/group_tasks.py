"""What was agreed, by the party group of who answers for it (党小组任务).

Source: `domain/one-plus-n-features.md` F46 (一级抓一级), F61 (统一行动步调).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.manual.words import VOID
from app.records import Decision, Group, Meeting, Member


def tasks_of(
    meetings: Iterable[Meeting], groups: Sequence[Group], members: Iterable[Member]
) -> list[tuple[Group | None, list[tuple[Meeting, Decision]]]]:
    """Return the groups in their order, each with what its members have to do, earliest first.

    What nobody in a group answers for stands last, under `None`; groups without a task are left
    out.
    """
    group_ids = {member.id: member.group_id for member in members}
    tasks = sorted(
        (
            (meeting, decision)
            for meeting in meetings
            if meeting.deleted_at is None and meeting.state != VOID
            for decision in meeting.decisions
            if decision.text
        ),
        key=lambda pair: (str(pair[1].due_on or "9"), pair[1].position),
    )
    found = []
    for group in (*groups, None):
        own = [
            pair
            for pair in tasks
            if group_ids.get(pair[1].owner_id or "") == (group.id if group else None)
        ]
        if own:
            found.append((group, own))
    return found
