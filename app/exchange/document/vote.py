"""Votes in the document: only what was counted, for the rest is worked out."""

from __future__ import annotations

from typing import Any

from app.exchange.document.node import Node
from app.exchange.document.people import Attendees, People
from app.exchange.document.values import without_empty
from app.manual import words
from app.records import Meeting, Vote, VoteCounter, VoteExclusion

_COUNTS = {
    "issued": "issued",
    "returned": "returned",
    "valid": "valid",
    "for": "in_favour",
    "against": "against",
    "abstain": "abstained",
    "written_for": "written_for",
    "written_against": "written_against",
}
_COUNTERS = {"scrutineers": words.SCRUTINEER, "tellers": words.TELLER}


def read_votes(node: Node, meeting: Meeting, attendees: Attendees) -> list[Vote]:
    """Return the votes in their order.

    Raises:
        InvalidDocumentError: somebody is unknown, or left out or counting twice.
    """
    votes: list[Vote] = []
    for position, one in enumerate(node.items()):
        about_id, about_guest = attendees.read(one["about"])
        vote = Vote(
            branch_id=meeting.branch_id,
            subject=one["subject"].text(),
            about_id=about_id,
            about_guest=about_guest,
            rule=one["rule"].line(),
            method=one["method"].line(),
            resolution=one["resolution"].text(),
            position=position,
            exclusions=_read_exclusions(one["excluded"], meeting, attendees.people),
            counters=_read_counters(one, meeting, attendees.people),
        )
        for key, name in _COUNTS.items():
            setattr(vote, name, one[key].whole())
        votes.append(vote)
    return votes


def write_vote(vote: Vote, attendees: Attendees) -> dict[str, Any]:
    """Return a vote as it stands in the document."""
    people = attendees.people
    excluded = [
        without_empty({"member": people.written(one.member_id), "reason": one.reason})
        for one in vote.exclusions
    ]
    counters = {
        key: [people.written(one.member_id) for one in vote.counters if one.role == role]
        for key, role in _COUNTERS.items()
    }
    counts = {key: getattr(vote, name) for key, name in _COUNTS.items()}
    return without_empty(
        {
            "subject": vote.subject,
            "about": attendees.written(vote.about_id, vote.about_guest),
            "rule": vote.rule,
            "method": vote.method,
            "excluded": excluded,
            **counters,
            **counts,
            "resolution": vote.resolution,
        }
    )


def _read_exclusions(node: Node, meeting: Meeting, people: People) -> list[VoteExclusion]:
    exclusions: list[VoteExclusion] = []
    for position, one in enumerate(node.items()):
        member = people.member(one["member"])
        if any(other.member_id == member.id for other in exclusions):
            raise one["member"].refused(f"{member.name}写了两次，请只留一个")
        exclusions.append(
            VoteExclusion(
                branch_id=meeting.branch_id,
                member_id=member.id,
                reason=one["reason"].text(),
                position=position,
            )
        )
    return exclusions


def _read_counters(node: Node, meeting: Meeting, people: People) -> list[VoteCounter]:
    found = [(role, one) for key, role in _COUNTERS.items() for one in people.members(node[key])]
    return [
        VoteCounter(branch_id=meeting.branch_id, member_id=member.id, role=role, position=position)
        for position, (role, member) in enumerate(found)
    ]
