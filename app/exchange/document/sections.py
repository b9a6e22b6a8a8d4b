"""What is said at a meeting, in the document: lecture, reflections, minutes and decisions."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import Attendees, People
from app.exchange.document.values import without_empty, written_decimal
from app.records import Decision, Lecture, Meeting, MinutesItem, Reflection, Speaker, Speech

_HOURS_DECIMALS = 2


def read_lecture(node: Node, meeting: Meeting, attendees: Attendees) -> Lecture | None:
    """Return the lecture, `None` when there is nothing about one.

    Raises:
        InvalidDocumentError: a speaker is unknown, or the hours have too many decimals.
    """
    if not any(node[key] for key in ("title", "speakers", "hours", "outline")):
        return None
    hours = node["hours"].decimal()
    exponent = hours.as_tuple().exponent if hours is not None else 0
    if not isinstance(exponent, int) or -exponent > _HOURS_DECIMALS:
        raise node["hours"].refused("学时最多两位小数，请改正")
    return Lecture(
        branch_id=meeting.branch_id,
        title=node["title"].line(),
        hours=hours,
        outline=node["outline"].text(),
        speakers=[
            Speaker(
                branch_id=meeting.branch_id,
                member_id=member_id,
                guest_name=guest_name,
                position=position,
            )
            for position, (member_id, guest_name) in enumerate(attendees.read_all(node["speakers"]))
        ],
    )


def write_lecture(lecture: Lecture, attendees: Attendees) -> dict[str, Any]:
    """Return the lecture as it stands in the document."""
    speakers = [attendees.written(one.member_id, one.guest_name) for one in lecture.speakers]
    return without_empty(
        {
            "title": lecture.title,
            "speakers": [speaker for speaker in speakers if speaker],
            "hours": written_decimal(lecture.hours),
            "outline": lecture.outline,
        }
    )


def read_reflections(node: Node, meeting: Meeting, attendees: Attendees) -> list[Reflection]:
    """Return the reflections in their order.

    Raises:
        InvalidDocumentError: the one who spoke is unknown.
    """
    reflections: list[Reflection] = []
    for position, one in enumerate(node.items()):
        member_id, guest_name = attendees.read(one["who"])
        reflections.append(
            Reflection(
                branch_id=meeting.branch_id,
                member_id=member_id,
                guest_name=guest_name,
                text=one["text"].text(),
                position=position,
            )
        )
    return reflections


def write_said(said: Reflection | Speech, attendees: Attendees) -> dict[str, Any]:
    """Return a reflection or speech as it stands in the document."""
    who = attendees.written(said.member_id, said.guest_name)
    return without_empty({"who": who, "text": said.text})


def read_minutes(node: Node, meeting: Meeting, attendees: Attendees) -> list[MinutesItem]:
    """Return the topics in their order.

    Raises:
        InvalidDocumentError: the one who reported or spoke is unknown.
    """
    items: list[MinutesItem] = []
    for position, one in enumerate(node.items()):
        reporter_id, reporter_guest = attendees.read(one["reporter"])
        items.append(
            MinutesItem(
                branch_id=meeting.branch_id,
                topic=one["topic"].text(),
                reporter_id=reporter_id,
                reporter_guest=reporter_guest,
                decision=one["decision"].text(),
                kind=one["kind"].line(),
                position=position,
                speeches=_read_speeches(one["speeches"], meeting, attendees),
            )
        )
    return items


def write_item(item: MinutesItem, attendees: Attendees) -> dict[str, Any]:
    """Return a topic as it stands in the document."""
    return without_empty(
        {
            "topic": item.topic,
            "reporter": attendees.written(item.reporter_id, item.reporter_guest),
            "speeches": [write_said(speech, attendees) for speech in item.speeches],
            "decision": item.decision,
            "kind": item.kind,
        }
    )


def read_decisions(node: Node, meeting: Meeting, people: People) -> list[Decision]:
    """Return the agreed matters in their order.

    Raises:
        InvalidDocumentError: an owner is unknown.
    """
    return [
        Decision(
            branch_id=meeting.branch_id,
            text=one["text"].text(),
            owner_id=people.member_id(one["owner"]),
            due_on=one["due"].day(),
            done_on=one["done_on"].day(),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]


def write_decision(decision: Decision, people: People) -> dict[str, Any]:
    """Return an agreed matter as it stands in the document."""
    return without_empty(
        {
            "text": decision.text,
            "owner": people.written(decision.owner_id),
            "due": decision.due_on and decision.due_on.isoformat(),
            "done_on": decision.done_on and decision.done_on.isoformat(),
        }
    )


def _read_speeches(node: Node, meeting: Meeting, attendees: Attendees) -> list[Speech]:
    speeches: list[Speech] = []
    for position, one in enumerate(node.items()):
        member_id, guest_name = attendees.read(one["who"])
        speeches.append(
            Speech(
                branch_id=meeting.branch_id,
                member_id=member_id,
                guest_name=guest_name,
                text=one["text"].text(),
                position=position,
            )
        )
    return speeches
