"""Who has talked with whom in a year (谈心谈话), and which talks are still open.

Source: 《中国共产党支部工作条例（试行）》(2018) 第十九条 (`domain/rules.md` C8): each two of the
committee, each member and one of it, each member and another one talk at least once a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from app.manual.words import VOID
from app.records import Entry, Member
from app.rules.convening import committee_on
from app.rules.entries import day_in, people_in
from app.rules.membership import members_on


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk of two members: their keys, and its day where it is known."""

    pair: frozenset[str]
    on: date | None

    def partner(self, member_id: str) -> str:
        """Return the other one."""
        return next(iter(self.pair - {member_id}))


@dataclass(frozen=True, slots=True)
class MemberTalks:
    """What a member outside the committee has had: talks with it, and with other members."""

    member: Member
    with_committee: tuple[Talk, ...]
    with_members: tuple[Talk, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether he has had both."""
        return bool(self.with_committee and self.with_members)


@dataclass(frozen=True, slots=True)
class TalkYear:
    """The talks of a year: `pairs` maps each two of the committee to their talks."""

    committee: tuple[Member, ...]
    pairs: dict[frozenset[str], tuple[Talk, ...]]
    members: tuple[MemberTalks, ...]

    def talks_of(self, one: Member, other: Member) -> tuple[Talk, ...]:
        """Return the talks of two of the committee."""
        return self.pairs[frozenset((one.id, other.id))]

    @property
    def open_pairs(self) -> list[tuple[Member, Member]]:
        """Return which two of the committee have not talked yet."""
        return [two for two in combinations(self.committee, 2) if not self.talks_of(*two)]

    @property
    def without_committee(self) -> list[Member]:
        """Return who has not talked with any of the committee yet."""
        return [one.member for one in self.members if not one.with_committee]

    @property
    def without_members(self) -> list[Member]:
        """Return who has not talked with any other member outside the committee yet."""
        return [one.member for one in self.members if not one.with_members]


def talks_in(entries: Iterable[Entry]) -> list[Talk]:
    """Return the talks of two members among entries, by their day; talks with guests are none."""
    found = []
    for entry in entries:
        if entry.page != "talk" or entry.state == VOID:
            continue
        people = [*people_in(entry.values, "talker"), *people_in(entry.values, "partner")]
        pair = frozenset(key for key, _ in people if key)
        if len(pair) == 2:
            found.append(Talk(pair, day_in(entry.values, "held_on")))
    return sorted(found, key=lambda talk: talk.on or date.max)


def talk_year(members: Sequence[Member], entries: Iterable[Entry], day: date) -> TalkYear:
    """Return the talks of a year's entries for the roster and committee of a day."""
    committee = tuple(committee_on(members, day))
    leading = {member.id for member in committee}
    talks = talks_in(entries)

    def of(member: Member, *, committee: bool) -> tuple[Talk, ...]:
        mine = (talk for talk in talks if member.id in talk.pair)
        return tuple(talk for talk in mine if (talk.partner(member.id) in leading) == committee)

    others = (one for one in members_on(members, day) if one.id not in leading)
    return TalkYear(
        committee,
        {
            pair: tuple(talk for talk in talks if talk.pair == pair)
            for pair in (frozenset((a.id, b.id)) for a, b in combinations(committee, 2))
        },
        tuple(
            MemberTalks(one, of(one, committee=True), of(one, committee=False)) for one in others
        ),
    )
