"""档案打印: what a month still lacks, and the month set for paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import NotFoundError
from app.manual.volumes import DUES_SHEET, MONTH_SET
from app.rules.checks import LEVEL_WORDS, Finding
from app.rules.texts import month_of, month_title
from ui import theme
from ui.navigation import view_of
from ui.printing import Layout, OnPaper, print_pages, save_pdf
from ui.views.base import PreviewSource, View
from ui.views.months import latest_month
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.finding_list import FindingList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint, plain_label
from ui.widgets.marks import Mark
from ui.widgets.month_field import MonthStepper
from ui.widgets.page import Page, PageHead

if TYPE_CHECKING:
    from ui.context import Context


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
        self.parts: dict[str, PartRow] = {}
        self._build()

    @property
    def month(self) -> str:
        """The month shown, `2025-10`."""
        return self.stepper.month()

    def load(self) -> None:
        """Read again what the month has and lacks."""
        if self._is_first:
            self._is_first = False
            self.stepper.set_month(latest_month(self.context.services))
        self._show_parts()
        self._show_findings()

    def shown(self) -> None:
        """Be ready to print."""
        (self.print_button if self.codes() else self.stepper).setFocus()

    def jump(self, record_id: str, section: str) -> None:
        """Show a month (`2025-10`)."""
        if record_id:
            self._is_first = False
            self.stepper.set_month(record_id)
            self._show_month()

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        self.stepper.step(by)

    def codes(self) -> list[str]:
        """Return the codes of the pages ticked, in the order of the set."""
        return [code for code, part in self.parts.items() if part.is_wanted()]

    def preview(self) -> PreviewSource | None:
        """Return what prints the pages ticked."""
        manual, month, codes = self.context.services.manual, self.month, self.codes()
        return (lambda: manual.month_set(month, codes).pdf) if codes else None

    def print_now(self) -> None:
        """Print the pages ticked."""
        if self.codes():
            print_pages(self.context, self, self._set_title(), self._lay_out(), self._on_paper())

    def save_as(self) -> None:
        """Write the pages ticked into one PDF."""
        if self.codes():
            save_pdf(self.context, self, self._set_title(), self._lay_out(), self._on_paper())

    def _lay_out(self) -> Layout:
        manual, month, codes = self.context.services.manual, self.month, self.codes()
        return lambda progress: manual.month_set(month, codes, progress)

    def _on_paper(self) -> OnPaper:
        filing, month, codes = self.context.services.filing, self.month, self.codes()
        return lambda: filing.mark_month_printed(month, codes)

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
        listed = QVBoxLayout()
        listed.setSpacing(0)
        for part in MONTH_SET:
            row = PartRow(part.title)
            row.box.toggled.connect(lambda _on: self._follow_boxes())
            self.parts[part.code] = row
            listed.addWidget(row)
        self._card.body.addLayout(listed)
        self._nothing = Hint()
        self._nothing.hide()
        self._card.body.addWidget(self._nothing)
        self.print_button = primary_button("打印", self.print_now, icon="printer")
        self.save_button = button("存为 PDF", self.save_as, icon="download")
        self.look_button = button(
            "预览（F5）", lambda: self.context.request_preview(show=True), icon="eye"
        )
        buttons = FlowLayout(gap=12)
        for made in (self.print_button, self.save_button, self.look_button):
            buttons.addWidget(made)
        self._card.body.addLayout(buttons)
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
        counts: Counter[str] = Counter()
        self._nothing.set_tone("")
        # Dues are collected in a month without a meeting too.
        for codes in ([page.code for page in MONTH_SET], [DUES_SHEET.code]):
            try:
                sheets = self.context.services.manual.sheets_of_month(self.month, codes)
            except NotFoundError as error:
                self._nothing.set_tone(self._nothing.text() or str(error))
            else:
                counts = Counter(sheet.code for sheet in sheets)
                break
        for code, part in self.parts.items():
            part.set_count(counts[code])
        self._follow_boxes()

    def _follow_boxes(self) -> None:
        for made in (self.print_button, self.save_button, self.look_button):
            made.setEnabled(bool(self.codes()))
        self.context.request_preview()

    def _show_findings(self) -> None:
        findings = self.context.services.checks.month(self.month)
        self.finding_list.set_findings(findings)
        self.finding_list.setVisible(bool(findings))
        grave = any(finding.level == "E" for finding in findings)
        if findings:
            mark = Mark.WRONG if grave else Mark.OPEN
            self._findings.set_mark(mark, _counted(findings))
            self._all_good.set_tone("缺着也可以先打印，空的地方留着手写。" if self.codes() else "")
        elif self.codes():
            self._findings.set_mark(Mark.DONE, "已齐全")
            self._all_good.set_tone("这个月的记录要素齐全，可以打印签字。", "good")
        else:
            self._findings.set_mark(Mark.NONE)
            self._all_good.set_tone("这个月还没有要检查的记录。")

    def _go(self, finding: Finding) -> None:
        if finding.area == "dues":
            self.context.go("dues", self.month, finding.member_id)
        elif not finding.record_id:
            self.context.go("theme_days")
        else:
            place = "/".join(filter(None, (finding.section, finding.field)))
            self.context.go(self._view_of(finding.record_id), finding.record_id, place)

    def _view_of(self, meeting_id: str) -> str:
        """Return where a meeting is put right; one that is gone is looked for as a theme day."""
        of_year = self.context.services.meetings.of_year(int(self.month[:4]))
        return next((view_of(one.kinds) for one in of_year if one.id == meeting_id), "theme_days")


def _counted(findings: Sequence[Finding]) -> str:
    """Return how many findings there are of each level, gravest first."""
    found: Counter[str] = Counter(finding.level for finding in findings)
    return "，".join(
        f"{word} {found[level]} 条" for level, word in LEVEL_WORDS.items() if found[level]
    )


class PartRow(QWidget):
    """A page type with its tick box, and how many of it there are."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.box = QCheckBox(title)
        self.box.setMinimumWidth(theme.px(176))
        self._is_left_out = False
        self.box.clicked.connect(self._remember)
        self.count = plain_label("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box)
        row.addWidget(self.count)
        row.addStretch(1)

    def set_count(self, count: int) -> None:
        """Say how many there are; without any the page cannot be ticked."""
        self.count.setText(f"{count} 份" if count else "这个月没有")
        self.box.setEnabled(bool(count))
        self.box.setChecked(bool(count) and not self._is_left_out)

    def is_wanted(self) -> bool:
        """Tell whether the page is ticked and there is one."""
        return self.box.isChecked()

    def _remember(self) -> None:
        self._is_left_out = not self.box.isChecked()
