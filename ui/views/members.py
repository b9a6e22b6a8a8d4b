"""党员: the roster as a table, and the page of the member chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError, NotFoundError
from app.manual.words import FULL_MEMBER, PROBATIONARY_MEMBER
from app.records import Group, Member
from app.rules.expected import expected
from app.rules.texts import long_date
from ui import dialogs, theme
from ui.forms.member import MemberForm
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.views import roster_exchange
from ui.views.dossier import print_dossier
from ui.views.editing import EditingView, is_kept
from ui.views.member_page import MemberPage
from ui.views.roster import Roster
from ui.widgets.banner import Banner
from ui.widgets.buttons import button, primary_button
from ui.widgets.page import PageHead

if TYPE_CHECKING:
    from ui.context import Context

BESIDE_FROM_PX = 900
LIST_PX = 400
NO_LIMIT_PX = 16777215
DRAFT_AREA = "members"


class MembersView(EditingView[Member]):
    """Choosing a row opens the member's page beside the table, or in its place when narrow."""

    key = "members"
    title = "党员"
    icon = "users"
    help_topic = "members"
    areas = frozenset({"members", "groups", "branch", "meetings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._groups: list[Group] = []
        self._everyone: list[Member] = []
        self._recover_drafts = True
        self._build()

    @property
    def form(self) -> MemberForm | None:
        """The form of the member being edited."""
        return self.page.form

    def load(self) -> None:
        """Read the roster again; what is being typed on a member's page stays."""
        services = self.context.services
        self._everyone = services.members.everyone()
        self._groups = services.branches.groups()
        self._show_head()
        self.roster.show_members(self._everyone, services.members.deleted(), self._groups)
        self.new_button.setVisible(bool(self._everyone) or self.form is not None)
        self.export_button.setVisible(bool(self._everyone))
        if self.form is not None:
            self.form.set_groups(self._groups)
            self.form.year.load()
        self._follow_edited()
        if self._recover_drafts:
            self._recover_drafts = False
            QTimer.singleShot(0, self, self._take_draft)

    def shown(self) -> None:
        """Be ready to type on, or to search."""
        if self.form is not None and not self._is_beside():
            self.form.focus_name()
        elif self._everyone:
            self.roster.search.setFocus()
        else:
            self.roster.empty.button.setFocus()

    def typed_in(self) -> QWidget | None:
        """Return the form of the member being edited."""
        return self.form

    def jump(self, record_id: str, section: str) -> None:
        """Open a member's page, with `dues` at the base of his dues."""
        if record_id:
            self.open_member(record_id)
            if section == "dues" and self.form is not None:
                self.form.dues.focus_base()

    def new_record(self) -> None:
        """Begin a new member."""
        if self.leave():
            self.context.clear_error()
            self._edit(self.context.services.members.new())
            self.roster.table.choose("")
            if self.form is not None:
                self.form.focus_name()

    def step(self, by: int) -> None:
        """Go to the member above or below."""
        self.roster.table.step(by)
        if self.roster.table.current_key() and self.form is not None:
            self._open_chosen(self.roster.table.current_key())

    def open_member(self, member_id: str) -> None:
        """Open the page of a member, after keeping the one open."""
        if self.editor is not None and self.editor.record.id == member_id:
            return
        if not self.leave():
            self.roster.table.choose(self.editor.record.id if self.editor else "")
            return
        try:
            member = self.context.services.members.get(member_id)
        except NotFoundError as error:
            self.context.show_error(error)
            return
        self._edit(member)

    def close_member(self) -> None:
        """Go back to the roster, after keeping the member."""
        if self.leave():
            self._close_page()
            self.roster.table.setFocus()

    def delete_member(self) -> None:
        """Put the member being edited into the trash, after asking."""
        if self.editor is None:
            return
        member = self.editor.record
        name = self.roster.name(member)
        if is_kept(member) and not dialogs.confirm(
            self,
            f"把{name}移到回收站？",
            "只用于录错的人。转走的党员请填写“离开本支部”日期，他的记录都会留着。",
            yes="移到回收站",
        ):
            return
        self.context.services.drafts.drop(DRAFT_AREA, member.id)
        self._close_page()
        self.context.clear_error()
        if not is_kept(member):
            self.load()
        elif self._keep_deleted((member.id, name, True)):
            step = KeptStep(
                f"移到回收站：{name}",
                self._keep_deleted,
                (member.id, name, False),
                (member.id, name, True),
            )
            self.undo_stack.push(step)

    def import_roster(self) -> None:
        """Bring a roster in from Excel or the clipboard, after keeping the member being edited."""
        if not self.leave():
            return
        sentence = roster_exchange.import_roster(self.context, self)
        if sentence:
            tell_saved(self.context)
            self.load()
            self.banner.show_message(sentence, kind="info")

    def export_roster(self) -> None:
        """Write today's roster as a workbook."""
        if self.leave():
            sentence = roster_exchange.export_roster(self.context, self)
            if sentence:
                self.banner.show_message(sentence, kind="info")

    def print_dossier(self) -> None:
        """Print the case file of the member, who is kept first."""
        if self.editor is not None and self.leave():
            print_dossier(self.context, self, self.editor.record.id)

    def restore(self, member_id: str) -> None:
        """Take a member out of the trash."""
        member = self.context.services.members.get(member_id)
        self._keep_deleted((member_id, self.roster.name(member), False))

    def move_member(self, by: int) -> None:
        """Let the chosen member stand one place further up (-1) or down (1) in the roster."""
        shown, member_id = self.roster.shown_ids(), self.roster.table.current_key()
        if not self.roster.can_move() or not self.leave():
            return
        place = shown.index(member_id) + by
        if not 0 <= place < len(shown):
            return
        before = [member.id for member in self._everyone]
        after = [one for one in before if one != member_id]
        after.insert(after.index(shown[place]) + max(0, by), member_id)
        if self._keep_order(after):
            self.undo_stack.push(KeptStep("调整名册顺序", self._keep_order, before, after))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page beside the table where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.head = PageHead(self.title, self.context)
        self.new_button = primary_button("新增党员", self.new_record, icon="user-plus")
        self.new_button.setToolTip("Ctrl+N")
        self.import_button = button("导入名册", self.import_roster, icon="upload")
        self.export_button = button("导出名册", self.export_roster, icon="download")
        for made in (self.import_button, self.export_button, self.new_button):
            self.head.add(made)
        self.banner = Banner()
        self.roster = Roster(self.context)
        self.roster.member_chosen.connect(self._on_chosen)
        self.roster.member_opened.connect(self._on_opened)
        self.roster.move_wanted.connect(self.move_member)
        self.roster.new_wanted.connect(self.new_record)
        self.page = MemberPage()
        self.page.close_wanted.connect(self.close_member)
        self.page.delete_wanted.connect(self.delete_member)
        self.page.step_wanted.connect(self.step)
        self.page.dossier_wanted.connect(self.print_dossier)
        self.page.hide()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.roster, 1)
        row.addWidget(self.page, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.banner)
        outer.addLayout(row, 1)

    def _show_head(self) -> None:
        today = clock.today()
        figures = expected(self._everyone, today)
        self.head.set_subtitle(
            f"{long_date(today)}在册 {figures.roster} 人，"
            f"{FULL_MEMBER} {figures.full}，{PROBATIONARY_MEMBER} {figures.probationary}"
        )

    def _on_chosen(self, member_id: str) -> None:
        """Show the member one has come to, where the roster stays in sight."""
        if self.roster.in_bin or self._is_beside():
            self._open_chosen(member_id)

    def _on_opened(self, member_id: str) -> None:
        """Go on to the page of a member."""
        self._open_chosen(member_id)
        if self.form is not None and not self.roster.in_bin:
            self.form.focus_name()

    def _open_chosen(self, member_id: str) -> None:
        if not self.roster.in_bin:
            self.open_member(member_id)
            return
        name = self.roster.name(self.context.services.members.get(member_id))
        self.banner.show_message(
            f"{name}在回收站里。", [("恢复", lambda: self.restore(member_id))], kind="info"
        )

    def _edit(self, member: Member) -> None:
        editor = self.open_editor(self.context.services.members, member, DRAFT_AREA)
        self.context.undo_group.setActiveStack(self.undo_stack)
        if self.form is None:
            self.page.show_form(MemberForm(self.context, editor, self._groups))
        else:
            self.form.edit(editor)
            self.page.scroll_up()
        self.banner.clear()
        self.new_button.show()
        if not self.roster.in_bin:
            self.roster.table.choose(member.id)
        self.roster.show_moves()
        self._arrange()

    def _close_page(self) -> None:
        self.drop_editor()
        self.page.drop_form()
        self._arrange()

    def _follow_edited(self) -> None:
        if self.editor is None or not self.may_follow():
            return
        kept = next((one for one in self._everyone if one.id == self.editor.record.id), None)
        if kept is None:
            self._close_page()
        else:
            self.follow(kept)

    def _keep_deleted(self, wish: tuple[str, str, bool]) -> bool:
        """Put a member (id, name, whether) into the trash or take him out."""
        member_id, name, deleted = wish
        members = self.context.services.members
        try:
            (members.delete if deleted else members.restore)(member_id)
        except AppError as error:
            self.context.show_error(error)
            return False
        tell_saved(self.context)
        self.load()
        if deleted:
            actions = [("恢复", lambda: self.restore(member_id))]
            self.banner.show_message(f"已把{name}移到回收站。", actions, kind="info")
        else:
            self.banner.show_message(f"{name}回到了名册里。", kind="info")
        return True

    def _keep_order(self, member_ids: list[str]) -> bool:
        if self.editor is not None and not self.editor.save():
            return False
        try:
            self.context.services.members.reorder(member_ids)
        except AppError as error:
            self.context.show_error(error)
            return False
        tell_saved(self.context)
        self.load()
        return True

    def _is_beside(self) -> bool:
        return self.width() >= theme.px(BESIDE_FROM_PX)

    def _arrange(self) -> None:
        beside, is_open = self._is_beside(), self.form is not None
        self.page.setVisible(is_open)
        self.page.set_beside(beside=beside)
        self.roster.setVisible(beside or not is_open)
        list_width = min(theme.px(LIST_PX), self.width() // 3)
        self.roster.setMaximumWidth(list_width if beside and is_open else NO_LIMIT_PX)

    def _take_draft(self) -> None:
        """Open the member who was being typed when the program ended."""
        services = self.context.services
        for found in services.drafts.all(DRAFT_AREA, Member):
            draft = found.record
            if self.editor is not None:
                return
            if not is_kept(draft):
                blank = services.members.new()
                blank.id = draft.id
                self._edit(blank)
            elif any(one.id == draft.id for one in self._everyone):
                self.open_member(draft.id)
            if self.editor is not None and self.editor.recovered:
                self.banner.show_message("已找回上次没有保存的文字，请接着填。", kind="info")
