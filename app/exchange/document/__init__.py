"""The records document (`resources/schema`): everything of a branch as one JSON text.

`loads` and `dumps` are the only way in and out. What comes in is held against the schema, then
against the rules no schema can say; the first fault is refused with its JSON path. There may be
several ways to write a thing, but only one is written.
"""

from __future__ import annotations

import json
from typing import Any

from app.exchange.document import schema
from app.exchange.document.branch import (
    read_branch,
    read_groups,
    read_leaders,
    read_settings,
    write_branch,
    write_group,
    write_settings,
)
from app.exchange.document.dues import read_dues, write_row
from app.exchange.document.entry import read_entry, write_entry
from app.exchange.document.filing import (
    read_corrections,
    read_filing,
    write_corrections,
    write_filing,
)
from app.exchange.document.meeting import (
    Known,
    read_links,
    read_meeting,
    write_meeting,
    written_link,
)
from app.exchange.document.member import read_members, write_member
from app.exchange.document.node import Node
from app.exchange.document.people import People
from app.exchange.document.record_set import RecordSet
from app.exchange.document.text import parse, serialise
from app.exchange.document.values import without_empty
from app.manual.kinds import MEETING_WORDS
from app.manual.pages import PAGES
from app.manual.settings import OWN_KINDS, lines_of
from app.rules.attendance import day_of

__all__ = ["RecordSet", "dumps", "loads", "read", "write"]


def loads(content: bytes) -> RecordSet:
    """Return the records of a document's bytes.

    Raises:
        InvalidDocumentError: the document is refused; its `path` says where.
    """
    return read(parse(content))


def dumps(records: RecordSet) -> bytes:
    """Return records as the bytes of a document, the same for the same records."""
    return serialise(write(records))


def read(document: object) -> RecordSet:
    """Return the records of a document's plain values.

    Raises:
        InvalidDocumentError: the document is refused; its `path` says where.
    """
    schema.check(document)
    root = Node(document)
    branch = read_branch(root["branch"])
    groups = read_groups(root["groups"], branch)
    members = read_members(root["members"], branch, groups)
    people = People(members)
    read_leaders(root["groups"], groups, people)
    settings = read_settings(root["settings"])
    own_kinds = lines_of(settings.get(OWN_KINDS.key, ""))
    known = Known(frozenset((*MEETING_WORDS, *own_kinds)), groups, members, people)
    meetings = [read_meeting(one, branch.id, known) for one in root["meetings"].items()]
    read_links(root["meetings"], meetings)
    entries = [read_entry(one, branch.id, people) for one in root["entries"].items()]
    subjects = [
        *zip(root["meetings"].items(), meetings, strict=True),
        *zip(root["entries"].items(), entries, strict=True),
    ]
    return RecordSet(
        branch=branch,
        groups=groups,
        members=members,
        meetings=meetings,
        entries=entries,
        finalisations=[
            made
            for node, one in subjects
            for made in read_filing(node["filing"], branch.id, one.id)
        ],
        corrections=[
            made
            for node, one in subjects
            for made in read_corrections(node["corrections"], branch.id, one.id)
        ],
        dues=read_dues(root["dues"], branch, people),
        settings=settings,
    )


def write(records: RecordSet) -> dict[str, Any]:
    """Return the plain values of a document, its lists in one order whatever came in."""
    people = People(records.members)
    places = {member.id: place for place, member in enumerate(records.members)}
    dues = sorted(records.dues, key=lambda row: (row.month, places[row.member_id]))
    return {"format": schema.FORMAT, "version": schema.VERSION} | without_empty(
        {
            "branch": write_branch(records.branch),
            "groups": [write_group(group, people) for group in records.groups],
            "members": [
                write_member(member, records.branch, records.groups, people)
                for member in records.members
            ],
            "meetings": _write_meetings(records, people),
            "dues": [write_row(row, people) for row in dues],
            "entries": _write_entries(records, people),
            "settings": write_settings(records.settings),
        }
    )


def _write_meetings(records: RecordSet, people: People) -> list[dict[str, Any]]:
    """Return meetings by day; those of one day by their text, for their keys are chance."""
    by_id = {meeting.id: meeting for meeting in records.meetings}
    written = [
        (
            day_of(meeting),
            write_meeting(meeting, records.groups, people)
            | without_empty({"fixed_by": written_link(meeting, by_id)})
            | _filed(meeting.id, records),
        )
        for meeting in records.meetings
    ]
    written.sort(key=lambda one: (str(one[0]), json.dumps(one[1], ensure_ascii=False)))
    return [meeting for _, meeting in written]


def _write_entries(records: RecordSet, people: People) -> list[dict[str, Any]]:
    """Return fill-in pages by year and page; those of one page by their text."""
    written = [write_entry(entry, people) | _filed(entry.id, records) for entry in records.entries]
    order = {page.key: place for place, page in enumerate(PAGES)}
    written.sort(
        key=lambda one: (one["year"], order[one["page"]], json.dumps(one, ensure_ascii=False))
    )
    return written


def _filed(subject_id: str, records: RecordSet) -> dict[str, Any]:
    return without_empty(
        {
            "filing": write_filing(subject_id, records.finalisations),
            "corrections": write_corrections(subject_id, records.corrections),
        }
    )
