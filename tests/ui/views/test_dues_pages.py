"""The pages of the year that are offered beside the month's dues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.manual.volumes import DUES_NOTICE_MONTH, DUES_YEAR, Page
from app.records import Member
from app.services import Services
from app.store import members as kept_members
from tests import factories
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.printing import PrintDialog
from ui.views import dues_pages
from ui.views.dues import DuesView

PRINTED_MS = 20_000


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 10, 20))


@pytest.fixture
def opened(context: Context, services: Services, qtbot: QtBot) -> Opened[DuesView]:
    branch_id = services.branches.get().id
    for member in factories.make_members(3):
        member.branch_id = branch_id
        services.members.save(member)
    return Opened(DuesView(context), qtbot)


def test_each_page_is_offered_once_by_what_it_is_of() -> None:
    menu, chosen = QMenu(), list[Page]()
    dues_pages.offer(menu, "2025-10", chosen.append)
    assert [action.text() for action in menu.actions()] == [
        "2025年党费核定表",
        "2025年党费年度汇总表",
        "2025年党费上缴报表",
        "2025年党费收缴公布表",
        "2025年10月党费收缴月公布表",
        "2025年党费证登记",
    ]
    for action in menu.actions():
        action.trigger()
    assert chosen == list(dues_pages.OFFERED)


def test_the_button_opens_the_menu(opened: Opened[DuesView]) -> None:
    opened.view.pages_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(dues_pages.OFFERED)
    menu.close()


@pytest.mark.parametrize("page", [DUES_YEAR, DUES_NOTICE_MONTH])
def test_a_page_is_laid_out_and_asked_for_where_to(
    opened: Opened[DuesView], qtbot: QtBot, page: Page
) -> None:
    opened.view.pay_all()
    opened.view.print_page(page)
    qtbot.waitUntil(lambda: bool(opened.view.findChildren(PrintDialog)), timeout=PRINTED_MS)
    (dialog,) = opened.view.findChildren(PrintDialog)
    assert dialog.windowTitle() == "打印"
    dialog.reject()


def test_a_page_nothing_is_kept_for_says_so(opened: Opened[DuesView], qtbot: QtBot) -> None:
    opened.view.print_page(DUES_YEAR)
    qtbot.waitUntil(lambda: bool(opened.errors), timeout=PRINTED_MS)
    assert "没有可打印的党费年度汇总表" in opened.errors[0]


def test_another_month_is_shown_without_reading_the_roster_again(
    opened: Opened[DuesView], monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[int] = []
    everyone = kept_members.everyone

    def counted(*args: object, **options: bool) -> Sequence[Member]:
        readings.append(1)
        return everyone(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("app.store.members.everyone", counted)
    opened.view.show_month("2025-09")
    assert opened.view.table.shown_keys()
    assert readings == []
    opened.view.load()
    assert len(readings) == 2  # those there are, and those in the bin


def test_a_month_reads_the_roster_for_who_has_not(services: Services) -> None:
    services.members.save(factories.make_member(branch_id=services.branches.get().id))
    roster = services.members.everyone()
    assert [row.member_id for row in services.dues.month("2025-10")] == [
        row.member_id for row in services.dues.month("2025-10", roster)
    ]
