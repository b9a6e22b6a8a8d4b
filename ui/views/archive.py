"""档案打印: what a month still lacks, and the month set for paper."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import NotFoundError
from app.manual.volumes import MONTH_SET
from app.rules.attendance import day_of
from app.rules.checks import Finding
from app.rules.texts import month_of, month_title
from ui.printing import Layout, print_pages, save_pdf
from ui.views.base import PreviewSource, View
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.finding_list import FindingList
from ui.widgets.labels import Hint
from ui.widgets.marks import Mark
from ui.widgets.month_field import MonthStepper
from ui.widgets.page import Page, PageHead

if TYPE_CHECKING:
    from ui.context import Context

FINDING_VIEWS = {"meetings": "theme_days", "dues": "dues"}


class ArchiveView(View):
    """The month shown first is that of the latest meeting."""

    key = "archive"
    title = "档案打印"
    icon = "archive"
    help_topic = "archive"
    areas = frozenset({"meetings", "members", "dues", "branch", "groups", "settings", "photos"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._is_first = True
        self.boxes: dict[str, QCheckBox] = {}
        self._build()

    @property
    def month(self) -> str:
        """The month shown, `2025-10`."""
        return self.stepper.month()

    def load(self) -> None:
        """Read again what the month has and lacks."""
        if self._is_first:
            self._is_first = False
            self.stepper.set_month(self._latest_month())
        self._show_parts()
        self._show_findings()

    def jump(self, record_id: str, section: str) -> None:
        """Show a month (`2025-10`)."""
        if record_id:
            self.stepper.set_month(record_id)
            self.load()

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        self.stepper.step(by)

    def codes(self) -> list[str]:
        """Return the codes of the pages ticked, in the order of the set."""
        return [code for code, box in self.boxes.items() if box.isChecked() and box.isEnabled()]

    def preview(self) -> PreviewSource | None:
        """Return what prints the pages ticked."""
        manual, month, codes = self.context.services.manual, self.month, self.codes()
        return (lambda: manual.month_set(month, codes).pdf) if codes else None

    def print_now(self) -> None:
        """Print the pages ticked."""
        if self.codes():
            print_pages(self.context, self, self._set_title(), self._lay_out())

    def save_as(self) -> None:
        """Write the pages ticked into one PDF."""
        if self.codes():
            save_pdf(self.context, self, self._set_title(), self._lay_out())

    def _lay_out(self) -> Layout:
        manual, month, codes = self.context.services.manual, self.month, self.codes()
        return lambda progress: manual.month_set(month, codes, progress)

    def _set_title(self) -> str:
        return f"{month_title(self.month)}归档包"

    def _build(self) -> None:
        head = PageHead(self.title, self.context)
        self.stepper = MonthStepper(month_of(clock.today()))
        self.stepper.month_chosen.connect(lambda _month: self._show_month())
        head.add(self.stepper)
        page = Page()
        page.body.addWidget(self._set_card())
        page.body.addWidget(self._findings_card())
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(page, 1)

    def _set_card(self) -> Card:
        self._card = Card("本月归档包", "勾选的页按归档顺序排成一个 PDF，可双面打印后签字装订。")
        for part in MONTH_SET:
            box = QCheckBox()
            box.setChecked(True)
            box.toggled.connect(lambda _on: self._follow_boxes())
            self.boxes[part.code] = box
            self._card.body.addWidget(box)
        self._nothing = Hint()
        self._card.body.addWidget(self._nothing)
        row = QHBoxLayout()
        self.print_button = primary_button("打印", self.print_now, icon="printer")
        self.save_button = button("存为 PDF", self.save_as, icon="download")
        self.look_button = button(
            "预览", lambda: self.context.request_preview(show=True), icon="eye", tip="F5"
        )
        for made in (self.print_button, self.save_button, self.look_button):
            row.addWidget(made)
        row.addStretch(1)
        self._card.body.addLayout(row)
        return self._card

    def _findings_card(self) -> Card:
        self._findings = Card("还缺什么")
        self.finding_list = FindingList()
        self.finding_list.finding_chosen.connect(self._go)
        self._all_good = Hint()
        self._findings.body.addWidget(self._all_good)
        self._findings.body.addWidget(self.finding_list)
        return self._findings

    def _show_month(self) -> None:
        self.load()
        self.context.request_preview()

    def _show_parts(self) -> None:
        """Say for each page type how many there are; without any it cannot be ticked."""
        try:
            sheets = self.context.services.manual.sheets_of_month(self.month)
        except NotFoundError as error:
            counts: Counter[str] = Counter()
            self._nothing.set_tone(str(error))
        else:
            counts = Counter(sheet.code for sheet in sheets)
            self._nothing.set_tone("")
        for part in MONTH_SET:
            count = counts[part.code]
            self.boxes[part.code].setText(
                f"{part.title}　{f'{count} 份' if count else '这个月没有'}"
            )
            self.boxes[part.code].setEnabled(bool(count))
        self._follow_boxes()

    def _follow_boxes(self) -> None:
        for made in (self.print_button, self.save_button, self.look_button):
            made.setEnabled(bool(self.codes()))
        self.context.request_preview()

    def _show_findings(self) -> None:
        findings = self.context.services.checks.month(self.month)
        self.finding_list.set_findings(findings)
        grave = sum(finding.level == "E" for finding in findings)
        if not findings:
            self._findings.set_mark(Mark.DONE, "已齐全")
            self._all_good.set_tone("这个月的记录要素齐全，可以打印签字。", "good")
            return
        self._findings.set_mark(
            Mark.WRONG if grave else Mark.OPEN, f"必须改正 {grave} 条，共 {len(findings)} 条"
        )
        self._all_good.set_tone("")

    def _go(self, finding: Finding) -> None:
        record = self.month if finding.area == "dues" else finding.record_id
        place = finding.field or finding.section
        self.context.go(FINDING_VIEWS[finding.area], record, place)

    def _latest_month(self) -> str:
        meetings = self.context.services.meetings
        for year in meetings.years()[:1]:
            days = [day for day in map(day_of, meetings.of_year(year)) if day is not None]
            if days:
                return month_of(max(days))
        return month_of(clock.today())
