"""Required and optional actions in the document."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.values import without_empty
from app.manual.actions import REQUIRED_ACTIONS, required_action, required_number
from app.records import Action, ActionLead, Meeting


def read_actions(node: Node, meeting: Meeting, people: People) -> list[Action]:
    """Return the actions in their order.

    Raises:
        InvalidDocumentError: a required action is none of the five or stands twice, or a leader is
            unknown.
    """
    actions: list[Action] = []
    for position, one in enumerate(node.items()):
        number = _read_number(one)
        if number is not None and any(action.required_number == number for action in actions):
            name = required_action(number).name
            raise one["name"].refused(f"规定动作“{name}”写了两次，请只留一个")
        action = Action(
            branch_id=meeting.branch_id,
            required_number=number,
            name=required_action(number).name if number else one["name"].line(),
            category=one["category"].line(),
            materials=one["materials"].text(),
            text=one["text"].text(),
            people_count=one["people"].whole(),
            effect=one["effect"].text(),
            position=position,
        )
        action.leads = [
            ActionLead(branch_id=meeting.branch_id, member_id=member.id, position=index)
            for index, member in enumerate(people.members(one["lead"]))
        ]
        actions.append(action)
    return actions


def write_action(action: Action, people: People) -> dict[str, Any]:
    """Return an action as it stands in the document; one leader is a name, several a list."""
    number = action.required_number
    leads = [people.written(lead.member_id) for lead in action.leads]
    return without_empty(
        {
            "required": number is not None,
            "name": required_action(number).name if number else action.name,
            "category": action.category,
            "lead": leads[0] if len(leads) == 1 else leads,
            "materials": action.materials,
            "text": action.text,
            "people": action.people_count,
            "effect": action.effect,
        }
    )


def _read_number(node: Node) -> int | None:
    """Return the number of a required action, `None` for an optional one."""
    required, name = node["required"].value, node["name"]
    by_name = required_number(name.line())
    if required is False:
        return None
    if required is None:
        return by_name
    if required is True:
        if by_name is None:
            names = "、".join(action.name for action in REQUIRED_ACTIONS)
            raise name.refused(f"规定动作只有这五个：{names}。请改正，或把 required 改为 false")
        return by_name
    if name and by_name != required:
        asked = required_action(required).name
        raise name.refused(f"第 {required} 个规定动作是“{asked}”，与名称不符，请改正")
    return int(required)
