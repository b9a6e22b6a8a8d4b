"""The year's manual and the blank forms: two cards of 档案打印."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.manual.order import FORMS, YEAR_ORDER
from app.manual.volumes import PAGES, Page
from ui.volumes import Chosen, WaysRow, print_volume
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.year_stepper import YearStepper

if TYPE_CHECKING:
    from ui.context import Context
    from ui.volumes import Make

_EVERY, _WHOLE = "all", ""
_PRINT_BOOK = "打印年度手册"


def _year_pages() -> list[Page]:
    """Return the pages a year's manual is made of, in its order."""
    return [PAGES[code] for code in YEAR_ORDER if code in PAGES]


class YearCard(Card):
    """Binds a year: which one, how, and where to."""

    def __init__(self, context: Context, year: int, parent: QWidget | None = None) -> None:
        hint = "封面、说明、目录、各手册页、卷内目录和备考表装订成一册；没有记录的页不占位。"
        super().__init__("年度手册", hint, parent)
        self._context = context
        self.stepper = YearStepper(year)
        self.add_action(self.stepper)
        self.ways = WaysRow(context)
        pages = ((page.code, f"{page.code}　{page.title}") for page in _year_pages())
        self.page_field = ChoiceField([(_WHOLE, "整册"), *pages])
        self.page_field.set_value(_WHOLE)
        self.page_field.choice_edited.connect(lambda *_: self._show_words())
        self.print_button = button(_PRINT_BOOK, self.print_now, icon="printer")
        self.save_button = button("存为 PDF", self.save_as, icon="download")
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        grid = FieldGrid(columns=2)
        grid.add("印哪些页(&Y)", self.page_field, hint="也可以单独打印全年的一种页")
        self.body.addWidget(grid)
        self.body.addWidget(self.ways)
        self.body.addLayout(buttons)

    def print_now(self) -> None:
        """Lay the year out and offer the printer."""
        self._print(into_file=False)

    def save_as(self) -> None:
        """Lay the year out into a file."""
        self._print(into_file=True)

    def _print(self, *, into_file: bool) -> None:
        title, make = self._wanted()
        print_volume(self._context, self, title, make, self.ways.chosen(), into_file=into_file)

    def _wanted(self) -> tuple[str, Make]:
        """Return what is printed is called, and how it is laid out."""
        volumes, year = self._context.services.volumes, self.stepper.year()
        code = self.page_field.value()
        if code in PAGES:
            title = f"{year}年{PAGES[code].title}"
            return title, lambda ways: volumes.pages(str(year), [code], ways)
        return f"{year}年度手册", lambda ways: volumes.year(year, ways)

    def _show_words(self) -> None:
        """Say on the button what it prints."""
        whole = self.page_field.value() == _WHOLE
        self.print_button.setText(_PRINT_BOOK if whole else "打印这种页")


class FormsCard(Card):
    """Offers a form of each page, to be written on by hand."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        hint = "只印好支部名称和格线，其余留空，供停电、外出时手写，或者补做手写页。"
        super().__init__("空白表", hint, parent)
        self._context = context
        pages = ((page.code, f"{page.code}　{page.title}") for page in FORMS.values())
        self.page_field = ChoiceField([*pages, (_EVERY, "全部各一份")])
        self.page_field.setCurrentIndex(0)
        self.print_button = button("打印空白表", self.print_now, icon="printer")
        self.save_button = button("存为 PDF", self.save_as, icon="download")
        grid = FieldGrid(columns=2)
        grid.add("哪一种(&B)", self.page_field)
        buttons = FlowLayout(gap=12)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        self.body.addWidget(grid)
        self.body.addLayout(buttons)

    def print_now(self) -> None:
        """Lay the form out and offer the printer."""
        self._print(into_file=False)

    def save_as(self) -> None:
        """Lay the form out into a file."""
        self._print(into_file=True)

    def _print(self, *, into_file: bool) -> None:
        code, title = self.page_field.value(), "空白表"
        if code in FORMS:
            title = f"{FORMS[code].title}空白表"
        print_volume(self._context, self, title, self._make(code), Chosen(), into_file=into_file)

    def _make(self, code: str) -> Make:
        volumes, codes = self._context.services.volumes, [code] if code in FORMS else None
        return lambda ways: volumes.blank(codes, ways)
