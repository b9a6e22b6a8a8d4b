"""The fill-in pages of one area, their entries of a year, and the form of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError, NotFoundError
from app.manual.page import Area, FillPage
from app.manual.pages import PAGES, page_of
from app.records import Entry
from app.rules.entries import called, in_order
from app.services.begun import begun
from ui import dialogs
from ui.forms.page import PageForm
from ui.forms.sources import FormSources
from ui.forms.state_bar import StateBar
from ui.forms.steps import KeptStep
from ui.forms.values import field_help
from ui.views import entry_prints
from ui.views.base import PreviewSource
from ui.views.editing import EditingView, is_kept
from ui.views.entry_actions import action_for, offer
from ui.views.entry_holder import EntryHolder
from ui.views.entry_list import EntryList
from ui.views.entry_page import EntryPage
from ui.views.entry_panels import EntryPanel
from ui.views.page_list import PageList
from ui.views.panels import PANELS
from ui.widgets.buttons import button, primary_button
from ui.widgets.page import PageHead
from ui.widgets.year_stepper import YearStepper

if TYPE_CHECKING:
    from ui.context import Context

T = TypeVar("T")

DRAFT_AREA = "entries"


class RegisterView(EditingView[Entry]):
    """The list of pages at the left; at the right the entries of one, or one of them."""

    area: ClassVar[Area]
    areas = frozenset({"entries", "members", "branch"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form: PageForm | None = None
        self.panel: EntryPanel | None = None
        self.pages = tuple(page for page in PAGES if page.area == self.area)
        self.page: FillPage = self.pages[0]
        self.sources = FormSources(context.services)
        self._entries: list[Entry] = []
        self._recover_drafts = True
        self.is_writing = False
        self.wanted = ""
        self._build()

    def load(self) -> None:
        """Read the year again; what is being typed stays."""
        self.sources.reload()
        self._entries = self.context.services.entries.of_year(self.years.year())
        self._show_lists()
        self._follow_edited()
        if self.form is not None:
            self.form.follow()
        if self.panel is not None and not self.panel.editor.is_saving:
            self.panel.refresh()
        if self._recover_drafts:
            self._recover_drafts = False
            QTimer.singleShot(0, self, self._take_draft)

    def shown(self) -> None:
        """Be ready to type on, or to choose."""
        if self.form is not None:
            self.form.focus_first()
        else:
            self.list.focus_list()

    def typed_in(self) -> QWidget | None:
        """Return the form of the entry being edited."""
        return self.form

    def jump(self, record_id: str, section: str) -> None:
        """Open an entry at a field, the page whose key `section` is, or begin what is proposed.

        For a page the record is its year. Of one there is once a year, a field may follow the key:
        `theme_plan/months.10.theme`.
        """
        key, _, place = section.partition("/")
        if record_id.isdigit():
            self._go_to_year(int(record_id))
            record_id = ""
        if record_id:
            self._open_kept(record_id)
            if self.form is not None and section:
                self.form.focus(section)
                is_locked = self.editor is not None and self.editor.is_locked
                self.wanted = section if is_locked and self.state_bar.focus_correction() else ""
        elif place and not page_of(key).once:
            self.begin_proposed(section)
        elif key in {page.key for page in self.pages}:
            self.choose_page(key)
            if self.form is not None and place:
                self.form.focus(place)

    def _go_to_year(self, year: int) -> None:
        if year != self.years.year() and self.leave():
            self._close_form()
            self.years.set_year(year)
            self.load()

    def new_record(self) -> None:
        """Begin an entry of the page chosen, or go on with the one there is a year."""
        if not self.leave():
            return
        services, year = self.context.services, self.years.year()
        if self.page.once:
            self._edit(services.entries.only(self.page, year))
        else:
            self._edit(services.entries.new(self.page.key, year))

    def step(self, by: int) -> None:
        """Go to the entry above or below."""
        if self.form is not None and not self.page.once:
            self.list.step(by)
            if self.list.current_key():
                self.open_entry(self.list.current_key())

    def preview(self) -> PreviewSource | None:
        """Return what prints the entry as it stands, or all of the page's year."""
        return entry_prints.preview(self)

    def print_now(self) -> None:
        """Print the entry, kept first, or all entries of the page and year."""
        entry_prints.print_now(self)

    def choose_page(self, key: str) -> None:
        """Show the entries of another page, after keeping the entry open.

        Who goes through the list of pages by arrow keys stays in it.
        """
        is_passing = self.page_list.table.hasFocus()
        if not self.leave():
            self.page_list.choose(self.page.key)
            return
        self._close_form()
        self.page = page_of(key)
        self._show_lists()
        if self.page.once:
            self.new_record()
        if is_passing:
            self.page_list.table.setFocus()

    def open_page(self, key: str) -> None:
        """Put the keyboard into the page chosen: its form, or the list of its entries."""
        if key == self.page.key:
            self.shown()

    def choose_year(self, _year: int) -> None:
        """Show another year's volume."""
        if self.leave():
            self._close_form()
            self.load()
            if self.page.once:
                self.new_record()

    def open_entry(self, entry_id: str) -> None:
        """Open one entry of the list, after keeping the one open."""
        if self.editor is not None and self.editor.record.id == entry_id:
            return
        if self.leave():
            self._open_kept(entry_id)

    def close_entry(self) -> None:
        """Go back to the list, after keeping the entry."""
        if self.leave():
            self._close_form()
            self.load()
            self.list.focus_list()

    def begin(self, entry: Entry) -> None:
        """Go on with an entry that was begun elsewhere, after keeping the one open."""
        if self.leave():
            self._edit(entry)

    def begin_proposed(self, key: str) -> None:
        """Begin the page of a proposal, in the year it belongs to, or show where it would stand."""
        entry = self.tried(lambda: begun(self.context.services, key))
        if entry is None:
            self.choose_page(key.partition("/")[0])
        else:
            self.page = page_of(entry.page)
            self.years.set_year(entry.year)
            self.load()
            self._edit(entry)

    def open_again(self) -> None:
        """Read list and entry as they are kept and show them."""
        if self.editor is not None:
            key = self.editor.record.id
            self.load()
            self._open_kept(key)

    def tried(self, do: Callable[[], T]) -> T | None:
        """Do something that may be refused, after keeping the entry; say why it was."""
        if not self.leave():
            return None
        try:
            # What a page begins with is no change, so leaving did not keep it.
            if self.editor is not None and not is_kept(self.editor.record):
                self.editor.follow(self.context.services.entries.save(self.editor.record))
            return do()
        except AppError as error:
            self.context.show_error(error)
            return None

    def delete_entry(self) -> None:
        """Put the entry being edited into the trash, after asking."""
        if self.editor is None:
            return
        entry = self.editor.record
        name = self.called(entry)
        if is_kept(entry) and not dialogs.confirm(
            self, f"把“{name}”移到回收站？", "可以撤销，也可以从回收站恢复。", yes="移到回收站"
        ):
            return
        self.context.services.drafts.drop(DRAFT_AREA, entry.id)
        self._close_form()
        self.context.clear_error()
        if is_kept(entry) and self._keep_deleted((entry.id, True)):
            step = KeptStep(
                f"移到回收站：{name}", self._keep_deleted, (entry.id, False), (entry.id, True)
            )
            self.undo_stack.push(step)
        self.load()

    def _build(self) -> None:
        self.head = PageHead(self.title, self.context)
        self.years = YearStepper(clock.today().year)
        self.years.year_chosen.connect(self.choose_year)
        self.blank_button = button(
            "打印空白页", lambda: entry_prints.print_blank(self), role="quiet"
        )
        self.print_button = button("打印", self.print_now, icon="printer", tip="Ctrl+P")
        self.action_button = button("", lambda: offer(self))
        self.new_button = primary_button("新增", self.new_record, icon="plus")
        self.new_button.setToolTip("Ctrl+N")
        for made in (
            self.years,
            self.blank_button,
            self.action_button,
            self.print_button,
            self.new_button,
        ):
            self.head.add(made)
        self.page_list = PageList(self.pages)
        self.page_list.page_chosen.connect(self.choose_page)
        self.page_list.page_opened.connect(self.open_page)
        self.list = EntryList(self.sources.name)
        self.list.entry_opened.connect(self.open_entry)
        self.list.new_wanted.connect(self.new_record)
        self.entry_page = EntryPage()
        self.entry_page.close_wanted.connect(self.close_entry)
        self.entry_page.delete_wanted.connect(self.delete_entry)
        self.entry_page.step_wanted.connect(self.step)
        self.state_bar = StateBar(self.context, EntryHolder(self), self.entry_page)
        self.entry_page.put_under_head(self.state_bar)
        self.entry_page.head.addWidget(self.state_bar.chip)
        self.entry_page.head.addWidget(self.state_bar.finalise_button)
        side = QWidget()
        self._side = QStackedLayout(side)
        self._side.addWidget(self.list)
        self._side.addWidget(self.entry_page)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.page_list)
        row.addWidget(side, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(row, 1)

    def called(self, entry: Entry) -> str:
        """Return what an entry of the page is called, the page itself where there is one a year."""
        return self.page.title if self.page.once else called(self.page, entry, self.sources.name)

    def entries_of_page(self) -> list[Entry]:
        """Return the year's entries of the page chosen."""
        found = (one for one in self._entries if one.page == self.page.key)
        return in_order(self.page, found, (member.id for member in self.sources.everyone))

    def _show_lists(self) -> None:
        counts = {page.key: 0 for page in self.pages}
        for entry in self._entries:
            if entry.page in counts:
                counts[entry.page] += 1
        self.page_list.show_counts(counts)
        self.page_list.choose(self.page.key)
        self.head.set_subtitle(f"{self.page.code}　{self.page.title}")
        self.list.show_entries(self.page, self.entries_of_page())
        self._show_buttons()
        self.entry_page.set_only(only=self.page.once)

    def _open_kept(self, entry_id: str) -> None:
        try:
            entry = self.context.services.entries.get(entry_id)
        except NotFoundError as error:
            self.context.show_error(error)
            return
        if entry.year != self.years.year() or entry.page != self.page.key:
            self.page = page_of(entry.page)
            self.years.set_year(entry.year)
            self.load()
        self._edit(entry)

    def _edit(self, entry: Entry) -> None:
        self.wanted = ""
        editor = self.open_editor(self.context.services.entries, entry, DRAFT_AREA)
        editor.changed.connect(lambda _section: self.context.request_preview())
        self.context.undo_group.setActiveStack(self.undo_stack)
        help_ = field_help(self.context, self.sources, self.entries_of_page)
        self.form = PageForm(self.page, editor, help_)
        self.form.shown.connect(self._show_name)
        self.panel = PANELS[self.page.key](self, self.form) if self.page.key in PANELS else None
        self.entry_page.show_form(self.form)
        self._show_name()
        self._side.setCurrentWidget(self.entry_page)
        self.list.choose(entry.id)
        self.form.focus_first()
        self.state_bar.show_record()
        self._show_buttons()
        self.context.request_preview()

    def _show_buttons(self) -> None:
        """Show one red button, and what else can be done here."""
        is_open = self.editor is not None
        action = action_for(self.page.key, is_open=is_open)
        self.action_button.setVisible(action is not None)
        self.action_button.setText(action.label if action else "")
        self.new_button.setVisible(not self.page.once and not is_open and self._has_entries())
        self.print_button.setVisible(is_open or self._has_entries())

    def _has_entries(self) -> bool:
        return bool(self.entries_of_page())

    def _show_name(self) -> None:
        if self.editor is not None:
            self.entry_page.set_name(self.called(self.editor.record))

    def _close_form(self) -> None:
        self.drop_editor()
        self.entry_page.drop_form()
        self.form = self.panel = None
        self._side.setCurrentWidget(self.list)
        self._show_buttons()

    def _follow_edited(self) -> None:
        if self.editor is None or self.is_writing or not self.may_follow():
            return
        kept = next((one for one in self._entries if one.id == self.editor.record.id), None)
        if kept is None:
            self._close_form()
        else:
            self.follow(kept)

    def _keep_deleted(self, wish: tuple[str, bool]) -> bool:
        entry_id, deleted = wish
        entries = self.context.services.entries
        try:
            (entries.delete if deleted else entries.restore)(entry_id)
        except AppError as error:
            self.context.show_error(error)
            return False
        return True

    def _take_draft(self) -> None:
        """Go on with an entry that was typed but not kept before the program ended."""
        keys = {page.key for page in self.pages}
        for draft in self.context.services.drafts.all(DRAFT_AREA, Entry):
            entry = draft.record
            if isinstance(entry, Entry) and entry.page in keys and self.editor is None:
                self.page = page_of(entry.page)
                self.years.set_year(entry.year)
                self._entries = self.context.services.entries.of_year(entry.year)
                self._show_lists()
                kept = next((one for one in self._entries if one.id == entry.id), None)
                self._edit(kept or _fresh(entry))


def _fresh(entry: Entry) -> Entry:
    """Return the entry of a draft that was never kept, as empty as it was begun."""
    return Entry(id=entry.id, branch_id=entry.branch_id, page=entry.page, year=entry.year)
