"""A member's posts in the branch committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.manual.words import COMMITTEE_POSTS
from app.records import CommitteePost, Member
from ui.forms.row_tools import RowTools
from ui.forms.short_text import ShortText
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from ui.context import Context
    from ui.forms.record_editor import RecordEditor

SECTION = "member"


class PostsCard(Card):
    """One row a post: what, from when, until when, and what it is charged with."""

    def __init__(self, context: Context, editor: RecordEditor[Member]) -> None:
        super().__init__("支委任职")
        self._context = context
        self.editor = editor
        self._empty = Hint("不担任支委职务。")
        self.body.addWidget(self._empty)
        self._rows: list[QWidget] = []
        self.add_button = button("添加职务", self.add_post, icon="plus", role="quiet")
        self.add_action(self.add_button)
        self._last_tab: QWidget = self.add_button

    def load(self) -> None:
        """Show the posts as they stand."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        posts = self.editor.record.posts
        self._last_tab = self.add_button
        self._rows = [self._row(post) for post in posts]
        for row in self._rows:
            row.show()
        self._empty.setVisible(not posts)

    def add_post(self) -> None:
        """Add a post for the branch's present term."""
        branch = self._context.services.branches.get()
        held = {post.post for post in self.editor.record.posts[: len(COMMITTEE_POSTS) - 1]}
        with self.editor.change(SECTION, "添加支委职务") as member:
            member.posts.append(
                CommitteePost(
                    branch_id=member.branch_id,
                    post=next(word for word in COMMITTEE_POSTS if word not in held),
                    from_on=branch.term_start,
                    to_on=branch.term_end,
                )
            )
        self.load()
        self.editor.save()

    def _row(self, post: CommitteePost) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        grid = FieldGrid(columns=3)
        word, first, last = ChoiceField(COMMITTEE_POSTS), DateField(), DateField()
        duties = ShortText(
            "如 组织发展、党费收缴、考勤", self._context.missing_characters, one_paragraph=True
        )
        word.set_value(post.post)
        first.set_day(post.from_on)
        last.set_day(post.to_on)
        duties.set_text(post.duties)

        def take() -> None:
            with self.editor.change(SECTION, "支委职务", merge_key=f"post {post.id}") as member:
                kept = next(one for one in member.posts if one.id == post.id)
                kept.post, kept.duties = word.value(), duties.text().strip()
                kept.from_on, kept.to_on = first.day(), last.day()

        def take_and_keep() -> None:
            take()
            self.editor.save()

        for field in (first, last):
            field.setPlaceholderText("如 2024-03-20")
        word.choice_edited.connect(take_and_keep)
        first.date_edited.connect(take_and_keep)
        last.date_edited.connect(take_and_keep)
        duties.text_edited.connect(take)
        duties.committed.connect(self.editor.save)
        grid.add("职务", word)
        grid.add("任职时间", first)
        grid.add("届满或离任", last)
        grid.add("分工", duties, span=3)
        layout.addWidget(grid, 1)
        layout.setSpacing(8)
        remove = icon_button("trash-2", f"删除{post.post}", lambda: self._remove(post.id))
        layout.addWidget(RowTools(remove))
        self.body.addWidget(row)
        for one in (word, first, last, duties.edit, remove):
            QWidget.setTabOrder(self._last_tab, one)
            self._last_tab = one
        return row

    def _remove(self, post_id: str) -> None:
        with self.editor.change(SECTION, "删除支委职务") as member:
            member.posts = [post for post in member.posts if post.id != post_id]
        self.load()
        self.editor.save()
