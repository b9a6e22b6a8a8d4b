from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app import clock
from app.records import Entry, Member
from app.rules.contact import Contact
from app.rules.entries import people_in
from app.services import Services


def keep_member(services: Services, name: str) -> Member:
    member = services.members.new()
    member.name = name
    return services.members.save(member)


def keep_talk(services: Services, member: Member, held_on: str) -> Entry:
    entry = services.entries.new("talk", 2025)
    entry.values |= {"held_on": held_on, "partner": [{"member": member.id}]}
    return services.entries.save(entry)


def test_who_may_be_lost_is_begun_with_the_day_he_was_last_heard_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 4, 10))
    services, _code = Services.create(tmp_path / "records")
    services.start_branch("青禾示例支部", 9)
    lost, near = keep_member(services, "罗海生"), keep_member(services, "汪东林")
    keep_talk(services, lost, "2025-10-21")
    keep_talk(services, near, "2026-03-07")
    assert services.contact.last_of(lost.id) == Contact(date(2025, 10, 21), "谈心谈话")
    assert services.contact.last_of("没有") is None
    (silent,) = services.contact.silent()
    saved = services.entries.save(services.contact.lost(silent))
    assert people_in(saved.values, "member") == [(lost.id, "")]
    assert (saved.values["last_on"], saved.values["found_on"]) == ("2025-10-21", "2026-04-10")
    assert saved.year == 2026
    services.close(backup=False)
