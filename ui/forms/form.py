"""The form of one theme day: title, numbered tabs of sections, and the sums at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.rules.attendance import day_of, summary
from app.rules.checks import Finding, meeting_findings
from app.rules.completeness import marks
from app.rules.texts import month_of
from ui.forms.actions import ActionsSection
from ui.forms.attendance import AttendanceSection
from ui.forms.decisions import DecisionsSection
from ui.forms.head import HeadSection
from ui.forms.held_on import with_weekday
from ui.forms.lecture import LectureSection
from ui.forms.minutes import MinutesSection
from ui.forms.photos import PhotosSection
from ui.forms.reflections import ReflectionsSection
from ui.forms.summary_bar import SummaryBar
from ui.widgets.banner import Banner
from ui.widgets.marks import Mark
from ui.widgets.page import Page, PageHead
from ui.widgets.tabs import MarkedTabs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Meeting
    from ui.forms.desk import Desk
    from ui.forms.section import Section

TABS: tuple[tuple[str, tuple[type[Section], ...]], ...] = (
    ("基本与动作", (HeadSection, ActionsSection, DecisionsSection)),
    ("讲稿与记录", (LectureSection, ReflectionsSection, MinutesSection, PhotosSection)),
    ("考勤", (AttendanceSection,)),
)
_TAB_OF = {section.name: tab for tab, (_, sections) in enumerate(TABS) for section in sections} | {
    "dues": 0
}

# Faults of the fourth and fifth action that are put right on the tab of the records.
_TOLD_IN_RECORDS = frozenset({"actions.4.lecture", "actions.4.lead", "actions.5.reflections"})
_IDLE_MS = 300


class MeetingForm(QWidget):
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
        self.pages = [Page() for _ in TABS]
        for (title, _), page in zip(TABS, self.pages, strict=True):
            self.tabs.add_tab(title, page)
        self.bar = SummaryBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.banner):
            layout.addWidget(widget)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.bar)
        self._sections: dict[int, list[Section]] = {}
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

    def section(self, name: str) -> Section:
        """Return a section by name, built if need be."""
        return next(one for one in self._built(_TAB_OF[name]) if one.name == name)

    def refresh(self) -> None:
        """Show everything of the meeting on the desk."""
        self._stale = set(range(len(TABS)))
        self._show_tab(self.tabs.current())
        self._show_title()
        self.check()
        self._idle_timer.start()

    def jump(self, section: str, field: str = "", member_id: str = "") -> None:
        """Show a section and put the keyboard into a field of it."""
        if section not in _TAB_OF:
            return
        self.tabs.set_current(_TAB_OF[section])
        self._show_tab(_TAB_OF[section])
        if section == "dues":
            self.section("actions").focus_field(f"actions.1.{field or 'dues'}", member_id)
            return
        found = self.section(section)
        if not found.focus_field(field, member_id):
            found.setFocus()
        self.pages[_TAB_OF[section]].ensureWidgetVisible(found, 0, 0)

    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding; amounts of dues are put right on the dues sheet."""
        if finding.section == "dues":
            day = day_of(self.desk.meeting)
            self.desk.context.go("dues", month_of(day) if day else "", finding.member_id)
            return
        self.jump(finding.section, finding.field, finding.member_id)

    def check(self) -> None:
        """Work out sums and findings of the meeting as it stands."""
        if not self.desk.is_open:
            return
        meeting = self.desk.meeting
        self.bar.show_sums(meeting, summary(meeting, self.desk.sources.members))
        self.findings = meeting_findings(meeting, self.desk.sources.check_context(meeting))
        self._show_marks(self.findings)
        self.bar.show_findings(self.findings)
        self.findings_changed.emit(self.findings)

    def _built(self, tab: int) -> list[Section]:
        """Return the sections of a tab, built if this is the first time."""
        if tab not in self._sections:
            self._sections[tab] = [make(self.desk) for make in TABS[tab][1]]
            for section in self._sections[tab]:
                self.pages[tab].body.addWidget(section)
                section.show()
            self.pages[tab].body.addStretch(1)
            self._stale.add(tab)
        return self._sections[tab]

    def _build_next(self) -> None:
        """Build a tab that was not opened yet while the user pauses, so that it opens at once."""
        for tab in range(len(TABS)):
            if tab not in self._sections:
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

    def _on_changed(self, section: str) -> None:
        current = self.tabs.current()
        self._stale |= set(range(len(TABS))) - {current}
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
        tab = _TAB_OF.get(section)
        if tab is not None and tab != self.tabs.current():
            self.tabs.set_current(tab)

    def _show_title(self) -> None:
        meeting = self.desk.meeting
        self.head.set_title(title_of(meeting))
        branch = self.desk.sources.branch_name
        number = f"第{self.desk.sources.number(meeting)}次"
        day = day_of(meeting)
        held = with_weekday(day) if day else "日期未定"
        self.head.set_subtitle(" · ".join(filter(None, (number, held, branch))))

    def _show_marks(self, findings: Sequence[Finding]) -> None:
        by_section = marks(findings)
        for tab, (_, sections) in enumerate(TABS):
            names = [section.name for section in sections] + (["dues"] if tab == 0 else [])
            states = [by_section[name] for name in names]
            missing = sum(one.errors for one in states)
            if tab == _TAB_OF["lecture"]:
                missing += sum(one.field in _TOLD_IN_RECORDS for one in findings)
            doubtful = sum(one.warnings for one in states)
            said = [f"{missing} 处待补充"] if missing else []
            said += [f"{doubtful} 处请核对"] if doubtful else []
            mark = Mark.OPEN if said else Mark.DONE
            self.tabs.set_mark(tab, mark, "，".join(said))


def title_of(meeting: Meeting) -> str:
    """Return what a theme day is called in the window: 10月主题党日."""
    day = meeting.planned_on or day_of(meeting)
    return f"{day.month}月主题党日" if day else "主题党日"
