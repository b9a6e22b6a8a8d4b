"""The yearly assessment (一年一考核): members' points and the branch's own score, from records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual import words
from app.manual.pages import branch_score, member_score, score_scheme
from app.records import Entry
from app.rules.assessed_year import AssessedYear
from app.rules.branch_year import measures_of, scored_row
from app.rules.deeds import deeds_of
from app.rules.entries import rows_in
from app.rules.points import (
    BRANCH_WAY,
    MARK,
    MEMBER_WAY,
    Kept,
    Line,
    Proposal,
    counted_rows,
    deeds_counted,
    merged,
    proposed,
    scored_member,
    scores_by_member,
)
from app.rules.ranking import Ranked, ranking
from app.rules.scheme import branch_items, member_items, scheme_of, values_of
from app.store import branches as kept_branches
from app.store import drafts as kept_drafts
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import filing as kept_filing
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.rules.branch_year import Measure
    from app.rules.deeds import Deed
    from app.rules.entries import Values
    from app.store import Store

# What the program fills in of a member's line.
_COUNTED = frozenset({"times", "grounds", MARK})

__all__ = ["Assessment", "AssessmentService", "BranchProposal", "Line", "Outcome"]


@dataclass(frozen=True, slots=True)
class BranchProposal:
    """The branch's sheet as the records make it; `kept` lines were left as somebody set them."""

    entry: Entry
    kept: tuple[Kept, ...]
    is_settled: bool


@dataclass(frozen=True)
class Assessment:
    """A year's assessment as the records make it today; nothing of it is kept.

    `proposals` stand in the order of the roster, by group; `deeds` are by member.
    """

    records: AssessedYear
    scheme: Values
    proposals: Sequence[Proposal]
    deeds: dict[str, list[Deed]]
    measures: dict[str, Measure]
    branch: BranchProposal

    @property
    def ranked(self) -> list[Ranked]:
        """Return the members by their points."""
        return ranking(self.records.people, self.entries())

    def entries(self) -> list[Entry]:
        """Return the entries of the year with the pages of points and the sheet as counted."""
        counted = (member_score.PAGE.key, branch_score.PAGE.key)
        others = [one for one in self.records.entries if one.page not in counted]
        return [*others, *(one.entry for one in self.proposals), self.branch.entry]

    def member_lines(self, entry: Entry) -> list[Line]:
        """Return each line of a member's points beside what the records say now."""
        items = _by_item(member_items(self.scheme))
        deeds = self.deeds.get(scored_member(entry), [])
        found = []
        for row in rows_in(entry.values, "items"):
            word = _counts(items, row).get("counts", "")
            bare = {key: value for key, value in row.items() if key not in _COUNTED}
            (fresh,) = counted_rows([bare | ({"counts": word} if word else {})], deeds)
            places = tuple(one.place for one in deeds_counted(word, deeds))
            found.append(Line(row, fresh, places, MEMBER_WAY))
        return found

    def branch_lines(self, entry: Entry) -> list[Line]:
        """Return each line of the branch's sheet beside its score now, with what is missing."""
        items = _by_item(branch_items(self.scheme))
        found = []
        for row in rows_in(entry.values, "items"):
            known = {**row, **_counts(items, row)}
            measure = self.measures.get(known.get("counts", ""))
            places = tuple(one.place for one in measure.gaps) if measure else ()
            found.append(Line(row, scored_row(known, self.measures), places, BRANCH_WAY))
        return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """What counting all members did: how many pages, and which lines were left as they were.

    `kept` holds the names of members with their lines; `settled` were not touched.
    """

    new: int
    changed: int
    same: int
    settled: int
    kept: tuple[tuple[str, Kept], ...]


