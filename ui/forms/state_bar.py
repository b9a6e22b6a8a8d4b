"""The state of a record on screen: chip and button in the head, a bar once it is finalised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.manual import words
from app.rules.filing import Step, is_late, is_settled, record_days_of
from app.rules.texts import long_date, short_date
from ui import dialogs, theme
from ui.forms.state_dialogs import CorrectionDialog, FinaliseDialog
from ui.widgets.buttons import button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import WrappedLabel
from ui.widgets.state_chip import StateChip

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from app.records import Correction, Entry, Finalisation, Meeting
    from app.rules.checks import Finding
    from ui.context import Context
    from ui.forms.record_editor import RecordEditor

_CORRECTING = "正在更正。改好后点“保存更正”并写明原因；原来的页不变，改动印在更正页上。"


_KEEP = "保存更正"


class Holder(Protocol):
    """The view whose record the bar is about."""

    def editor(self) -> RecordEditor[Any]:
        """Return the editor of the record that is open."""
        ...

    def title(self) -> str:
        """Return what the record is called."""
        ...

    def day(self) -> date | None:
        """Return the day of what was recorded."""
        ...

    def to_check(self) -> str:
        """Return what has to be looked at on the signed paper; empty where nothing is."""
        ...

    def keep(self) -> bool:
        """Keep what was typed; tell whether that succeeded."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Run a write whose outcome is shown by `open_again`."""
        ...

    def open_again(self) -> None:
        """Read the record as it is kept and show it."""
        ...

    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding."""
        ...

    def set_locked(self, *, locked: bool) -> None:
        """Close the fields, or open them, and put the keyboard into the first."""
        ...


class StateBar(QFrame):
    """Goes under the head of a form; `chip` and `finalise_button` go into the head.

    Its holder calls `show_record` whenever another record was opened.
    """

    def __init__(self, context: Context, holder: Holder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._holder = holder
        self._filing = context.services.filing
        self.chip = StateChip()
        self.finalise_button = primary_button("定稿", self.finalise)
        self.finalise_button.setToolTip("记录齐全后定稿，连同当天的名册一起固定")
        self.setAccessibleName("记录状态")
        self._glyph = QLabel()
        self._sentence = WrappedLabel(role="strong")
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._glyph)
        said.addWidget(self._sentence, 1)
        self._actions = FlowLayout(gap=8)
        self._buttons: list[QPushButton] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 16, 8)
        outer.setSpacing(4)
        outer.addLayout(said)
        outer.addLayout(self._actions)
        self.hide()

    def text(self) -> str:
        """Return the sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def buttons(self) -> dict[str, QPushButton]:
        """Return the buttons shown, by their words."""
        return {one.text(): one for one in self._buttons}

    def show_record(self) -> None:
        """Show the state of the record that is open, and close its fields once it is settled.

        What was recovered of a correction goes on as one.
        """
        editor = self._holder.editor()
        record = editor.record
        settled = is_settled(record.state)
        editor.holds_back = settled and editor.is_dirty
        editor.is_locked = settled and not editor.is_dirty
        self._holder.set_locked(locked=editor.is_locked)
        self.finalise_button.setVisible(not settled)
        if not settled:
            self.chip.show_state(record.state, late=self._is_late())
            self.hide()
        elif editor.holds_back:
            self.chip.show_state(record.state)
            self._show_correcting()
        else:
            self._show_settled(record)

    def focus_step(self) -> None:
        """Put the keyboard on what comes next: to finalise a draft, to file what is printed."""
        if not self.finalise_button.isHidden():
            self.finalise_button.setFocus()
            return
        shown = self.buttons()
        button = shown.get(Step.ARCHIVE.value) or next(iter(shown.values()), None)
        if button is not None:
            button.setFocus()

    def focus_correction(self) -> bool:
        """Put the keyboard on what opens a settled record again; tell whether there is such."""
        button = self.buttons().get(Step.CORRECT.value)
        if button is not None:
            button.setFocus()
        return button is not None

    # What the buttons do

    def finalise(self) -> None:
        """Ask what is still to be asked, then freeze the record."""
        if not self._holder.keep():
            return
        try:
            wishes = self._filing.wishes(self._key())
        except AppError as error:
            self._context.show_error(error)
            return
        missing = self._context.missing_characters
        dialog = FinaliseDialog(self.window(), self._holder.title(), wishes, missing)
        dialog.finding_chosen.connect(self._holder.go_to)
        dialog.accepted.connect(
            lambda: self._do(
                lambda: self._filing.finalise(
                    self._key(),
                    late_reason=dialog.reason("late"),
                    missing_reason=dialog.reason("missing"),
                )
            )
        )
        self._open(dialog)

    def reopen(self) -> None:
        """Make the record a draft again, for a reason."""
        self._ask_and_do("撤销定稿", "为什么撤销定稿？", self._filing.reopen)

    def void(self) -> None:
        """Make the record void, for a reason."""
        label = "作废后只能查看，不再计入统计和次数，也不能恢复。为什么作废？"
        self._ask_and_do("作废", label, self._filing.void)

    def archive(self) -> None:
        """Note that the paper was signed and filed."""
        title, text = Step.ARCHIVE.value, "纸面记录已经签字并归档？标记以后，要改内容仍可用“更正”。"
        to_check = self._holder.to_check()
        if (
            dialogs.confirm_checked(self.window(), title, text, to_check, "标记")
            if to_check
            else dialogs.confirm(self.window(), title, text, yes="标记")
        ):
            self._do(lambda: self._filing.archive(self._key()))

    def correct(self) -> None:
        """Open the fields for a correction; nothing is kept before it is given a reason."""
        editor = self._holder.editor()
        editor.is_locked, editor.holds_back = False, True
        self._show_correcting()
        self._holder.set_locked(locked=False)

    def keep_correction(self) -> None:
        """Show what was changed, ask why, and keep it."""
        if not self._holder.keep():
            return
        editor = self._holder.editor()
        if not editor.is_dirty:
            self._holder.open_again()
            return
        try:
            found = self._filing.differences(editor.record)
        except AppError as error:
            self._context.show_error(error)
            return
        dialog = CorrectionDialog(self.window(), found, self._context.missing_characters)
        dialog.accepted.connect(
            lambda: self._do(lambda: self._filing.correct(editor.record, dialog.reason("reason")))
        )
        self._open(dialog)

    def drop_correction(self) -> None:
        """Show the record as it was before the correction."""
        editor = self._holder.editor()
        if not self._holder.keep():
            return
        if editor.is_dirty:
            text = "这次更正改动的内容都会去掉，恢复成定稿时的样子。"
            if not dialogs.confirm(self.window(), "放弃更正", text, yes="放弃更正", danger=True):
                return
            editor.revert()
            editor.save()
        self._holder.open_again()

    def tell_corrections(self) -> None:
        """Show what was corrected, when, by whom and why."""
        rows = self._filing.corrections(self._key())
        dialogs.tell(self.window(), "更正和状态留痕", "\n\n".join(map(_told, rows)))

    # How it looks

    def _show_settled(self, record: Meeting | Entry) -> None:
        finalised = self._filing.finalisation(record.id)
        rows = self._filing.corrections(record.id)
        late = finalised is not None and bool(finalised.late_reason)
        self.chip.show_state(record.state, late=late)
        steps = (
            (Step.CORRECT, self.correct),
            (Step.ARCHIVE, self.archive),
            (Step.REOPEN, self.reopen),
            (Step.VOID, self.void),
        )
        actions = [(one.value, do) for one, do in steps if self._filing.may(one, record)]
        if rows:
            actions.append((f"留痕 {len(rows)} 条", self.tell_corrections))
        void = record.state == words.VOID
        look = ("x", "absent", "error-bar") if void else ("circle-check", "present", "info-bar")
        self._show(_said(record, finalised, rows), actions, *look)

    def _show_correcting(self) -> None:
        actions = [(_KEEP, self.keep_correction), ("放弃更正", self.drop_correction)]
        self._show(_CORRECTING, actions, "pencil", "leave", "warning-bar")

    def _show(
        self,
        sentence: str,
        actions: list[tuple[str, Callable[[], None]]],
        glyph: str,
        tint: str,
        role: str,
    ) -> None:
        for old in self._buttons:
            self._actions.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [
            primary_button(text, do) if text == _KEEP else button(text, do) for text, do in actions
        ]
        for made in self._buttons:
            self._actions.addWidget(made)
        theme.set_role(self, role)
        self._glyph.setPixmap(theme.pixmap(glyph, tint, theme.px(20), self.devicePixelRatioF()))
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self.show()

    def _is_late(self) -> bool:
        settings = self._context.services.settings
        day = self._holder.day()
        days = record_days_of(settings.all(), day)
        return is_late(day, clock.today(), days, settings.calendar())

    # What they share

    def _key(self) -> str:
        return str(self._holder.editor().record.id)

    def _open(self, dialog: FinaliseDialog | CorrectionDialog) -> None:
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()
        dialog.focus_first()

    def _ask_and_do(self, title: str, label: str, do: Callable[[str, str], None]) -> None:
        reason = dialogs.ask_reason(self.window(), title, label)
        if reason:
            self._do(lambda: do(self._key(), reason))

    def _do(self, step: Callable[[], object]) -> None:
        """Take a step and show what came of it; where it fails everything stays as it is."""
        try:
            with self._holder.writing():
                step()
        except AppError as error:
            self._context.show_error(error)
            return
        self._holder.open_again()
        self._context.clear_error()
        if not self.isHidden():
            self._buttons[0].setFocus()  # the button that was pressed is gone


def _said(record: Meeting | Entry, finalised: Finalisation | None, rows: list[Correction]) -> str:
    """Return the sentence of a settled record: since when, by whom, and why it was late."""
    if record.state == words.VOID and rows:
        last = rows[-1]
        return f"已作废 {_day(last.at)}：{last.reason}"
    if finalised is None:
        return record.state
    by = f" {finalised.by}" if finalised.by else ""
    state = "" if record.state == words.FINAL else f"，{record.state}"
    late = f"。补记：{finalised.late_reason}" if finalised.late_reason else ""
    return f"已定稿 {_day(finalised.at)}{by}{state}{late}"


def _told(row: Correction) -> str:
    old, new = row.old or words.NOTHING, row.new or words.NOTHING
    by = f" {row.by}" if row.by else ""
    return f"{_day(row.at)}{by}　{row.place}\n{old} → {new}\n原因：{row.reason}"


def _day(at: datetime) -> str:
    day = at.date()
    return short_date(day) if day.year == clock.today().year else long_date(day)
