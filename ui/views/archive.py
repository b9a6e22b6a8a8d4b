"""档案打印: the month's package, what it still lacks, the year's manual and blank forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.manual.order import MONTH_ORDER, MONTH_PARTS
from app.rules.checks import LEVEL_WORDS, Finding
from app.rules.texts import month_of, month_title, names_joined
from ui import theme
from ui.finding_place import go_to_finding
from ui.views.base import PreviewSource, View
from ui.views.months import latest_month
from ui.views.report_card import ReportCard
from ui.views.volume_cards import FormsCard, YearCard
from ui.volumes import Make, WaysRow, print_volume
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


_NOTHING = "这个月还没有可以归档的记录。请先新建这个月的主题党日。"


class ArchiveView(View):
    """The month shown first is that of the latest meeting."""

    key = "archive"
    title = "档案打印"
    icon = "archive"
    help_topic = "archive"
    areas = frozenset(
        {"meetings", "entries", "members", "dues", "branch", "groups", "settings", "photos"}
    )

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
            self.year_card.stepper.set_year(int(self.month[:4]))
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
        """Return the codes of the parts ticked, in their order; none without a record."""
        ticked = [code for code, part in self.parts.items() if part.is_wanted()]
        return ticked if set(ticked) & set(MONTH_ORDER) else []

    def preview(self) -> PreviewSource | None:
        """Return what prints the parts ticked."""
        make, chosen = self._make(), self.ways.chosen()
        return (lambda: make(chosen.ways()).printed.pdf) if self.codes() else None

    def print_now(self) -> None:
        """Print the parts ticked."""
        self._print(into_file=False)

    def save_as(self) -> None:
        """Write the parts ticked into one PDF."""
        self._print(into_file=True)

    def _print(self, *, into_file: bool) -> None:
        if self.codes():
            title = f"{month_title(self.month)}归档包"
            chosen = self.ways.chosen()
            print_volume(self.context, self, title, self._make(), chosen, into_file=into_file)

    def _make(self) -> Make:
        volumes, month, codes = self.context.services.volumes, self.month, self.codes()
        return lambda ways: volumes.month(month, codes, ways)

    def _build(self) -> None:
        head = PageHead(self.title, self.context)
        today = clock.today()
        self.stepper = MonthStepper(month_of(today))
        self.stepper.month_chosen.connect(lambda _month: self._show_month())
        head.add(self.stepper)
        self.year_card = YearCard(self.context, today.year)
        self.forms_card = FormsCard(self.context)
        self.report_card = ReportCard(self.context, self.stepper.month)
        page = Page()
        page.body.addWidget(self._package_card())
        page.body.addWidget(self._findings_card())
        page.body.addWidget(self.report_card)
        page.body.addWidget(self.year_card)
        page.body.addWidget(self.forms_card)
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(page, 1)

    def _package_card(self) -> Card:
        card = Card("本月归档包", "按归档顺序排成一个 PDF，有清单、目录和页码，打印后签字装订。")
        self.print_button = primary_button("打印本月归档包", self.print_now, icon="printer")
        self.save_button = button("存为 PDF", self.save_as, icon="download")
        self.look_button = button(
            "预览（F5）", lambda: self.context.request_preview(show=True), icon="eye"
        )
        buttons = FlowLayout(gap=12)
        for made in (self.print_button, self.save_button, self.look_button):
            buttons.addWidget(made)
        card.body.addLayout(buttons)
        self.ways = WaysRow(self.context)
        self.ways.ticked.connect(self.context.request_preview)
        self.ways.ticked.connect(self.year_card.ways.follow)
        self.year_card.ways.ticked.connect(self.ways.follow)
        card.body.addWidget(self.ways)
        listed = QVBoxLayout()
        listed.setSpacing(0)
        for page in MONTH_PARTS.values():
            row = PartRow(page.title)
            row.box.toggled.connect(lambda _on: self._follow_boxes())
            self.parts[page.code] = row
            listed.addWidget(row)
        card.body.addLayout(listed)
        self.missing_parts = Hint()
        self.missing_parts.hide()
        card.body.addWidget(self.missing_parts)
        return card

    def _findings_card(self) -> Card:
        self._findings = Card("还缺什么")
        self.finding_list = FindingList(with_records=True)
        self.finding_list.finding_chosen.connect(self._go)
        self._all_good = Hint()
        self._findings.body.addWidget(self._all_good)
        self._findings.body.addWidget(self.finding_list)
        return self._findings

    def _show_month(self) -> None:
        self.load()
        self.context.request_preview()

    def _show_parts(self) -> None:
        """Show the parts the month has with how many there are, and name those it has not."""
        counts = self.context.services.volumes.month_parts(self.month)
        has_any = any(counts.values())
        for code, part in self.parts.items():
            part.set_count(counts.get(code, int(has_any)), is_made=code not in counts)
        missing = [MONTH_PARTS[code].title for code, count in counts.items() if not count]
        without = f"这个月没有：{names_joined(missing)}。" if has_any else _NOTHING
        self.missing_parts.set_tone(without if missing else "")
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
        go_to_finding(self.context, finding, self.month)


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

    def set_count(self, count: int, *, is_made: bool) -> None:
        """Say how many there are, or that it is made from the others; without any it is hidden."""
        self.count.setText("自动生成" if is_made else f"{count} 份")
        self.setVisible(bool(count))
        self.box.setEnabled(bool(count))
        self.box.setChecked(bool(count) and not self._is_left_out)

    def is_wanted(self) -> bool:
        """Tell whether the page is ticked and there is one."""
        return self.box.isChecked()

    def _remember(self) -> None:
        self._is_left_out = not self.box.isChecked()
