from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.records import Meeting, Member
from app.services import Services
from tests import factories
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.views.opened import Opened
from ui import dialogs, printing
from ui.context import Context
from ui.views.archive import ArchiveView


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
    return {code: part.count.text() for code, part in window.view.parts.items()}


def test_the_month_of_the_latest_meeting_is_shown_with_what_it_has(
    window: Opened[ArchiveView],
) -> None:
    assert window.view.month == "2025-10"
    assert counts(window) == {
        "P13": "1 份",
        "P14": "这个月没有",
        "P15": "这个月没有",
        "P16": "这个月没有",
        "P17": "1 份",
        "P21": "2 份",
        "P22": "1 份",
        "P24": "1 份",
        "P13P": "这个月没有",
    }
    assert window.view.codes() == ["P13", "P17", "P21", "P22", "P24"]


def test_a_page_type_left_out_is_not_printed(window: Opened[ArchiveView], qtbot: QtBot) -> None:
    asked: list[bool] = []
    window.context.preview_requested.connect(asked.append)
    for code in ("P13", "P17", "P21", "P22"):
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

    wanted = [
        ("dues", "2025-10", one.member_id)
        if one.area == "dues"
        else ("theme_days", meeting.id, f"{one.section}/{one.field}" if one.field else one.section)
        for one in findings
    ]
    assert window.gone_to == wanted


def test_a_month_without_records_says_so_and_can_be_left(window: Opened[ArchiveView]) -> None:
    window.view.step(-1)

    assert window.view.month == "2025-09"
    assert window.view.codes() == ["P24"]
    window.view.step(-100)
    assert set(counts(window).values()) == {"这个月没有"}
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
