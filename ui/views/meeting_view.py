"""What the views of meetings share: the year's list and the form of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QStackedWidget, QWidget

from app import clock
from app.errors import AppError, InvalidInputError, NotFoundError
from app.records import Meeting
from app.records.snapshot import from_plain, to_plain
from app.rules.attendance import day_of
from app.rules.checks import Finding
from app.rules.filing import Step, is_settled, refusal
from ui import dialogs
from ui.forms.desk import Desk
from ui.forms.editor import MeetingEditor
from ui.forms.form import MeetingForm
from ui.forms.layout import day_words, title_of, topic_of
from ui.forms.save_reporter import SaveReporter
from ui.forms.state_bar import StateBar
from ui.views.base import PreviewSource, View, commit_input
from ui.views.meeting_cards import card_of, cards_of_year
from ui.views.meeting_holder import MeetingHolder
from ui.views.meeting_places import MeetingPlaces
from ui.widgets.buttons import button, icon_button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context
    from ui.views.meeting_list import MeetingList

THEME_SHOWN = 16


class MeetingView(View):
    """The list at the left, the form beside it; which meetings these are is the subclass's."""

    empty_words: ClassVar[tuple[str, str]] = ("", "")
    areas = frozenset({"meetings", "members", "groups", "branch", "dues", "entries", "settings"})

    def __init__(
        self, context: Context, made_list: MeetingList, parent: QWidget | None = None
    ) -> None:
        """Show the meetings in a list of the subclass's own."""
        super().__init__(context, parent)
        self.desk = Desk(context, self)
        self.year = clock.today().year
        self.meetings: list[Meeting] = []
        self._reporter = SaveReporter(context, self)
        self.list = made_list
        self.form = MeetingForm(self.desk)
        self.empty = EmptyState(*self.empty_words, self.new_record, icon=self.icon)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.form)
        self._compact = False
        self._line = QFrame()
        self._line.setProperty("role", "vline")
        self.places = MeetingPlaces(self)
        self._put_side_by_side()
        self.list_button = icon_button("list-checks", f"其他{self.title}", self._open_list)
        self.list_button.hide()
        self.form.head.add(self.list_button)
        self.form.head.add(button("预览", self._open_preview, icon="eye"))
        self.form.head.add(icon_button("printer", "打印（Ctrl+P）", self.print_now))
        self._trash_button = icon_button("trash-2", "移到回收站", self._delete_current)
        self.form.head.add(self._trash_button)
        self.state_bar = StateBar(context, MeetingHolder(self), self.form)
        self.form.put_under_head(self.state_bar)
        self.form.head.add(self.state_bar.chip)
        self.form.head.add(self.state_bar.finalise_button)
        self._connect()

    def _put_side_by_side(self) -> None:
        row = QHBoxLayout(self)
        # `minimumSizeHint` says what is needed: the list gives way before the form does.
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.list, self._line):
            row.addWidget(widget)
        row.addLayout(self.places.bar.above(self.stack), 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.year_chosen.connect(self.show_year)
        self.list.delete_requested.connect(self.delete)
        self.list.trash_requested.connect(self._open_trash)
        self.form.findings_changed.connect(self._on_findings)
        self.desk.step_requested.connect(self.state_bar.focus_step)
        self.desk.meeting_missed.connect(self.places.bar.offer)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # What a subclass says

    def holds(self, meeting: Meeting) -> bool:
        """Tell whether a meeting belongs into this view."""
        raise NotImplementedError

    def lists(self, meeting: Meeting) -> bool:
        """Tell whether a meeting is listed at present."""
        return self.holds(meeting)

    def lead_of(self, meeting: Meeting) -> str:
        """Return what a card says before the theme."""
        return ""

    def offer_new(self, menu: QMenu) -> None:
        """Put what begins a meeting into the menu that stands in for the list."""
        raise NotImplementedError

    # What the window asks

    def load(self) -> None:
        """Read roster and list anew; what is being typed stays."""
        if self.desk.is_writing:
            return
        self.desk.sources.reload()
        years = self.context.services.meetings.years()
        if not self.desk.is_open and self.year not in years:
            self.year = max(years, default=self.year)
        self.read_year()
        if self.desk.is_open:
            self._catch_up()
        elif self.meetings:
            self.open(self.meetings[0].id)
        else:
            self.stack.setCurrentWidget(self.empty)

    def shown(self) -> None:
        """Be ready to choose a meeting, or to begin the first."""
        if self.meetings:
            self.list.list.setFocus()
        else:
            self.empty.setFocus()

    def leave(self) -> bool:
        """Keep what was typed as a record; where that fails the draft has it, and one stays."""
        commit_input()
        self._settle()
        if not self.desk.is_open or self.desk.editor.save():
            return True
        # The red bar says why; the words are in the draft or, at worst, still on the screen.
        return self.desk.editor.put_draft()

    def jump(self, record_id: str, section: str) -> None:
        """Open a meeting, and in it a place, or offer to begin one that is missing."""
        self.places.go(record_id, section)

    def preview(self) -> PreviewSource | None:
        """Return what prints the meeting as it stands on the screen."""
        if not self.desk.is_open:
            return None
        manual, plain = self.context.services.manual, to_plain(self.desk.meeting)
        return lambda: manual.preview(from_plain(Meeting, plain)).pdf

    def step(self, by: int) -> None:
        """Go to the card `by` places down the list."""
        keys = self.list.keys()
        if self.desk.is_open and self.desk.meeting.id in keys:
            there = keys.index(self.desk.meeting.id) + by
            if 0 <= there < len(keys):
                self._on_chosen(keys[there])

    def step_tab(self, by: int) -> None:
        """Go to the next tab of the form."""
        if self.desk.is_open:
            self._settle()
            self.form.step_tab(by)

    def set_compact(self, *, compact: bool) -> None:
        """Hide the list while the preview needs its room."""
        self._compact = compact
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return what the form needs: the list goes where both do not fit."""
        return self.stack.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list up where the form needs the room."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look again whether both fit when the form needs another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return bool(super().event(event))

    def _arrange(self) -> None:
        room = self.width() - self.list.width() - 1
        fits = room >= self.stack.minimumSizeHint().width()
        shown = fits and not self._compact
        for widget in (self.list, self._line):
            widget.setVisible(shown)
        self.list_button.setVisible(not shown)

    def _open_list(self) -> None:
        """Offer the list as a menu where it is hidden."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for meeting in self.meetings:
            shown = topic_of(meeting)[:THEME_SHOWN] or "（主题未填）"
            words = "　".join(filter(None, (day_words(meeting), self.lead_of(meeting), shown)))
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(meeting.id == self.desk.meeting.id)
            action.triggered.connect(lambda _checked=False, key=meeting.id: self._on_chosen(key))
        menu.addSeparator()
        self.offer_new(menu)
        menu.popup(self.list_button.mapToGlobal(self.list_button.rect().bottomLeft()))

    def before_undo(self) -> None:
        """Let the field one is in hand over what it holds."""
        commit_input()
        self._settle()

    # Meetings

    def open(self, meeting_id: str) -> None:
        """Open a meeting, taking its draft where one is left over.

        Raises:
            NotFoundError: there is no such meeting.
        """
        editor = MeetingEditor.open(self.context.services, meeting_id, self.undo_stack, self)
        day = day_of(editor.meeting)
        if day is not None and day.year != self.year:
            self.year = day.year
            self.read_year()
        self._reporter.watch(editor)
        editor.saved.connect(self._on_saved)
        editor.changed.connect(self._on_edited)
        self.form.banner.clear()
        self.places.forget()
        self.stack.setCurrentWidget(self.form)
        self.desk.open(editor)
        self.state_bar.show_record()
        self._trash_button.setVisible(not is_settled(editor.meeting.state))
        self.list.choose(meeting_id)
        if editor.recovered:
            self.form.banner.show_message(
                "已找回上次没有保存的文字。",
                (("还原到已保存的内容", self._revert), ("知道了", self.form.banner.clear)),
                kind="info",
            )
        self.context.status("")
        self.context.request_preview()

    def show_year(self, year: int) -> None:
        """Show the meetings of a year and open the latest."""
        if not self.leave():
            return
        self.year = year
        self._close()
        self.read_year()
        if self.meetings:
            self.open(self.meetings[0].id)

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the trash; the bar offers the way back."""
        meeting = next(one for one in self.meetings if one.id == meeting_id)
        if is_settled(meeting.state):
            self.context.show_error(InvalidInputError(refusal(Step.DISCARD, meeting.state)))
            return
        if self.desk.is_open and self.desk.meeting.id == meeting_id:
            if not self.leave():
                return
            self._close()
        self.context.services.meetings.delete(meeting_id)
        self._reopen()
        self.form.banner.show_message(
            f"{title_of(meeting)}已移到回收站。",
            (("撤销", lambda: self.restore(meeting_id)), ("知道了", self.form.banner.clear)),
            kind="info",
        )

    def restore(self, meeting_id: str) -> None:
        """Take a meeting out of the trash and open it."""
        if self.leave():
            self.context.services.meetings.restore(meeting_id)
            self.read_year()
            self.open(meeting_id)

    def begin(self, make: Callable[[], Meeting]) -> None:
        """Keep and open a new meeting."""
        try:
            made = self.context.services.meetings.save(make())
        except AppError as error:
            self.context.show_error(error)
            return
        self.year = (day_of(made) or clock.today()).year
        self.read_year()
        self.open(made.id)
        self.form.jump("head", "theme")

    def _close(self) -> None:
        self._reporter.watch(None)
        self.desk.open(None)
        self.undo_stack.clear()
        self.stack.setCurrentWidget(self.empty)

    def _reopen(self) -> None:
        self.read_year()
        if not self.desk.is_open and self.meetings:
            self.open(self.meetings[0].id)

    def _catch_up(self) -> None:
        """Show what was changed elsewhere, unless something is being typed."""
        editor = self.desk.editor
        try:
            kept = self.context.services.meetings.get(editor.meeting.id)
        except NotFoundError:
            kept = None
        if (kept is None or kept.deleted_at is not None) and not editor.is_dirty:
            self._close()
            self._reopen()
        elif kept is not None and not editor.is_dirty and not editor.is_as_kept(kept):
            self.open(kept.id)
        else:
            self.form.refresh()

    # The list

    def read_year(self) -> None:
        """Read the meetings of the year and show them in the list."""
        services = self.context.services
        found = services.meetings.of_year(self.year)
        self.meetings = [one for one in reversed(found) if self.lists(one)]
        trashed = [one for one in services.meetings.deleted() if self.holds(one)]
        current = self.desk.meeting.id if self.desk.is_open else ""
        self.list.show_year(self.year, len(trashed))
        cards = cards_of_year(self.meetings, found, self.desk.sources, self.lead_of)
        self.list.show_cards(cards, current)

    def _on_chosen(self, meeting_id: str) -> None:
        if self.desk.is_open and self.desk.meeting.id == meeting_id:
            return
        if not self.leave():
            self.list.choose(self.desk.meeting.id)
            return
        self.open(meeting_id)

    def _on_findings(self, findings: list[Finding]) -> None:
        self.list.show_card(card_of(self.desk.meeting, findings, self.lead_of(self.desk.meeting)))

    def _open_trash(self) -> None:
        trashed = [one for one in self.context.services.meetings.deleted() if self.holds(one)]
        words = [f"{title_of(one)} {one.theme}".strip() for one in trashed]
        chosen = dialogs.choose(self, "回收站", f"要恢复哪一次{self.title}？", words)
        if chosen >= 0:
            self.restore(trashed[chosen].id)

    # Saving

    def _settle(self) -> None:
        """Let the field that has the keyboard tell what it holds."""
        focused = QApplication.focusWidget()
        commit = getattr(focused, "commit", None)
        if focused is not None and self.isAncestorOf(focused) and callable(commit):
            commit()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if not self.desk.is_open or old is None or not self.form.isAncestorOf(old):
            return
        self.desk.editor.put_draft()
        # A list or menu of the field itself is no leaving of the field.
        if now is not None and now is not old and not _is_popup_of(now, old):
            self.desk.editor.save()

    def _on_edited(self) -> None:
        self.context.request_preview()

    def _on_saved(self) -> None:
        self.form.banner.clear()

    def _revert(self) -> None:
        self.desk.editor.revert()
        self.desk.editor.save()
        self.form.banner.clear()

    def _delete_current(self) -> None:
        if self.desk.is_open:
            self.delete(self.desk.meeting.id)

    def _open_preview(self) -> None:
        self.context.request_preview(show=True)


def _is_popup_of(now: QWidget, field: QWidget) -> bool:
    return bool(now.windowFlags() & Qt.WindowType.Popup) or field.isAncestorOf(now)
