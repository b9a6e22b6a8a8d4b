"""党员: the roster as a table, and the page of the member chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QSortFilterProxyModel, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTableView, QVBoxLayout, QWidget

from app import clock
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import Group, Member
from app.rules.dues import yuan
from app.rules.expected import expected
from app.rules.membership import is_member_on
from app.rules.pinyin import matches
from app.rules.texts import long_date
from app.services.members import current_category
from ui import dialogs, theme
from ui.forms.member import MemberForm
from ui.forms.record_editor import RecordEditor
from ui.views.base import View
from ui.widgets.banner import Banner
from ui.widgets.buttons import button, primary_button
from ui.widgets.chips import FilterChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_field import LineField
from ui.widgets.page import Page, PageHead
from ui.widgets.table_model import SORT_ROLE, Column, TableModel
from ui.widgets.tables import dress_table

if TYPE_CHECKING:
    from ui.context import Context

HERE, LEFT, BIN = "here", "left", "bin"
BESIDE_FROM_PX = 900
LIST_PX = 420
DRAFT_AREA = "members"


class MembersView(View):
    """Choosing a row opens the member's page beside the table, or in its place when narrow."""

    key = "members"
    title = "党员"
    icon = "users"
    help_topic = "members"
    areas = frozenset({"members", "groups", "branch"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editor: RecordEditor[Member] | None = None
        self.form: MemberForm | None = None
        self._groups: list[Group] = []
        self._everyone: list[Member] = []
        self._deleted: list[Member] = []
        self._build()
        self._recover_drafts = True

    def load(self) -> None:
        """Read the roster again; the page of the member being edited stays as it is."""
        services = self.context.services
        self._everyone = services.members.everyone()
        self._deleted = services.members.deleted()
        self._groups = services.branches.groups()
        self._show_head()
        self._show_rows()
        if self._recover_drafts:
            self._recover_drafts = False
            QTimer.singleShot(0, self._take_draft)

    def shown(self) -> None:
        """Be ready to search."""
        self.search.setFocus()

    def leave(self) -> bool:
        """Keep the member being edited."""
        super().leave()
        return self.editor is None or self.editor.save()

    def jump(self, record_id: str, section: str) -> None:
        """Open a member's page."""
        if record_id:
            self.open_member(record_id)

    def new_record(self) -> None:
        """Begin a new member."""
        if self.leave():
            self._edit(self.context.services.members.new())
            if self.form is not None:
                self.form.focus_name()

    def step(self, by: int) -> None:
        """Go to the member above or below."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self._proxy.rowCount():
            self.table.selectRow(row)

    def open_member(self, member_id: str) -> None:
        """Open the page of a member, after keeping the one open."""
        if self.editor is not None and self.editor.record.id == member_id:
            self._show_form(shown=True)
            return
        if not self.leave():
            return
        self._edit(self.context.services.members.get(member_id))

    def delete_member(self) -> None:
        """Put the member being edited into the trash, after asking."""
        if self.editor is None:
            return
        member = self.editor.record
        if member.version is None:
            self.context.services.drafts.drop(DRAFT_AREA, member.id)
            self._close_form()
            return
        if not dialogs.confirm(
            self,
            f"把{member.name}移到回收站？",
            "只用于录错的人。转走的党员请填写“离开本支部”日期，他的记录都会留着。",
            yes="移到回收站",
        ):
            return
        self.editor.save()
        self._close_form()
        self.context.services.members.delete(member.id)
        self.banner.show_message(
            f"已把{member.name}移到回收站。", actions=[("撤销", lambda: self.restore(member.id))]
        )

    def restore(self, member_id: str) -> None:
        """Take a member out of the trash."""
        self.context.services.members.restore(member_id)
        self.banner.clear()
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page beside the table where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.head = PageHead(self.title, self.context)
        self.head.add(primary_button("新增党员", self.new_record, icon="user-plus"))
        self.banner = Banner()
        self.banner.hide()
        self.search = LineField("按姓名、拼音或首字母查找")
        self.search.setAccessibleName("查找党员")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self._model: TableModel[Member] = TableModel(self._columns(), self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setSortRole(SORT_ROLE)
        self.table = QTableView()
        self.table.setModel(self._proxy)
        dress_table(self.table, name="党员名册", sortable=True)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._empty = EmptyState("", "新增党员", self.new_record, icon="users")
        self._build_panels()

    def _build_panels(self) -> None:
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.chips)
        self._rows = QStackedLayout()
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._empty)
        column.addLayout(self._rows, 1)
        self._panel = QWidget()
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(0)
        self._back = button("返回名册", self._to_list, icon="chevron-left", role="quiet")
        panel.addWidget(self._back)
        self._page = Page()
        panel.addWidget(self._page, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._list, 1)
        row.addWidget(self._panel, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.banner)
        outer.addLayout(row, 1)
        self._panel.hide()

    def _columns(self) -> list[Column[Member]]:
        return [
            Column("姓名", _name, sort=lambda member: member.pinyin or member.name),
            Column("党小组", self._group_name),
            Column("类别", lambda member: current_category(member)[:2]),
            Column("职务", lambda member: "、".join(post.post for post in member.posts)),
            Column(
                "入党时间",
                lambda member: member.joined_on.isoformat() if member.joined_on else "",
            ),
            Column("党费基数", _base, sort=_base_fen, numeric=True),
            Column("电话", lambda member: member.phone),
        ]

    def _group_name(self, member: Member) -> str:
        return next((group.name for group in self._groups if group.id == member.group_id), "")

    def _show_head(self) -> None:
        today = clock.today()
        figures = expected(self._everyone, today)
        here = [member for member in self._everyone if is_member_on(member, today)]
        self.head.set_subtitle(
            f"{long_date(today)}在册 {figures.roster} 人，"
            f"{FULL_MEMBER} {figures.full}，{PROBATIONARY_MEMBER} {figures.probationary}"
        )
        self.chips.set_chips(
            [
                (HERE, "在册", len(here)),
                (LEFT, "已离开或未到", len(self._everyone) - len(here)),
                (BIN, "回收站", len(self._deleted)),
            ]
        )

    def _show_rows(self) -> None:
        key, query, today = self.chips.key(), self.search.text().strip(), clock.today()
        chosen = self._deleted if key == BIN else self._everyone
        rows = [
            member
            for member in chosen
            if (key == BIN or (key == HERE) == is_member_on(member, today))
            and (not query or matches(query, member.name, member.pinyin))
        ]
        was_blocked = self.table.selectionModel().blockSignals(True)
        self._model.set_rows(rows)
        self.table.selectionModel().blockSignals(was_blocked)
        self._select_edited()
        self._show_empty(rows=bool(rows), query=query)

    def _show_empty(self, *, rows: bool, query: str) -> None:
        nobody = not self._everyone and not query and self.chips.key() == HERE
        sentence = "名册还是空的。先把支部的党员逐个录进来。" if nobody else "没有符合条件的党员。"
        self._empty.set_sentence(sentence)
        self._empty.button.setVisible(nobody)
        self._rows.setCurrentWidget(self.table if rows else self._empty)

    def _select_edited(self) -> None:
        """Keep the row of the member being edited chosen, without opening it again."""
        if self.editor is None:
            return
        for number, member in enumerate(self._model.rows()):
            if member.id == self.editor.record.id:
                index = self._proxy.mapFromSource(self._model.index(number, 0))
                was_blocked = self.table.selectionModel().blockSignals(True)
                self.table.selectRow(index.row())
                self.table.selectionModel().blockSignals(was_blocked)

    def _on_selected(self, selected: QItemSelection) -> None:
        if not selected.indexes():
            return
        member = self._model.rows()[self._proxy.mapToSource(selected.indexes()[0]).row()]
        if self.chips.key() == BIN:
            self.banner.show_message(
                f"{member.name}在回收站里。", actions=[("恢复", lambda: self.restore(member.id))]
            )
            return
        self.open_member(member.id)

    def _edit(self, member: Member) -> None:
        self._close_form()
        services = self.context.services
        editor = RecordEditor(services.members, services.drafts, member, self, area=DRAFT_AREA)
        editor.recover()
        editor.saved.connect(lambda at: self.context.status(f"已自动保存 {at:%H:%M}", "saved"))
        editor.saved.connect(lambda _at: self.context.clear_error())
        editor.save_failed.connect(self.context.show_error)
        self.editor = editor
        self.undo_stack = editor.stack
        self.context.undo_group.addStack(editor.stack)
        self.context.undo_group.setActiveStack(editor.stack)
        self.form = MemberForm(self.context, editor, self._groups)
        self.form.delete_requested.connect(self.delete_member)
        self._page.body.addWidget(self.form)
        self._page.verticalScrollBar().setValue(0)
        self._select_edited()
        self._show_form(shown=True)

    def _close_form(self) -> None:
        if self.form is not None:
            self._page.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        if self.editor is not None:
            self.context.undo_group.removeStack(self.editor.stack)
            self.editor.deleteLater()
        self.form = self.editor = None
        self._show_form(shown=False)

    def _to_list(self) -> None:
        if self.leave():
            self._close_form()
            self.table.clearSelection()
            self.search.setFocus()

    def _show_form(self, *, shown: bool) -> None:
        self._panel.setVisible(shown)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= theme.px(BESIDE_FROM_PX)
        open_page = self.form is not None
        self._back.setVisible(open_page)
        self._list.setVisible(beside or not open_page)
        narrow_list = beside and open_page
        self._list.setMaximumWidth(theme.px(LIST_PX) if narrow_list else 16777215)
        for column in range(2, self._model.columnCount()):
            self.table.setColumnHidden(column, narrow_list)

    def _take_draft(self) -> None:
        """Open the member who was being typed when the program ended."""
        services = self.context.services
        for found in services.drafts.all(DRAFT_AREA, Member):
            member = found.record
            if not isinstance(member, Member) or self.editor is not None:
                continue
            if member.version is None:
                self._edit(member)
            elif any(one.id == member.id for one in self._everyone):
                self.open_member(member.id)
            self.banner.show_message("已找回上次没有保存的文字。")


def _name(member: Member) -> str:
    mark = "（预）" if current_category(member) == PROBATIONARY_MEMBER else ""
    return f"{member.name}{mark}"


def _base_fen(member: Member) -> int:
    return member.dues_bases[-1].base_fen if member.dues_bases else 0


def _base(member: Member) -> str:
    return yuan(member.dues_bases[-1].base_fen) if member.dues_bases else ""