class AssessmentService:
    """Counts a year's records for the assessment, and keeps what it makes of them when asked to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def records(self, year: int) -> AssessedYear:
        """Return the records of a year, each table read once.

        Raises:
            NotFoundError: there is no branch yet.
        """
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
            if branch is None:
                raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
            first, last = date(year, 1, 1), date(year, 12, 31)
            held = kept_meetings.between(unit, first, last)
            later = kept_meetings.between(unit, date(year + 1, 1, 1), date(year + 1, 3, 31))
            return AssessedYear(
                year=year,
                branch=branch,
                members=kept_members.everyone(unit),
                groups=kept_branches.groups(unit),
                meetings=[one for one in held if one.state != words.VOID],
                dues=kept_dues.between(unit, f"{year}-01", f"{year}-12"),
                entries=kept_entries.of_year(unit, year),
                settings=kept_settings.all(unit),
                today=clock.today(),
                later=[one for one in later if one.state != words.VOID],
                finalised={key: at.date() for key, at in kept_filing.finalised_at(unit).items()},
            )

    def scheme(self, year: int) -> Values:
        """Return what a year is assessed by (考核办法)."""
        with self._store.read() as unit:
            return scheme_of(values_of(kept_entries.of_page(unit, score_scheme.PAGE.key)), year)

    def year(self, year: int) -> Assessment:
        """Return the assessment of a year as its records make it; nothing is kept.

        Raises:
            NotFoundError: there is no branch yet.
        """
        records, scheme = self.records(year), self.scheme(year)
        deeds, measures = deeds_of(records), measures_of(records)
        there = scores_by_member(records.pages(member_score.PAGE.key))
        items = member_items(scheme)
        proposals = [
            proposed(
                one.id,
                _begun(records, member_score.PAGE.key),
                there.get(one.id),
                counted_rows(items, deeds.get(one.id, [])),
            )
            for one in records.people
        ]
        branch = _branch(records, scheme, measures)
        return Assessment(records, scheme, proposals, deeds, measures, branch)

    def keep_members(
        self, year: int, progress: Callable[[int, int], None] | None = None
    ) -> Outcome:
        """Keep a page of points for each member of a year, all of them or none.

        Lines that somebody changed stay as they are, and settled pages untouched.

        Args:
            year: the year.
            progress: called with the pages done and their number; may raise to stop.

        Raises:
            NotFoundError: there is no branch yet, or nobody belonged to it in that year.
            StaleError: a page was changed elsewhere meanwhile.
        """
        made = self.asked_for(year)
        with self._store.write("entries") as unit:
            for number, one in enumerate(made.proposals, 1):
                if one.was in ("new", "changed"):
                    kept_entries.save(unit, one.entry)
                    kept_drafts.drop(unit, f"entries/{one.entry.id}")
                if progress is not None:
                    progress(number, len(made.proposals))
        names = made.records.names
        count = [one.was for one in made.proposals].count
        return Outcome(
            count("new"),
            count("changed"),
            count("same"),
            count("settled"),
            tuple((names[one.member_id], line) for one in made.proposals for line in one.kept),
        )

    def keep_branch(self, year: int) -> BranchProposal:
        """Keep the branch's sheet of a year with its own scores counted from the records.

        Raises:
            InvalidInputError: the sheet is finalised; only a correction changes it.
            NotFoundError: there is no branch yet.
        """
        made = self.year(year).branch
        if made.is_settled:
            raise InvalidInputError("年度考核表已经定稿。要改内容请点“更正”并写明原因。")
        with self._store.write("entries") as unit:
            saved = kept_entries.save(unit, made.entry)
            kept_drafts.drop(unit, f"entries/{made.entry.id}")
        return replace(made, entry=saved)

    def asked_for(self, year: int) -> Assessment:
        """Return the assessment of a year in which somebody belonged to the branch.

        Raises:
            NotFoundError: nobody did, or there is no branch yet.
        """
        made = self.year(year)
        if not made.proposals:
            raise NotFoundError(f"{year}年名册里没有党员。请先登记党员，再算积分。")
        return made


def _begun(records: AssessedYear, key: str) -> Entry:
    return Entry(branch_id=records.branch.id, page=key, year=records.year)


def _branch(records: AssessedYear, scheme: Values, measures: dict[str, Measure]) -> BranchProposal:
    """Return the branch's sheet: the one that is there or a new one, with scores where counted."""
    there = next(iter(records.pages(branch_score.PAGE.key)), None)
    known = _by_item(branch_items(scheme))
    if there is None:
        begun = _begun(records, branch_score.PAGE.key)
        rows = [scored_row(item, measures) for item in known.values()]
        begun.values = {"assessed_on": records.today.isoformat(), "items": rows}
        return BranchProposal(begun, (), is_settled=False)
    if there.state != words.DRAFT:
        return BranchProposal(there, (), is_settled=True)
    # The sheet's own items and weights hold once it is begun.
    rows = rows_in(there.values, "items")
    fresh = [scored_row({**row, **_counts(known, row)}, measures) for row in rows]
    rows, kept = merged(rows, fresh, BRANCH_WAY)
    there.values = {**there.values, "items": rows}
    return BranchProposal(there, tuple(kept), is_settled=False)


def _by_item(rows: Iterable[Values]) -> dict[str, Values]:
    return {row["item"]: row for row in rows}


def _counts(known: Mapping[str, Values], row: Values) -> Values:
    """Return what is counted for a line, by its item in the scheme where it does not say so."""
    word = row.get("counts") or known.get(row.get("item", ""), {}).get("counts")
    return {"counts": word} if word else {}
