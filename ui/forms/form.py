"""The form of one meeting: title, numbered tabs of sections, and the sums at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from app.rules.attendance import day_of, summary
from app.rules.checks import Finding, meeting_findings
from app.rules.completeness import marks
from app.rules.texts import month_of
from ui.finding_place import go_to_dues
from ui.forms.actions import ActionsSection
from ui.forms.attachments import AttachmentsSection
from ui.forms.attendance import AttendanceSection
from ui.forms.criticisms import CriticismsSection
from ui.forms.decisions import DecisionsSection
from ui.forms.head import HeadSection
from ui.forms.held_on import with_weekday
from ui.forms.layout import MOST_TABS, Tab, padded, tabs_of, title_of
from ui.forms.lecture import LectureSection
from ui.forms.locking import lock, unlock
from ui.forms.minutes import MinutesSection
from ui.forms.photos import PhotosSection
from ui.forms.preparation import PreparationSection
from ui.forms.rectifications import RectificationsSection
from ui.forms.reflections import ReflectionsSection
from ui.forms.summary_bar import SummaryBar
from ui.forms.votes import VotesSection
from ui.widgets.banner import Banner
from ui.widgets.likeness_dialog import show_likeness
from ui.widgets.marks import Mark
from ui.widgets.page import Page, PageHead
from ui.widgets.tab_order import LaidOutForm
from ui.widgets.tabs import MarkedTabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.forms.desk import Desk
    from ui.forms.section import Section

SECTIONS: dict[str, type[Section]] = {
    made.name: made
    for made in (
        HeadSection,
        ActionsSection,
        DecisionsSection,
        LectureSection,
        ReflectionsSection,
        MinutesSection,
        VotesSection,
        PreparationSection,
        CriticismsSection,
        RectificationsSection,
        PhotosSection,
        AttachmentsSection,
        AttendanceSection,
    )
}

# Faults of the fourth and fifth action that are put right on the tab of the records.
_TOLD_IN_RECORDS = frozenset({"actions.4.lecture", "actions.4.lead", "actions.5.reflections"})
_IDLE_MS = 300


class MeetingForm(LaidOutForm):
    """Shows the meeting on a desk; sections are built when their tab is first opened.

    `findings_changed` carries the findings as they are after each change.
    """

    findings_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.findings: list[Finding] = []
        self.head = PageHead("", desk.context)
        self.banner = Banner()
        self.tabs = MarkedTabs()
        self.pages = [Page() for _ in range(MOST_TABS)]
        for page in self.pages:
            self.tabs.add_tab("", page)
        self.bar = SummaryBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.bar)
        self._sections: dict[str, Section] = {}
        self._layout: tuple[Tab, ...] = ()
        self._tab_of: dict[str, int] = {}
        self._laid: set[int] = set()
        self._is_locked = False
        self._stale: set[int] = set()
        self._check_timer = QTimer(self)
        self._check_timer.setSingleShot(True)
        self._check_timer.setInterval(0)
        self._check_timer.timeout.connect(self.check)
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(_IDLE_MS)
        self._idle_timer.timeout.connect(self._build_next)
        self.tabs.current_changed.connect(self._show_tab)
        self.bar.finding_chosen.connect(self.go_to)
        desk.changed.connect(self._on_changed)
        desk.reloaded.connect(self._on_reloaded)
        desk.dues_changed.connect(self._check_timer.start)
        desk.jump_requested.connect(self.jump)

    def put_under_head(self, widget: QWidget) -> None:
        """Put a bar between the head and what is told of the record."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)

    def set_locked(self, *, locked: bool) -> None:
        """Close all fields, or open them again; a closed page is scrolled by the keyboard."""
        was, self._is_locked = self._is_locked, locked
        policy = Qt.FocusPolicy.StrongFocus if locked else Qt.FocusPolicy.NoFocus
        for page in self.pages:
            page.setFocusPolicy(policy)
        if locked:
            self._lock()
        elif was:
            for page in self.pages:
                unlock(page)
            self.refresh()

    def section(self, name: str) -> Section:
        """Return a section by name, built if need be."""
        self._built(self._tab_of[name])
        return self._sections[name]

    def refresh(self) -> None:
        """Show everything of the meeting on the desk."""
        self._lay_out(tabs_of(self.desk.meeting.kinds))
        self._stale = set(range(MOST_TABS))
        self._show_tab(self.tabs.current())
        self._show_title()
        self.check()
        self._idle_timer.start()

    def jump(self, section: str, field: str = "", member_id: str = "") -> None:
        """Show a section and put the keyboard into a field of it."""
        if section not in self._tab_of:
            return
        tab = self._tab_of[section]
        self.tabs.set_current(tab)
        self._show_tab(tab)
        if section == "dues":
            self.section("actions").focus_field(f"actions.1.{field or 'dues'}", member_id)
            return
        found = self.section(section)
        if not found.focus_field(field, member_id):
            _first_field(found).setFocus()
        page = self.pages[tab]
        page.ensureWidgetVisible(found, 0, 0)
        if not found.isAncestorOf(QApplication.focusWidget() or self):
            # Closed fields take no keyboard, so that nothing brings the section into sight.
            QTimer.singleShot(0, found, lambda: page.scroll_to(found))

    def step_tab(self, by: int) -> None:
        """Go to the next tab, and with the keyboard into what is filled in first there."""
        self.tabs.step(by)
        self.jump(tabs_of(self.desk.meeting.kinds)[self.tabs.current()].sections[0])

    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding; amounts of dues are put right on the dues sheet."""
        if finding.section == "dues":
            day = day_of(self.desk.meeting)
            go_to_dues(self.desk.context, finding, month_of(day) if day else "")
            return
        self.jump(finding.section, finding.field, finding.member_id)
        show_likeness(self.window(), finding)

    def check(self) -> None:
        """Work out sums and findings of the meeting as it stands."""
        if not self.desk.is_open:
            return
        meeting = self.desk.meeting
        self.bar.show_sums(meeting, summary(meeting, self.desk.sources.everyone))
        self.findings = meeting_findings(meeting, self.desk.sources.check_context(meeting))
        self._show_marks(self.findings)
        self.bar.show_findings(self.findings)
        self.findings_changed.emit(self.findings)

    def _built(self, tab: int) -> list[Section]:
        """Return the sections of a tab, built and laid out if this is the first time."""
        names = self._layout[tab].sections
        if tab not in self._laid:
            for name in names:
                if name not in self._sections:
                    self._sections[name] = SECTIONS[name](self.desk)
                self.pages[tab].body.addWidget(self._sections[name])
                self._sections[name].show()
            self.pages[tab].body.addStretch(1)
            self._laid.add(tab)
            self._stale.add(tab)
            self._lock()
        return [self._sections[name] for name in names]

    def _lay_out(self, tabs: tuple[Tab, ...]) -> None:
        """Make room for the sections of another kind; those built already are used again."""
        self.tabs.show_first(len(tabs))
        before, tabs = self._layout, padded(tabs)
        self._layout = tabs
        if tabs == before:
            return
        self._tab_of = {name: at for at, tab in enumerate(tabs) for name in tab.sections}
        if "actions" in self._tab_of:
            self._tab_of["dues"] = self._tab_of["actions"]
        for name in self._sections.keys() - self._tab_of.keys():
            self._sections[name].hide()
        for at, (page, tab) in enumerate(zip(self.pages, tabs, strict=True)):
            self.tabs.set_title(at, tab.title)
            if before and before[at].sections == tab.sections:
                continue
            self._laid.discard(at)
            # Not by `takeAt`: items that outlive it keep the heights of before.
            for name in before[at].sections if before else ():
                if name in self._sections:
                    page.body.removeWidget(self._sections[name])
            while page.body.count():
                page.body.takeAt(0)

    def _build_next(self) -> None:
        """Build a tab that was not opened yet while the user pauses, so that it opens at once."""
        for tab in range(MOST_TABS):
            if tab not in self._laid:
                self._built(tab)
                self._idle_timer.start()
                return

    def _show_tab(self, tab: int) -> None:
        """Bring a tab up to date; the others wait until they are opened."""
        sections = self._built(tab)
        if tab in self._stale and self.desk.is_open:
            self._stale.discard(tab)
            for section in sections:
                section.refresh()
            self._lock()

    def _lock(self) -> None:
        if self._is_locked:
            for page in self.pages:
                lock(page)

    def _on_changed(self, section: str) -> None:
        if padded(tabs_of(self.desk.meeting.kinds)) != self._layout:
            self.refresh()
        current = self.tabs.current()
        self._stale |= set(range(MOST_TABS)) - {current}
        for one in self._built(current):
            one.after_change(section)
        if section in ("head", ""):
            self._show_title()
        self._check_timer.start()
        if self._idle_timer.isActive():
            self._idle_timer.start()

    def _on_reloaded(self, section: str) -> None:
        if not self.desk.is_open:
            return
        self.refresh()
        tab = self._tab_of.get(section)
        if tab is not None and tab != self.tabs.current():
            self.tabs.set_current(tab)

    def _show_title(self) -> None:
        meeting = self.desk.meeting
        self.head.set_title(title_of(meeting))
        body = self.desk.sources.body_name(meeting)
        number = f"第{self.desk.sources.number(meeting)}次"
        day = day_of(meeting)
        held = with_weekday(day) if day else "日期未定"
        self.head.set_subtitle(" · ".join(filter(None, (number, held, body))))

    def _show_marks(self, findings: Sequence[Finding]) -> None:
        by_section = marks(findings)
        for tab in range(MOST_TABS):
            states = [by_section[name] for name, at in self._tab_of.items() if at == tab]
            missing = sum(one.errors for one in states)
            if tab == self._tab_of.get("lecture"):
                missing += sum(one.field in _TOLD_IN_RECORDS for one in findings)
            doubtful = sum(one.warnings for one in states)
            said = [f"{missing} 处待补充"] if missing else []
            said += [f"{doubtful} 处请核对"] if doubtful else []
            mark = Mark.OPEN if said else Mark.DONE
            self.tabs.set_mark(tab, mark, "，".join(said))


def _first_field(section: QWidget) -> QWidget:
    """Return the first field of a section, or the section where it has none."""
    fields = (
        field
        for field in section.findChildren(QWidget)
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus
        and field.isEnabled()
        and field.isVisibleTo(section)
        and not isinstance(field, QAbstractButton)
    )
    return next(fields, section)
