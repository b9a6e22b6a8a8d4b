"""Who is meant by a name, and by what name or mark somebody is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from app.exchange.document.node import Node
from app.records import Member

_RECORD_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_record_id(mark: str) -> bool:
    """Tell whether a member's mark is the key of his record rather than a word of the branch."""
    return _RECORD_ID.fullmatch(mark) is not None


class People:
    """The members of a document under their names and marks."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._members = list(members)
        self._by_id = {member.id: member for member in self._members}
        self._by_mark = {mark_of(member): member for member in self._members}
        self._by_name: dict[str, list[Member]] = {}
        for member in self._members:
            self._by_name.setdefault(member.name, []).append(member)

    def by_id(self, member_id: str) -> Member:
        """Return the member of a record key."""
        return self._by_id[member_id]

    def find(self, node: Node) -> Member | None:
        """Return the member meant by a name or mark, or `None` when nobody is.

        A mark goes before a name: it is what tells people apart.

        Raises:
            InvalidDocumentError: several members have this name.
        """
        named = self._by_name.get(node.line(), [])
        if node.line() in self._by_mark:
            return self._by_mark[node.line()]
        if len(named) > 1:
            raise node.refused(f"有 {len(named)} 名党员叫“{node.line()}”，请改写其 id")
        return named[0] if named else None

    def member(self, node: Node) -> Member:
        """Return the member meant.

        Raises:
            InvalidDocumentError: nobody or more than one is.
        """
        found = self.find(node)
        if found is None:
            raise node.refused(f"名册里没有“{node.line()}”，请改正姓名或先补进 members")
        return found

    def member_id(self, node: Node) -> str | None:
        """Return the record key of the member meant, `None` when the value is absent."""
        return self.member(node).id if node else None

    def members(self, node: Node) -> list[Member]:
        """Return the members of a list or of one line of names, each once.

        Raises:
            InvalidDocumentError: somebody is unknown or named twice.
        """
        found: list[Member] = []
        for word in _words(node, self):
            member = self.member(word)
            if member in found:
                raise word.refused(f"“{word.line()}”写了两次，请只留一个")
            found.append(member)
        return found

    def has_name(self, name: str) -> bool:
        """Tell whether a member has this name."""
        return name in self._by_name

    def knows(self, word: str) -> bool:
        """Tell whether a word means a member."""
        return word in self._by_name or word in self._by_mark

    def needs_mark(self, member: Member) -> bool:
        """Tell whether the name alone would not lead back to this member."""
        holder = self._by_mark.get(member.name, member)
        return len(self._by_name[member.name]) > 1 or holder is not member

    def written(self, member_id: str | None) -> str | None:
        """Return the name, or where that is not enough the mark, a member is written by."""
        if member_id is None:
            return None
        member = self._by_id[member_id]
        return mark_of(member) if self.needs_mark(member) else member.name


class Attendees:
    """Members and the guests of one meeting: whoever may speak at it."""

    def __init__(self, people: People, guests: Iterable[str]) -> None:
        self.people = people
        self._guests = list(guests)

    def read(self, node: Node) -> tuple[str | None, str]:
        """Return the key of the member meant, or the guest's name.

        Raises:
            InvalidDocumentError: it is neither a member nor a guest of this meeting.
        """
        if not node:
            return None, ""
        if isinstance(node.value, dict):
            return None, node["guest"].line()
        member = self.people.find(node)
        if member is not None:
            return member.id, ""
        if node.line() in self._guests:
            return None, node.line()
        raise node.refused(
            f"名册里没有“{node.line()}”，他也不在这次活动的 guests 里，请改正姓名或补进 guests"
        )

    def read_all(self, node: Node) -> list[tuple[str | None, str]]:
        """Return those of a list or of one line of names, as `read`."""
        return [self.read(word) for word in _words(node, self.people, self._guests)]

    def written(self, member_id: str | None, guest_name: str) -> str | dict[str, Any] | None:
        """Return the value that `read` turns into this person."""
        if member_id is not None:
            return self.people.written(member_id)
        if guest_name in self._guests and not self.people.knows(guest_name):
            return guest_name
        return {"guest": guest_name} if guest_name else None


def mark_of(member: Member) -> str:
    """Return what tells a member apart from everybody else."""
    return member.code or member.id


def _words(node: Node, people: People, guests: Iterable[str] = ()) -> list[Node]:
    """Return the names of a list or line; one whole name may hold a separator itself."""
    whole = isinstance(node.value, str) and (people.knows(node.line()) or node.line() in guests)
    return [node] if whole else node.words()
