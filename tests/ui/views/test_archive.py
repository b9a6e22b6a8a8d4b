from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.manual.order import FORMS
from app.manual.pages import knows
from app.records import Meeting, Member
from app.rules.checks import Finding
from app.services import Services
from tests import factories
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.views.opened import Opened
from ui import dialogs, printing
from ui.context import Context
from ui.views.archive import ArchiveView
from ui.volumes import Chosen


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 11, 20))


@pytest.fixture
def members(services: Services) -> list[Member]:
    branch_id = services.branches.get().id
    made = factories.make_members(4)
    for member in made:
        member.branch_id = branch_id
    return [services.members.save(member) for member in made]


@pytest.fixture
def meeting(services: Services, members: list[Member]) -> Meeting:
    """October's theme day with a record, a lecture and an absent member, and no photo."""
    return services.meetings.save(
        factories.theme_day(members, branch_id=services.branches.get().id, photos=[])
    )


@pytest.fixture
def window(context: Context, qtbot: QtBot, meeting: Meeting) -> Opened[ArchiveView]:
    assert meeting.version
    return Opened(ArchiveView(context), qtbot)


def counts(window: Opened[ArchiveView]) -> dict[str, str]:
    return {
        code: part.count.text()
        for code, part in window.view.parts.items()
        if part.isVisibleTo(window.view)
    }


def test_the_month_of_the_latest_meeting_is_shown_with_what_it_has(
    window: Opened[ArchiveView],
) -> None:
    assert window.view.month == "2025-10"
    assert window.view.year_card.stepper.year() == 2025
    assert counts(window) == {
        "P00A": "自动生成",
        "P00B": "自动生成",
        "P21": "2 份",
        "P13": "1 份",
        "P17": "1 份",
        "P24": "1 份",
        "P22": "1 份",
        "P00": "自动生成",
    }
    assert window.view.codes() == list(counts(window))
    assert "支部党员大会记录、支部委员会会议记录" in window.view.missing_parts.text()


def test_a_page_type_left_out_is_not_printed(window: Opened[ArchiveView], qtbot: QtBot) -> None:
    asked: list[bool] = []
    window.context.preview_requested.connect(asked.append)
    for code in ("P00A", "P00B", "P13", "P17", "P21", "P22", "P00"):
        window.view.parts[code].box.click()
    source = window.view.preview()
    assert source is not None
    printed: list[bytes] = []
    window.context.jobs.run(lambda _progress: source(), printed.append)
    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)

    assert window.view.codes() == ["P24"]
    assert printed[0].startswith(b"%PDF")
    assert asked


def test_with_every_page_left_out_there_is_nothing_to_print(window: Opened[ArchiveView]) -> None:
    for part in window.view.parts.values():
        if part.is_wanted():
            part.box.click()

    assert not window.view.print_button.isEnabled()
    assert window.view.preview() is None
    window.view.print_now()
    window.view.save_as()
    assert not window.context.jobs.busy()


def test_each_finding_leads_to_its_place(
    window: Opened[ArchiveView], meeting: Meeting, services: Services
) -> None:
    findings = services.checks.month("2025-10")
    rows = window.view.finding_list.findChildren(QPushButton)
    assert len(rows) == len(findings) > 0
    for row in rows:
        row.click()

    def place_of(one: Finding) -> tuple[str, str, str]:
        if one.area == "dues":
            return "dues", "2025-10", one.spot
        # What the month has no record of leads to where one is begun, a page in the year's volume.
        year = "2025" if knows(one.section) else ""
        return ("theme_days", meeting.id, one.spot) if one.record_id else (one.area, year, one.spot)

    assert window.gone_to == [place_of(one) for one in findings]


def test_a_month_without_records_says_so_and_can_be_left(window: Opened[ArchiveView]) -> None:
    window.view.step(-1)

    assert window.view.month == "2025-09"
    assert window.view.codes() == ["P00A", "P00B", "P24", "P00"]
    window.view.step(-100)
    assert counts(window) == {}
    assert "还没有可以归档的记录" in window.view.missing_parts.text()
    assert not window.view.print_button.isEnabled()
    window.view.jump("2025-10", "")
    assert window.view.print_button.isEnabled()


def test_a_meeting_changed_elsewhere_changes_what_is_missing(
    window: Opened[ArchiveView], services: Services, meeting: Meeting
) -> None:
    before = len(window.view.finding_list.findChildren(QPushButton))
    fresh = services.meetings.get(meeting.id)
    fresh.place = ""
    services.meetings.save(fresh)
    QApplication.processEvents()

    shown = [
        one
        for one in window.view.finding_list.findChildren(QPushButton)
        if one.isVisibleTo(window.view)
    ]
    assert len(shown) == before + 1


def saving(window: Opened[ArchiveView], qtbot: QtBot) -> None:
    window.view.save_as()
    qtbot.waitUntil(lambda: not window.context.jobs.busy(), timeout=20_000)


