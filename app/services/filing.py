"""What becomes of a record: finalised, corrected, printed, archived, void."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.errors import InvalidInputError, NotFoundError
from app.manual.pages import page_of
from app.manual.settings import WRITER
from app.printing.differences import Difference, differences
from app.printing.pages.leaves import Leaf
from app.printing.sheet import fingerprint
from app.records import Correction, Finalisation, Meeting
from app.records.snapshot import to_plain
from app.rules import entries as entry_rules
from app.rules.attendance import day_of
from app.rules.calendar import calendar_of
from app.rules.checks.fault import ERROR, Finding
from app.rules.convening import people_due
from app.rules.filing import (
    STATE_PLACE,
    Step,
    Wishes,
    after,
    may,
    record_days_of,
    refusal,
    wishes_of,
)
from app.services.checks import CheckService
from app.services.filed import filed_of, pages_kept, sheets_of, subject_day
from app.services.manual import ManualService
from app.store import branches as kept_branches
from app.store import drafts as kept_drafts
from app.store import filing as kept
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.store import Store
    from app.store.filing import Subject

__all__ = ["Difference", "FilingService"]

_UNSEEN = "不打印的内容"
_NO_REASON = "请先写明{step}的原因。"


class FilingService:
    """Takes meetings and entries from draft to archive; a record is named by its key."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def wishes(self, subject_id: str) -> Wishes:
        """Return what is asked before a record is finalised, as it is kept.

        Raises:
            NotFoundError: there is no such record.
        """
        subject = self._get(subject_id)
        with self._store.read() as unit:
            chosen = kept_settings.all(unit)
        return wishes_of(
            self._findings(subject),
            subject_day(subject),
            clock.today(),
            record_days_of(chosen, subject_day(subject)),
            calendar_of(chosen),
        )

    def finalise(
        self, subject_id: str, *, late_reason: str = "", missing_reason: str = ""
    ) -> Finalisation:
        """Freeze a record with the roster of its day (定稿); its pages never change again.

        Raises:
            InvalidInputError: it is finalised already, or something is missing; the sentence
                names it.
            NotFoundError: there is no such record.
        """
        subject = self._get(subject_id)
        _refuse(Step.FINALISE, subject.state)
        wishes = self.wishes(subject_id)
        if problem := wishes.problem(late_reason, missing_reason):
            raise InvalidInputError(problem)
        made = Finalisation(
            branch_id=subject.branch_id,
            subject_id=subject_id,
            at=clock.now(),
            by=self._writer(),
            late_reason=late_reason.strip() if wishes.late else "",
            missing_reason=missing_reason.strip() if wishes.missing else "",
        )
        subject.state = after(Step.FINALISE, subject.state)
        if isinstance(subject, Meeting):
            subject.roster = self._due(subject)
        made.pages = pages_kept(subject, made, sheets_of(self._store, subject))
        area = _area(subject)
        with self._store.write(area) as unit:
            kept.save(unit, subject)
            kept.add(unit, [made])
            kept_drafts.drop(unit, f"{area}/{subject_id}")
        return made

    def reopen(self, subject_id: str, reason: str) -> None:
        """Make a finalised record a draft again (撤销定稿), while it was not printed.

        Raises:
            InvalidInputError: it was printed or corrected already, or no reason is given.
        """
        subject = self._get(subject_id)
        corrected = bool(_of_content(self.corrections(subject_id)))
        _refuse(Step.REOPEN, subject.state, corrected=corrected)
        if isinstance(subject, Meeting):
            subject.roster = []
        self._move(subject, Step.REOPEN, reason, drop_pages=True)

    def archive(self, subject_id: str) -> None:
        """Note that the paper was signed and filed (已签字归档).

        Raises:
            InvalidInputError: it is not finalised, or archived or void already.
        """
        subject = self._get(subject_id)
        _refuse(Step.ARCHIVE, subject.state)
        with self._store.write(_area(subject)) as unit:
            kept.set_state(unit, subject_id, after(Step.ARCHIVE, subject.state))

    def void(self, subject_id: str, reason: str) -> None:
        """Make a finalised record void (作废): it stays to be seen and counts no more.

        Raises:
            InvalidInputError: it is a draft or void already, or no reason is given.
        """
        subject = self._get(subject_id)
        _refuse(Step.VOID, subject.state)
        self._move(subject, Step.VOID, reason)

    def differences(self, changed: Subject) -> list[Difference]:
        """Return what a correction would change on paper, place by place.

        Raises:
            NotFoundError: there is no such record.
        """
        there = self._get(changed.id)
        return self._differences(there, self._as_kept(changed, there))

    def correct(self, changed: Subject, reason: str) -> list[Correction]:
        """Keep a changed finalised record with one correction (更正) a changed place.

        The pages that were finalised stay as they are; the corrections are printed after them.

        Raises:
            InvalidInputError: it is no finalised record, nothing was changed, or no reason given.
            StaleError: it was changed elsewhere since it was read.
        """
        there = self._get(changed.id)
        _refuse(Step.CORRECT, there.state)
        if not reason.strip():
            raise InvalidInputError(_NO_REASON.format(step=Step.CORRECT.value))
        given = self._as_kept(changed, there)
        if to_plain(given) == to_plain(there):
            raise InvalidInputError("还没有改动任何内容。请先改好，再保存更正；不改了请放弃更正。")
        found = self._differences(there, given) or [Difference(_UNSEEN, "", "")]
        at, by, area = clock.now(), self._writer(), _area(there)
        first = len(self.corrections(there.id))
        rows = [
            Correction(
                branch_id=there.branch_id,
                subject_id=there.id,
                at=at,
                by=by,
                place=one.place,
                old=one.old,
                new=one.new,
                reason=reason.strip(),
                position=position,
            )
            for position, one in enumerate(found, first)
        ]
        with self._store.write(area) as unit:
            kept.save(unit, given)
            kept.add(unit, rows)
            kept_drafts.drop(unit, f"{area}/{there.id}")
        return rows

    def corrections(self, subject_id: str) -> list[Correction]:
        """Return what was corrected in a record and how its state was changed, oldest first."""
        with self._store.read() as unit:
            return kept.corrections_of(unit, subject_id)

    def finalisation(self, subject_id: str) -> Finalisation | None:
        """Return when and by whom a record was finalised, `None` of a draft."""
        with self._store.read() as unit:
            return kept.finalisation_of(unit, subject_id)

    def may(self, step: Step, subject: Subject) -> bool:
        """Tell whether a step is allowed with a record."""
        corrected = step is Step.REOPEN and bool(_of_content(self.corrections(subject.id)))
        return may(step, subject.state, corrected=corrected)

    def mark_printed(self, leaves: Sequence[Leaf]) -> None:
        """Note that sheets went to paper: finalised records among them are 已打印 from now on."""
        if not leaves:
            return
        with self._store.read() as unit:
            states = {key: kept.state_of(unit, key) for key in {one.of for one in leaves}}
        fresh = [
            self._get(key) for key, state in states.items() if state and may(Step.PRINT, state)
        ]
        with self._store.write(*sorted({_area(one) for one in fresh})) as unit:
            branch = kept_branches.get(unit)
            for one in fresh:
                kept.set_state(unit, one.id, after(Step.PRINT, one.state))
            if branch is not None:
                kept.put_print_marks(unit, branch.id, _marks(leaves), clock.now())

    def mark_month_printed(self, month: str, pages: Iterable[str] | None = None) -> None:
        """Note that a month's set (`2025-10`), or some of its pages, went to paper.

        Raises:
            InvalidInputError: the month or a page code cannot be read.
            NotFoundError: there is nothing to print for the month.
        """
        self.mark_printed(ManualService(self._store).leaves_of_month(month, pages))

    def mark_record_printed(self, subject_id: str) -> None:
        """Note that the pages of one meeting or entry went to paper.

        Raises:
            NotFoundError: there is no such record.
        """
        subject = self._get(subject_id)
        filed = filed_of(self._store, [subject_id]).get(subject_id)
        sheets = sheets_of(self._store, subject) if filed is None else filed.all_sheets()
        self.mark_printed([Leaf(sheet, subject_id) for sheet in sheets])

    def changed(self, leaves: Sequence[Leaf]) -> list[Leaf]:
        """Return the sheets that say something else than when last printed, or never were."""
        marks = _marks(leaves)
        with self._store.read() as unit:
            printed = kept.print_marks(unit, marks.keys())
        return [
            leaf
            for leaf, (key, mark) in zip(leaves, marks.items(), strict=True)
            if key not in printed or printed[key].mark != mark
        ]

    def _get(self, subject_id: str) -> Subject:
        with self._store.read() as unit:
            found = kept.subject(unit, subject_id)
        if found is None:
            raise NotFoundError("找不到这份记录，可能已经移到回收站。")
        return found

    def _findings(self, subject: Subject) -> list[Finding]:
        if isinstance(subject, Meeting):
            return CheckService(self._store).meeting(subject)
        return [
            Finding(1, ERROR, f"“{label}”还没有填写。", "entries", subject.id, "", label)
            for label in entry_rules.missing(page_of(subject.page), subject.values)
        ]

    def _due(self, meeting: Meeting) -> list[str]:
        day = day_of(meeting)
        if day is None:
            return []
        with self._store.read() as unit:
            return [one.id for one in people_due(meeting, kept_members.everyone(unit), day)]

    def _differences(self, there: Subject, given: Subject) -> list[Difference]:
        return differences(sheets_of(self._store, there), sheets_of(self._store, given))

    @staticmethod
    def _as_kept(changed: Subject, there: Subject) -> Subject:
        """Return a changed record whose state and roster are those that are kept."""
        changed.state = there.state
        if isinstance(changed, Meeting) and isinstance(there, Meeting):
            changed.roster = list(there.roster)
        return changed

    def _move(self, subject: Subject, step: Step, reason: str, *, drop_pages: bool = False) -> None:
        """Change the state of a record and write down from what to what, and why."""
        if not reason.strip():
            raise InvalidInputError(_NO_REASON.format(step=step.value))
        old, subject.state = subject.state, after(step, subject.state)
        trace = Correction(
            branch_id=subject.branch_id,
            subject_id=subject.id,
            at=clock.now(),
            by=self._writer(),
            place=STATE_PLACE,
            old=old,
            new=subject.state,
            reason=reason.strip(),
            position=len(self.corrections(subject.id)),
        )
        with self._store.write(_area(subject)) as unit:
            kept.save(unit, subject)
            if drop_pages:
                kept.forget_finalisation(unit, subject.id)
            kept.add(unit, [trace])

    def _writer(self) -> str:
        with self._store.read() as unit:
            return kept_settings.all(unit).get(WRITER.key, WRITER.default)


def _refuse(step: Step, state: str, *, corrected: bool = False) -> None:
    if not may(step, state, corrected=corrected):
        raise InvalidInputError(refusal(step, state))


def _of_content(corrections: Iterable[Correction]) -> list[Correction]:
    return [one for one in corrections if one.place != STATE_PLACE]


def _area(subject: Subject) -> str:
    return "meetings" if isinstance(subject, Meeting) else "entries"


def _marks(leaves: Sequence[Leaf]) -> dict[str, str]:
    """Return the fingerprint of each sheet by its page code and what it is of."""
    found: dict[str, str] = {}
    for leaf in leaves:
        key, number = f"{leaf.sheet.code} {leaf.of}", 1
        while key in found:
            number += 1
            key = f"{leaf.sheet.code} {leaf.of} {number}"
        found[key] = fingerprint(leaf.sheet)
    return found
