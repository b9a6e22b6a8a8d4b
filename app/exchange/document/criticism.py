"""A criticism meeting in the document: its preparation, criticisms and rectification list."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.values import without_empty
from app.records import Criticism, Meeting, Opinion, Preparation, Rectification


def read_preparation(node: Node, meeting: Meeting) -> Preparation | None:
    """Return the preparation, `None` when there is nothing about one."""
    if not node:
        return None
    return Preparation(
        branch_id=meeting.branch_id,
        studies=node["studies"].whole(),
        talks=node["talks"].whole(),
        opinions=node["opinions"].whole(),
        opinions_note=node["opinions_note"].text(),
        review_ready_on=node["review_ready_on"].day(),
        plan_reported_on=node["plan_reported_on"].day(),
        problems=node["problems"].text(),
        comment_by=node["comment_by"].line(),
        comment=node["comment"].text(),
        published=node["published"].text(),
    )


def write_preparation(one: Preparation) -> dict[str, Any]:
    """Return the preparation as it stands in the document."""
    return without_empty(
        {
            "studies": one.studies,
            "talks": one.talks,
            "opinions": one.opinions,
            "opinions_note": one.opinions_note,
            "review_ready_on": one.review_ready_on and one.review_ready_on.isoformat(),
            "plan_reported_on": one.plan_reported_on and one.plan_reported_on.isoformat(),
            "problems": one.problems,
            "comment_by": one.comment_by,
            "comment": one.comment,
            "published": one.published,
        }
    )


def read_criticisms(node: Node, meeting: Meeting, people: People) -> list[Criticism]:
    """Return the criticisms in their order.

    Raises:
        InvalidDocumentError: somebody is unknown.
    """
    return [
        Criticism(
            branch_id=meeting.branch_id,
            member_id=people.member_id(one["member"]),
            text=one["text"].text(),
            answer=one["answer"].text(),
            read_by_id=people.member_id(one["read_by"]),
            opinions=_read_opinions(one["opinions"], meeting, people),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]


def write_criticism(one: Criticism, people: People) -> dict[str, Any]:
    """Return a criticism as it stands in the document."""
    opinions = [
        without_empty({"member": people.written(told.member_id), "text": told.text})
        for told in one.opinions
    ]
    return without_empty(
        {
            "member": people.written(one.member_id),
            "text": one.text,
            "answer": one.answer,
            "read_by": people.written(one.read_by_id),
            "opinions": opinions,
        }
    )


def read_rectifications(node: Node, meeting: Meeting, people: People) -> list[Rectification]:
    """Return the rectification list in its order.

    Raises:
        InvalidDocumentError: an owner is unknown or named twice.
    """
    return [
        Rectification(
            branch_id=meeting.branch_id,
            problem=one["problem"].text(),
            measure=one["measure"].text(),
            owner_ids=[member.id for member in people.members(one["owners"])],
            due=one["due"].line(),
            due_on=one["due_on"].day(),
            done_on=one["done_on"].day(),
            result=one["result"].text(),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]


def write_rectification(one: Rectification, people: People) -> dict[str, Any]:
    """Return a matter to be rectified as it stands in the document."""
    return without_empty(
        {
            "problem": one.problem,
            "measure": one.measure,
            "owners": [people.written(owner) for owner in one.owner_ids],
            "due": one.due,
            "due_on": one.due_on and one.due_on.isoformat(),
            "done_on": one.done_on and one.done_on.isoformat(),
            "result": one.result,
        }
    )


def _read_opinions(node: Node, meeting: Meeting, people: People) -> list[Opinion]:
    return [
        Opinion(
            branch_id=meeting.branch_id,
            member_id=people.member_id(one["member"]),
            text=one["text"].text(),
            position=position,
        )
        for position, one in enumerate(node.items())
    ]
