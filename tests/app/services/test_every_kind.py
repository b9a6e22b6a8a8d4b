"""Meetings of every kind come back as they were: from the store and from a records document."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.manual.kinds import GROUP_MEETING, KINDS
from app.records import Group, Meeting, Member
from app.records.snapshot import to_plain
from app.services import Services
from app.store import branches as kept_branches
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from tests.app.store.test_meetings import content
from tests.factories import BRANCH_ID, LONG_NAME, RARE, make_group, make_member
from tests.filled_meeting import filled_meeting, texts_of

PEOPLE = 200
LONG = "托辊异响要当班报、当班记，不能拖到下一班；" * 240
NOON = datetime(2025, 10, 9, 12)  # noqa: DTZ001 - the clock on the wall


def people() -> list[Member]:
    names = (LONG_NAME, RARE, "张伟", "张伟", *(f"党员{n:03}" for n in range(PEOPLE - 4)))
    members = [make_member(name, position=place) for place, name in enumerate(names)]
    members[2].code, members[3].code = "0237", "0412"
    return members


def meetings(members: list[Member], group: Group) -> list[Meeting]:
    """Return each kind full, with five thousand characters in every text, and empty."""
    ids, made = [one.id for one in members], []
    for kind in KINDS:
        own = group.id if kind.word == GROUP_MEETING else None
        made += [
            filled_meeting(kind.word, ids, group_id=own),
            filled_meeting(kind.word, ids[1:], text=LONG, rows=1, group_id=own),
            Meeting(branch_id=BRANCH_ID, kinds=[kind.word], start=NOON, group_id=own),
        ]
    return made


def test_every_kind_comes_back_from_the_store_and_from_a_document(
    services: Services, tmp_path: Path
) -> None:
    group, members = make_group(), people()
    given = meetings(members, group)
    with services.store.write("groups", "members", "meetings") as unit:
        kept_branches.save_groups(unit, [group])
        for member in members:
            kept_members.save(unit, member)
        for meeting in given:
            kept_meetings.save(unit, meeting)
    found = {one.id: one for one in services.meetings.of_year(2025)}
    assert [content(found[one.id]) for one in given] == [content(one) for one in given]

    path = tmp_path / "records.json"
    services.documents.dump(path)
    other, _code = Services.create(tmp_path / "other", profile=tmp_path / "profile")
    other.documents.load(path)
    assert other.documents.text() == path.read_bytes()
    typed = sorted(text for one in given for text in texts_of(to_plain(one)) if "的内容" in text)
    again = other.meetings.of_year(2025)
    assert sorted(t for one in again for t in texts_of(to_plain(one)) if "的内容" in t) == typed
    assert sum(text == LONG for one in again for text in texts_of(to_plain(one))) == sum(
        text == LONG for one in given for text in texts_of(to_plain(one))
    )
    other.close(backup=False)
