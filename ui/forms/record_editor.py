"""One record while it is being edited: its changes, undo, draft and saving."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app import clock, log
from app.errors import AppError
from app.records import Record
from app.records.snapshot import Plain, family, from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.services.drafts import DraftService

R = TypeVar("R", bound=Record)

DRAFT_DELAY_MS = 400
# Whoever types 30 characters a second must not lose 40 of them: see tests/e2e/test_kill.py.
DRAFT_DEADLINE_MS = 800
SAVE_DELAY_MS = 5000
MERGE_SECONDS = 1.0

logger = log.get_logger(__name__)


class Keeper(Protocol[R]):
    """The service that keeps records of one class."""

    def get(self, record_id: str, /) -> R:
        """Return a kept record."""
        ...

    def save(self, record: R, /) -> R:
        """Keep a record and return it as kept."""
        ...


class RecordEditor(QObject, Generic[R]):
    """Holds one detached record, which the forms read and change in place.

    Every change goes through `change`; it becomes one undo step, a draft shortly after, and a
    saved record when a field is left, when nothing was typed for five seconds, or on `save`.

    Attributes:
        changed: something in the named section changed.
        reloaded: the record object was replaced (undo, another version taken); everything shown
            has to be read again. The argument is the section the step belonged to.
        saved: the record was kept at this local time.
        is_saving: the record is being kept just now; listeners need not read it anew.
        is_locked: what is shown is finalised: changes are undone at once.
        holds_back: changes are kept as a draft only, until they are kept as a correction.
        save_failed: an `AppError`; the text is still on the screen and, if at all possible, in
            the draft.
    """

    changed = Signal(str)
    reloaded = Signal(str)
    saved = Signal(object)
    save_failed = Signal(object)

    def __init__(
        self,
        keeper: Keeper[R],
        drafts: DraftService,
        record: R,
        parent: QObject | None = None,
        *,
        area: str,
        stack: QUndoStack | None = None,
    ) -> None:
        """Edit a kept record of an area of the drafts, counting steps on a given or own stack."""
        super().__init__(parent)
        self.record = record
        self.area = area
        self.recovered = False
        self.is_saving = False
        self.is_locked = False
        self.holds_back = False
        self.stack = QUndoStack(self) if stack is None else stack
        self.stack.clear()
        self._keeper = keeper
        self._drafts = drafts
        self._versions = versions_of(to_plain(record))
        self._plain = to_plain(record)
        self._saved_plain = self._plain
        self._run = 0
        self._draft_waits = False
        self._draft_timer = self._timer(DRAFT_DELAY_MS, self.put_draft)
        self._draft_deadline = self._timer(DRAFT_DEADLINE_MS, self.put_draft)
        self._save_timer = self._timer(SAVE_DELAY_MS, self.save)

    @property
    def is_dirty(self) -> bool:
        """Tell whether something is not yet kept as a record."""
        return self._plain != self._saved_plain

    @contextmanager
    def change(self, section: str, label: str, merge_key: str | None = None) -> Iterator[R]:
        """Run a change of the record as one undo step named by a Chinese label.

        Changes with the same `merge_key` that follow within a second become one step, so that
        undo takes back a run of typing and not a letter; leaving the field ends the run. A change
        that leaves everything as it was makes no step.
        """
        yield self.record
        after = to_plain(self.record)
        if after == self._plain:
            return
        if self.is_locked:
            self.record = from_plain(type(self.record), self._plain)
            self.reloaded.emit(section)
            return
        key = merge_key and f"{merge_key}/{self._run}"
        self.stack.push(_Step(self, section, label, key, (self._plain, after)))
        self._after_change(section, after)

    def leave_field(self) -> bool:
        """Let what is typed next be a step of its own, and keep the record."""
        self._run += 1
        return self.save()

    def undo(self) -> None:
        """Take back the last step."""
        self.stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self.stack.redo()

    def revert(self) -> None:
        """Show the record as it was last kept; this is a step that can be undone itself."""
        self._replace(self._saved_plain, "还原到已保存的内容")

    def is_as_kept(self, record: R) -> bool:
        """Tell whether a record just read is what was kept last from here."""
        return to_plain(record) == self._saved_plain

    def put_draft(self) -> bool:
        """Keep what is on the screen as a draft; return whether that succeeded."""
        self._draft_timer.stop()
        self._draft_deadline.stop()
        if not self._draft_waits:
            return True
        try:
            self._drafts.put(self.area, self.record)
        except AppError as error:
            self._fail(error)
            return False
        self._draft_waits = False
        return True

    def save(self) -> bool:
        """Keep the record when something changed; return whether all is kept."""
        self._save_timer.stop()
        if not self.is_dirty:
            self._drop_stale_draft()
            return True
        if self.holds_back:
            return self.put_draft()
        self.is_saving = True
        try:
            fresh = self._keeper.save(self.record)
        except AppError as error:
            self.put_draft()
            self._fail(error)
            return False
        finally:
            self.is_saving = False
        self._take_versions(to_plain(fresh))
        self._plain = self._saved_plain = to_plain(self.record)
        self._draft_waits = self.recovered = False
        self._draft_timer.stop()
        self._draft_deadline.stop()
        self.saved.emit(clock.now())
        return True

    def close(self) -> None:
        """Stop all timers: nothing is kept any more from here."""
        for timer in (self._draft_timer, self._draft_deadline, self._save_timer):
            timer.stop()

    def keep_mine(self) -> bool:
        """Save over what was changed elsewhere; return whether that succeeded."""
        self._take_versions(to_plain(self._keeper.get(self.record.id)))
        self._plain = to_plain(self.record)
        return self.save()

    def take_theirs(self) -> None:
        """Show what was kept elsewhere; undo brings one's own text back.

        Raises:
            NotFoundError: the record is gone.
        """
        theirs = to_plain(self._keeper.get(self.record.id))
        self._versions = versions_of(theirs)
        self._saved_plain = theirs
        self._replace(theirs, "改用已保存的内容")

    def follow(self, record: R) -> None:
        """Go on from the record as it was just read, where nothing typed waits to be kept."""
        self.record = record
        self._plain = self._saved_plain = to_plain(record)
        self._versions = versions_of(self._plain)
        self.reloaded.emit("")

    def show(self, plain: Plain, section: str) -> None:
        """Put a snapshot in place of the record; called by the steps of the undo stack."""
        self.record = from_plain(type(self.record), plain)
        self._stamp_versions()
        self._after_change(section, to_plain(self.record))
        self.reloaded.emit(section)

    def _replace(self, plain: Plain, label: str) -> None:
        """Show another snapshot of the same record as one undo step."""
        before = self._plain
        self.show(plain, "")
        if self._plain != before:
            self.stack.push(_Step(self, "", label, None, (before, self._plain)))

    def recover(self) -> None:
        """Take what was typed but not kept before the program ended."""
        try:
            found = self._drafts.get(self.area, type(self.record), self.record.id)
        except (ValueError, TypeError):
            logger.warning("draft of %s cannot be read", self.record.id)
            return
        if found is None:
            return
        draft = to_plain(found.record)
        self._versions.update(versions_of(draft))
        self._replace(draft, "找回上次没有保存的文字")
        self.recovered = self.is_dirty

    def _after_change(self, section: str, plain: Plain) -> None:
        self._plain = plain
        self._draft_waits = True
        self._draft_timer.start()
        if not self._draft_deadline.isActive():
            self._draft_deadline.start()
        self._save_timer.start()
        self.changed.emit(section)

    def _drop_stale_draft(self) -> None:
        """Forget a draft that says no more than the record, as after undoing everything."""
        self._draft_timer.stop()
        self._draft_deadline.stop()
        if self._draft_waits:
            self._draft_waits = False
            self._drafts.drop(self.area, self.record.id)

    def _take_versions(self, fresh: Plain) -> None:
        """Continue from the rows as they now stand in the file, leaving the objects in place."""
        self._versions = versions_of(fresh)
        self._stamp_versions()

    def _stamp_versions(self) -> None:
        # A row that was removed, saved and brought back by undo is new to the file again.
        for record in family(self.record):
            record.version = self._versions.get(record.id)  # type: ignore[assignment]

    def _fail(self, error: AppError) -> None:
        self._save_timer.stop()
        self.save_failed.emit(error)

    def _timer(self, delay_ms: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(delay_ms)
        timer.timeout.connect(slot)
        return timer


class _Step(QUndoCommand):
    """From one snapshot of the record to the next."""

    def __init__(
        self,
        editor: RecordEditor[Any],
        section: str,
        label: str,
        merge_key: str | None,
        plains: tuple[Plain, Plain],
    ) -> None:
        super().__init__(label)
        self._editor = editor
        self.section = section
        self.before, self.after = plains
        self.merge_key = merge_key
        self.at = time.monotonic()
        self._is_new = True

    def id(self) -> int:
        """Return one number for all steps; `mergeWith` decides."""
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a step that goes on typing in the same field."""
        if not isinstance(other, _Step) or self.merge_key is None:
            return False
        if other.merge_key != self.merge_key or other.at - self.at > MERGE_SECONDS:
            return False
        self.after, self.at = other.after, other.at
        self.setText(other.text())
        return True

    def redo(self) -> None:
        """Show what came after; nothing to do while the change has only just been made."""
        if self._is_new:
            self._is_new = False
        else:
            self._editor.show(self.after, self.section)

    def undo(self) -> None:
        """Show what was there before."""
        self._editor.show(self.before, self.section)


def versions_of(plain: Plain) -> dict[str, int]:
    """Return the version of each row in a snapshot by the row's key, new rows left out."""
    versions: dict[str, int] = {}
    if plain["version"] is not None:
        versions[plain["id"]] = plain["version"]
    for value in plain.values():
        children = value if isinstance(value, list) else [value]
        for child in children:
            if isinstance(child, dict) and child.keys() >= {"id", "version"}:
                versions.update(versions_of(child))
    return versions
