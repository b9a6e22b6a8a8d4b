"""The votes of a meeting: who might vote, what was counted, what it came to and the resolution.

Source: `domain/pages.md` P14 (表决).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Grid, Rows
from app.records import Meeting, Vote
from app.rules.quorum import Outcome
from app.rules.texts import names_joined
from app.rules.votes import entitled_people, outcome_of, present_of, rule_for

_BALLOTS = (("发出票", 16.0), ("收回票", 16.0), ("有效票", 16.0), ("无效票", 16.0))
_COUNTS = (("赞成", 16.0), ("反对", 16.0), ("弃权", 16.0), ("书面赞成", 25.0), ("书面反对", 25.0))


def blocks(book: Book, meeting: Meeting) -> Iterator[Block]:
    """Yield the blocks of each vote in its order."""
    for number, vote in enumerate(meeting.votes, 1):
        count = parts.ordinal(number) if len(meeting.votes) > 1 else ""
        yield parts.caption(f"表决{count}")
        # From the caption to the result a vote stands on one page.
        yield Rows(parts.HEAD_MM, tuple(_what(book, meeting, vote)), height_mm=10.0, lead=True)
        yield _counts(vote)
        if counters := tuple(_counters(book, meeting, vote)):
            yield Rows(parts.HEAD_MM, counters, height_mm=10.0, lead=True)
        yield Rows(parts.HEAD_MM, (_result(book, meeting, vote),), height_mm=10.0)
        yield Box(
            "决议",
            parts.paragraphs(vote.resolution),
            least_mm=20.0,
            side_label_mm=parts.LABEL_MM,
        )


def counter_labels(meeting: Meeting) -> tuple[str, ...]:
    """Return who signs besides chair and recorder: those who watched and counted."""
    roles = {counter.role for vote in meeting.votes for counter in vote.counters}
    return tuple(f"{role}\n签字" for role in words.COUNTER_ROLES if role in roles)


def entitled_row(book: Book, meeting: Meeting) -> Iterator[parts.Row]:
    """Yield how many might vote and how many of them came, where something was voted on.

    Source: `domain/pages.md` H11.
    """
    for vote in meeting.votes[:1]:
        entitled = entitled_people(vote, meeting, book.members)
        present = present_of(entitled, meeting)
        yield parts.pair(
            "应到会\n有表决权", f"{len(entitled)}人", "实到会\n有表决权", f"{len(present)}人"
        )


def entitled_count(book: Book, meeting: Meeting) -> int:
    """Return how many might vote at a meeting, as in its first vote."""
    return len(entitled_people(meeting.votes[0], meeting, book.members))


def strictest(book: Book, meeting: Meeting) -> Outcome:
    """Return the outcome of the vote that asks for most people; of an ordinary one without any."""
    votes = meeting.votes or [Vote(branch_id=meeting.branch_id)]
    found = [outcome_of(vote, meeting, book.members) for vote in votes]
    return max(found, key=lambda one: (not one.can_sit, one.quorum))


def _what(book: Book, meeting: Meeting, vote: Vote) -> Iterator[parts.Row]:
    yield parts.wide("表决事项", vote.subject)
    yield parts.pair(
        "表决方式", vote.method, "过半数", f"{outcome_of(vote, meeting, book.members).needed}票"
    )
    excluded = "\n".join(
        f"{book.name(one.member_id)}（{one.reason}）" if one.reason else book.name(one.member_id)
        for one in vote.exclusions
    )
    if vote.exclusions:
        yield parts.wide("经批准\n不计入应到", excluded)


def _counts(vote: Vote) -> Grid:
    """Return the figures in one line; ballots only where ballots were given out."""
    spoilt = (
        vote.returned - vote.valid if vote.returned is not None and vote.valid is not None else None
    )
    given = (vote.in_favour, vote.against, vote.abstained, vote.written_for, vote.written_against)
    ballots = (vote.issued, vote.returned, vote.valid, spoilt)
    on_paper = vote.method == words.SECRET_BALLOT or any(one is not None for one in ballots)
    columns, values = ((*_BALLOTS, *_COUNTS), (*ballots, *given)) if on_paper else (_COUNTS, given)
    # What nobody gave is nought once there is a count.
    line = tuple(_figure(value, settled=vote.in_favour is not None) for value in values)
    return Grid(parts.columns(*columns), (line,), row_mm=9.0, lead=True)


def _figure(value: int | None, *, settled: bool) -> str:
    if value is None:
        return "0" if settled else ""
    return str(value)


def _counters(book: Book, meeting: Meeting, vote: Vote) -> Iterator[parts.Row]:
    watched, counted = (
        names_joined(book.name(one.member_id) for one in vote.counters if one.role == role)
        for role in words.COUNTER_ROLES
    )
    if vote.counters or rule_for(vote, meeting).secret:
        yield parts.pair("监票人", watched, "计票人", counted)


def _result(book: Book, meeting: Meeting, vote: Vote) -> parts.Row:
    told = outcome_of(vote, meeting, book.members)
    return parts.wide("表决结果", "" if told.passed is None else told.sentence)
