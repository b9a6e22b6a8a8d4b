from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.views.members_window import Window, keep
from ui import dialogs
from ui.context import Context
from ui.views.roster_exchange import RosterImportDialog

GOOD = "姓名\t民族\t党小组\t电话\n柳知行\t汉\t一组\t139\n舒望远\t回\t一组\t138\n"
BAD = "姓名\t性别\t血型\n柳知行\t先生\tA\n舒望远\t男\tB\n"


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> RosterImportDialog:
    made = RosterImportDialog(context)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: RosterImportDialog) -> list[tuple[int, str, str]]:
    rows = dialog.table.rows_model.rows()
    return [(one.number, one.name, one.state) for one in rows]


def test_copied_lines_are_looked_at_and_then_kept(
    dialog: RosterImportDialog, services: Services
) -> None:
    keep(services, "柳知行", phone="137")
    assert not dialog.import_button.isEnabled()
    QGuiApplication.clipboard().setText(GOOD)
    dialog.paste_button.click()

    assert shown(dialog) == [(2, "柳知行", "已在名册"), (3, "舒望远", "新增")]
    assert "新增 1 人，补充 1 人，没有变化 0 人。将新建党小组：一组。" in dialog.summary.text()
    assert [one.note for one in dialog.table.rows_model.rows()] == [
        "补上民族、所属党小组；与名册不同、保留原样：联系电话",
        "",
    ]
    assert dialog.import_button.text() == "导入 2 人"
    assert_nothing_cut(dialog)
    assert [one.name for one in services.members.everyone()] == ["柳知行"]
    dialog.import_button.click()
    assert [(one.name, one.phone) for one in services.members.everyone()] == [
        ("柳知行", "137"),
        ("舒望远", "138"),
    ]
    assert dialog.result() == dialog.DialogCode.Accepted


def test_with_a_cell_refused_nothing_can_be_imported(dialog: RosterImportDialog) -> None:
    dialog.show_source(BAD)
    assert shown(dialog) == [(2, "柳知行", "请改正"), (3, "舒望远", "新增")]
    assert "没改好之前一个人也不导入" in dialog.summary.text()
    assert "没有用到的列：血型" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()


def test_what_is_no_roster_says_so_and_takes_the_last_table_away(
    dialog: RosterImportDialog,
) -> None:
    dialog.show_source(GOOD)
    dialog.show_source("今天下午开会")
    assert "没有找到“姓名”" in dialog.summary.text()
    assert shown(dialog) == []
    assert not dialog.import_button.isEnabled()


def test_what_changed_meanwhile_is_told_and_nothing_is_lost(
    dialog: RosterImportDialog, services: Services
) -> None:
    member = keep(services, "柳知行")
    dialog.show_source(GOOD)
    member.address = "县城"
    services.members.save(member)
    dialog.import_button.click()
    assert dialog.isVisible()
    assert [one.name for one in services.members.everyone()] == ["柳知行"]
    assert dialog.summary.property("role") == "error"


def test_a_roster_goes_out_and_a_table_comes_in_through_the_window(
    context: Context,
    qtbot: QtBot,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep(services, "柳知行", ethnicity="汉族")
    window = Window(context, qtbot)
    window.view.load()
    path = tmp_path / "名册"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_a, **_k: path)
    window.view.export_button.click()
    written = path.with_suffix(".xlsx")
    assert written.exists()
    assert "已导出 1 名党员" in window.view.banner.text()

    services.members.delete(services.members.everyone()[0].id)
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda *_a, **_k: [written])

    def agree(dialog: RosterImportDialog) -> int:
        dialog.choose_file()
        dialog.keep()
        return dialog.result()

    monkeypatch.setattr(RosterImportDialog, "exec", agree)
    window.view.import_button.click()
    assert "名册已导入：新增 1 人" in window.view.banner.text()
    assert window.names() == ["柳知行"]


def test_a_closed_question_imports_nothing(
    context: Context, qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Window(context, qtbot)
    monkeypatch.setattr(RosterImportDialog, "exec", lambda _dialog: 0)
    window.view.import_button.click()
    assert services.members.everyone() == []
    assert window.view.banner.text() == ""
