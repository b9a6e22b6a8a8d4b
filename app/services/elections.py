"""What an election brings about: the new posts in the roster, and the term of the branch."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.errors import InvalidInputError, NotFoundError
from app.manual.pages.election import TERM
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.words import COMMITTEE_POSTS, VOID
from app.records import CommitteePost, Member
from app.rules.elections import next_term_end, why_not_taken_up
from app.rules.electors import Electors, electors
from app.rules.entries import Values, day_in, people_in, rows_in
from app.rules.exemptions import exemptions_in
from app.rules.namesakes import names_of_all
from app.rules.texts import long_date
from app.store import branches as kept_branches
from app.store import entries as kept_entries
from app.store import meetings as kept_meetings
from app.store import members as kept_members

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.store import Store

# The one post that several members may hold.
_SHARED_POST = COMMITTEE_POSTS[-1]


class ElectionService:
    """Writes the outcome of an election into the roster."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def electors(self, day: date) -> Electors | None:
        """Return who may elect on a day, `None` where the roster knows nobody on that day."""
        with self._store.read() as unit:
            members = kept_members.everyone(unit) + kept_members.everyone(unit, deleted=True)
            exemptions = exemptions_in(kept_entries.of_page(unit, EXEMPTION.key))
            meetings = kept_meetings.between(unit, day, day)
        return electors(day, members, exemptions, meetings)

    def take_up(self, entry_id: str) -> list[Member]:
        """Write the posts of an election into the roster and return who has one.

        They begin on the day of the first plenary; the posts of the committee before it end the
        day before, in a by-election only those that are filled anew. A new committee begins the
        term of the branch with the day it was elected.

        Raises:
            InvalidInputError: something is missing or contradicts the votes; nothing was changed.
            NotFoundError: there is no such entry.
            StaleError: a member was changed meanwhile; nothing was changed.
        """
        with self._store.read() as unit:
            entry = kept_entries.get(unit, entry_id)
            branch = kept_branches.get(unit)
            members, groups = kept_members.everyone(unit), kept_branches.groups(unit)
        if entry is None or entry.deleted_at is not None or branch is None:
            raise NotFoundError("找不到这次选举，可能已经移到回收站。")
        values = entry.values
        if entry.state == VOID:
            raise InvalidInputError("这次选举的记录已经作废，不能写入任职。")
        names = names_of_all(members, groups)
        reason = why_not_taken_up(values, lambda key: names.get(key or "", ""))
        if reason:
            raise InvalidInputError(reason)
        first = day_in(values, "plenary_on") or date.max
        _refuse_twice(members, names, values, first)
        changed = _take_up(members, values, first)
        held = day_in(values, "held_on") or first
        if values.get("kind") == TERM:
            branch.term_end, branch.term_start = next_term_end(branch, held), held
        with self._store.write("members", "branch") as unit:
            kept_branches.save(unit, branch)
            saved = [kept_members.save(unit, one) for one in changed]
        taken = {key for row in rows_in(values, "posts") for key, _ in people_in(row, "member")}
        return [one for one in saved if one.id in taken]


def _refuse_twice(
    members: Sequence[Member], names: Mapping[str, str], values: Values, first: date
) -> None:
    """Refuse posts that stand in the roster from that day already.

    Raises:
        InvalidInputError: they do.
    """
    there = {(one.id, post.post) for one in members for post in one.posts if post.from_on == first}
    for row in rows_in(values, "posts"):
        key = people_in(row, "member")[0][0] or ""
        if (key, row["post"]) in there:
            raise InvalidInputError(
                f"名册里{names[key]}从{long_date(first)}起已经任{row['post']}，"
                "这次选举的任职已经写入。"
            )


def _take_up(members: Sequence[Member], values: Values, first: date) -> list[Member]:
    """End and begin posts and return the members they are of."""
    given: dict[str | None, list[Values]] = {}
    for row in rows_in(values, "posts"):
        given.setdefault(people_in(row, "member")[0][0], []).append(row)
    renewed = {row["post"] for rows in given.values() for row in rows} - {_SHARED_POST}
    changed = []
    for member in members:
        ended = False
        for post in member.posts:
            is_replaced = values.get("kind") == TERM or member.id in given or post.post in renewed
            if is_replaced and _runs_into(post, first):
                post.to_on, ended = first - timedelta(days=1), True
        for row in given.get(member.id, ()):
            member.posts.append(
                CommitteePost(
                    branch_id=member.branch_id,
                    post=row["post"],
                    duties=row.get("duties") or "",
                    from_on=first,
                )
            )
        if ended or member.id in given:
            changed.append(member)
    return changed


def _runs_into(post: CommitteePost, day: date) -> bool:
    """Tell whether a post that began before a day still runs on it."""
    return (post.from_on is None or post.from_on < day) and (
        post.to_on is None or post.to_on >= day
    )