def answer(path: Path | None) -> Callable[..., Path | None]:
    return lambda *_a, **_k: path


def test_the_month_set_is_written_whole_under_a_pdf_name(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    window.context.status_shown.connect(lambda text, _kind: said.append(text))
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "十月归档包"))
    saving(window, qtbot)

    assert (tmp_path / "十月归档包.pdf").read_bytes().startswith(b"%PDF")
    assert [path.name for path in tmp_path.glob("*.part")] == []
    assert said[-1] == "已存为 十月归档包.pdf"


def test_a_place_that_cannot_be_written_to_leaves_no_half_file_and_another_is_offered(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "杯子").write_text("not a folder", encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "杯子" / "十月.pdf"))
    saving(window, qtbot)
    assert "没有存成" in window.errors[-1]
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "十月.pdf"))
    window.actions["另选位置"]()

    assert (tmp_path / "十月.pdf").exists()
    assert window.errors == []


def test_a_question_closed_writes_nothing(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_save_path", answer(None))
    saving(window, qtbot)

    assert list(tmp_path.glob("*.pdf")) == []
    assert window.errors == []


def test_printing_opens_one_dialog_with_the_number_of_pages(
    window: Opened[ArchiveView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.printers.lp_printers", lambda: ["办公室"])
    window.view.print_button.click()
    qtbot.waitUntil(lambda: bool(window.view.findChildren(printing.PrintDialog)), timeout=20_000)

    (dialog,) = window.view.findChildren(printing.PrintDialog)
    assert dialog.printer_field.value() == "办公室"
    dialog.reject()


def test_both_sides_are_remembered_and_said_alike_for_month_and_year(
    window: Opened[ArchiveView], qtbot: QtBot
) -> None:
    assert window.view.ways.chosen() == Chosen(duplex=True)
    window.view.ways.duplex.click()
    assert not window.view.year_card.ways.duplex.isChecked()

    again = Opened(ArchiveView(window.context), qtbot)
    assert again.view.ways.chosen() == Chosen()
    again.view.year_card.ways.duplex.click()
    assert again.view.ways.chosen() == Chosen(duplex=True)


def test_what_was_saved_is_not_printed_again_unless_it_changed(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "十月.pdf"))
    saving(window, qtbot)
    window.view.ways.changed_only.click()
    saving(window, qtbot)
    assert "没有改动" in window.errors[-1]


def pages_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return found


def test_the_years_manual_is_saved_as_one_file(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "手册.pdf"))
    window.view.year_card.save_button.click()
    qtbot.waitUntil(lambda: not window.context.jobs.busy(), timeout=20_000)
    assert pages_of(tmp_path / "手册.pdf")[0].startswith("党支部工作手册（2025年度）")

    window.view.year_card.stepper.set_year(2019)
    window.view.year_card.print_button.click()
    qtbot.waitUntil(lambda: bool(window.errors), timeout=20_000)
    assert "2019年还没有可以装订的记录" in window.errors[-1]


def test_one_page_of_a_year_is_printed_alone(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = window.view.year_card
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "名册.pdf"))
    card.page_field.setFocus()
    card.page_field.setCurrentIndex(card.page_field.findData("P07"))
    card.page_field.activated.emit(card.page_field.currentIndex())
    assert card.print_button.text() == "打印这种页"
    card.save_button.click()
    qtbot.waitUntil(lambda: not window.context.jobs.busy(), timeout=20_000)
    (page,) = pages_of(tmp_path / "名册.pdf")
    assert page.startswith("2025年青禾示例支部党员名册")


def test_a_blank_form_of_the_page_chosen_is_saved(
    window: Opened[ArchiveView], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = window.view.forms_card
    assert {card.page_field.itemData(i) for i in range(card.page_field.count())} == {*FORMS, "all"}
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "空白.pdf"))
    card.page_field.set_value("P24")
    card.save_button.click()
    qtbot.waitUntil(lambda: not window.context.jobs.busy(), timeout=20_000)
    (page,) = pages_of(tmp_path / "空白.pdf")
    assert page.startswith("＿＿年＿＿月青禾示例支部党费收缴登记表")


@pytest.mark.parametrize("is_empty", [True, False])
def test_everything_fits_at_every_size(
    context: Context, qtbot: QtBot, services: Services, members: list[Member], is_empty: bool
) -> None:
    if not is_empty:
        meeting = factories.make_meeting(branch_id=services.branches.get().id)
        meeting.start = datetime(2025, 10, 9, 15, 0)  # noqa: DTZ001 - local
        meeting.chair_id = members[0].id
        services.meetings.save(meeting)
    window = Opened(ArchiveView(context), qtbot)
    for size in ((880, 500), (1190, 728), (1360, 832)):
        window.view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(window.view)
