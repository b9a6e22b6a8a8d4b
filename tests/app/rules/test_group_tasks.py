from __future__ import annotations

from datetime import date

from app.records import Decision
from app.rules.group_tasks import tasks_of
from tests.factories import BRANCH_ID, make_group, make_meeting, make_member


def test_what_was_agreed_stands_with_the_group_of_who_answers_for_it() -> None:
    first, second = make_group("第一党小组"), make_group("第二党小组")
    member, alone = make_member("柳知行", group_id=first.id), make_member("舒望远")

    def agreed(text: str, owner: str | None, due: date | None = None) -> Decision:
        return Decision(branch_id=BRANCH_ID, text=text, owner_id=owner, due_on=due)

    meeting = make_meeting(
        decisions=[
            agreed("后办", member.id, date(2025, 10, 20)),
            agreed("先办", member.id, date(2025, 10, 11)),
            agreed("无人", None),
            agreed("", member.id),
            agreed("没有小组的人", alone.id, date(2025, 10, 9)),
        ]
    )
    found = tasks_of([meeting], [second, first], [member, alone])
    told = [(group and group.name, [one.text for _, one in tasks]) for group, tasks in found]
    assert told == [("第一党小组", ["先办", "后办"]), (None, ["没有小组的人", "无人"])]
