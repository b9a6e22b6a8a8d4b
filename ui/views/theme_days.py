"""主题党日: the year's theme days and the form of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QStackedWidget, QWidget

from app import clock
from app.errors import AppError, NotFoundError
from app.manual.kinds import THEME_DAY
from app.records import Meeting
from app.records.snapshot import from_plain, to_plain
from app.rules.attendance import day_of
from app.rules.checks import Finding
from app.rules.texts import month_of, month_title
from ui import dialogs, theme
from ui.forms.desk import Desk
from ui.forms.editor import MeetingEditor
from ui.forms.form import MeetingForm, title_of
from ui.forms.look import form_sheet
from ui.forms.save_reporter import SaveReporter
from ui.printing import print_pages
from ui.views.base import PreviewSource, View, commit_input
from ui.views.theme_day_cards import (
    card_of,
    cards_of_year,
    day_words,
    months_taken,
    next_month,
)
from ui.views.theme_day_list import ThemeDayList
from ui.widgets.buttons import button, icon_button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.context import Context

THEME_SHOWN = 16


class ThemeDaysView(View):
    """The list at the left, the form beside it."""

    key = "theme_days"
    title = "主题党日"
    icon = "flag"
    help_topic = "theme_days"
    areas = frozenset({"meetings", "members", "groups", "branch", "dues", "settings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.desk = Desk(context, self)
        self.year = clock.today().year
        self._meetings: list[Meeting] = []
        self._reporter = SaveReporter(context, self)
        self.list = ThemeDayList()
        self.form = MeetingForm(self.desk)
        self.empty = EmptyState(
            "这一年还没有主题党日。点一下就按固定日建好，地点、主持人和五个规定动作都会填好。",
            "新建主题党日",
            self.new_record,
            icon="flag",
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.form)
        self._compact = False
        self._line = QFrame()
        self._line.setProperty("role", "vline")
        self.setStyleSheet(form_sheet())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.list, self._line):
            row.addWidget(widget)
        row.addWidget(self.stack, 1)
        self.list_button = icon_button("list-checks", "其他主题党日", self._open_list)
        self.list_button.hide()
        self.form.head.add(self.list_button)
        self.form.head.add(button("预览", self._open_preview, icon="eye"))
        self.form.head.add(icon_button("printer", "打印（Ctrl+P）", self.print_now))
        self.form.head.add(icon_button("trash-2", "移到回收站", self._delete_current))
        self.list.chosen.connect(self._on_chosen)
        self.list.year_chosen.connect(self.show_year)
        self.list.new_requested.connect(self._new)
        self.list.delete_requested.connect(self.delete)
        self.list.trash_requested.connect(self._open_trash)
        self.form.findings_changed.connect(self._on_findings)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # What the window asks

    def load(self) -> None:
        """Read roster and list anew; what is being typed stays."""
        if self.desk.is_writing:
            return
        self.desk.sources.reload()
        years = self.context.services.meetings.years()
        if not self.desk.is_open and self.year not in years:
            self.year = max(years, default=self.year)
        self._read_year()
        if self.desk.is_open:
            self._catch_up()
        elif self._meetings:
            self.open(self._meetings[0].id)
        else:
            self.stack.setCurrentWidget(self.empty)

    def shown(self) -> None:
        """Be ready to choose a meeting."""
        self.list.list.setFocus()

    def leave(self) -> bool:
        """Keep what was typed as a record; where that fails the draft has it, and one stays."""
        commit_input()
        self._settle()
        if not self.desk.is_open or self.desk.editor.save():
            return True
        # The red bar says why; the words are in the draft or, at worst, still on the screen.
        return self.desk.editor.put_draft()

    def jump(self, record_id: str, section: str) -> None:
        """Open a meeting, and in it `section` or `section/field`."""
        if record_id and (not self.desk.is_open or self.desk.meeting.id != record_id):
            try:
                self.open(record_id)
            except NotFoundError as error:
                self.context.show_error(error)
                return
        if section and self.desk.is_open:
            name, _, field = section.partition("/")
            self.form.jump(name, field)

    def preview(self) -> PreviewSource | None:
        """Return what prints the meeting as it stands on the screen."""
        if not self.desk.is_open:
            return None
        manual, plain = self.context.services.manual, to_plain(self.desk.meeting)
        return lambda: manual.preview(from_plain(Meeting, plain)).pdf

    def print_now(self) -> None:
        """Print the month of the meeting, kept first."""
        if not self.desk.is_open or not self.leave():
            return
        month = month_of(day_of(self.desk.meeting) or clock.today())
        manual = self.context.services.manual
        print_pages(
            self.context,
            self,
            f"{month_title(month)}主题党日",
            lambda progress: manual.month_set(month, None, progress),
        )

    def new_record(self) -> None:
        """Begin the theme day of the next month that has none."""
        self._new(0)

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
            self.form.tabs.step(by)

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
        for meeting in self._meetings:
            words = f"{day_words(meeting)}　{meeting.theme[:THEME_SHOWN] or '（主题未填）'}"
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(meeting.id == self.desk.meeting.id)
            action.triggered.connect(lambda _checked=False, key=meeting.id: self._on_chosen(key))
        menu.addSeparator()
        new = menu.addAction(theme.icon("plus"), "新建主题党日")
        new.triggered.connect(lambda _checked=False: self.new_record())
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
            self._read_year()
        self._reporter.watch(editor)
        editor.saved.connect(self._on_saved)
        editor.changed.connect(self._on_edited)
        self.form.banner.clear()
        self.stack.setCurrentWidget(self.form)
        self.desk.open(editor)
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
        """Show the theme days of a year and open the latest."""
        if not self.leave():
            return
        self.year = year
        self._close()
        self._read_year()
        if self._meetings:
            self.open(self._meetings[0].id)

    def delete(self, meeting_id: str) -> None:
        """Put a meeting into the trash; the bar offers the way back."""
        if self.desk.is_open and self.desk.meeting.id == meeting_id:
            if not self.leave():
                return
            self._close()
        meeting = next(one for one in self._meetings if one.id == meeting_id)
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
            self._read_year()
            self.open(meeting_id)

    def _new(self, month: int) -> None:
        """Make, keep and open the theme day of a month, 0 for the next one without."""
        if not self.leave():
            return
        services = self.context.services
        year, month = (
            (self.year, month) if month else next_month(months_taken(self._meetings), self.year)
        )
        try:
            made = services.meetings.save(services.meetings.new_theme_day(year, month))
        except AppError as error:
            self.context.show_error(error)
            return
        self.year = year
        self._read_year()
        self.open(made.id)
        self.form.jump("head", "theme")

    def _close(self) -> None:
        self._reporter.watch(None)
        self.desk.open(None)
        self.undo_stack.clear()
        self.stack.setCurrentWidget(self.empty)

    def _reopen(self) -> None:
        self._read_year()
        if not self.desk.is_open and self._meetings:
            self.open(self._meetings[0].id)

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

    def _read_year(self) -> None:
        services = self.context.services
        found = services.meetings.of_year(self.year)
        self._meetings = [one for one in reversed(found) if THEME_DAY in one.kinds]
        trashed = [one for one in services.meetings.deleted() if THEME_DAY in one.kinds]
        current = self.desk.meeting.id if self.desk.is_open else ""
        self.list.show_year(self.year, months_taken(self._meetings), len(trashed))
        self.list.show_cards(cards_of_year(self._meetings, self.year, self.desk.sources), current)

    def _on_chosen(self, meeting_id: str) -> None:
        if self.desk.is_open and self.desk.meeting.id == meeting_id:
            return
        if not self.leave():
            self.list.choose(self.desk.meeting.id)
            return
        self.open(meeting_id)

    def _on_findings(self, findings: list[Finding]) -> None:
        self.list.show_card(card_of(self.desk.meeting, findings))

    def _open_trash(self) -> None:
        trashed = [
            one for one in self.context.services.meetings.deleted() if THEME_DAY in one.kinds
        ]
        words = [f"{title_of(one)} {one.theme}".strip() for one in trashed]
        chosen = dialogs.choose(self, "回收站", "要恢复哪一次主题党日？", words)
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
