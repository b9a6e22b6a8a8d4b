"""Small documents around the part a test is about."""

from __future__ import annotations

from typing import Any

from app.exchange import document
from app.exchange.document import RecordSet
from app.records import Meeting


def read(**parts: Any) -> RecordSet:
    head = {"format": "zhibu-records", "version": 1, "branch": {"name": "青禾示例支部"}}
    return document.read(head | parts)


def read_meeting(members: list[dict[str, Any]], **parts: Any) -> Meeting:
    head = {"kinds": ["主题党日"], "start": "2025-10-09T15:00"}
    return read(members=members, meetings=[head | parts]).meetings[0]


def written(records: RecordSet) -> dict[str, Any]:
    once = document.write(records)
    assert document.write(document.read(once)) == once
    return once


TWO = [{"name": "柳知行"}, {"name": "舒望远"}]
