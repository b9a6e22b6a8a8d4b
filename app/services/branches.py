"""The branch's own page and its groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError, NotFoundError
from app.rules.dues import ROUNDINGS
from app.store import branches as kept
from app.store import drafts as kept_drafts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Branch, Group
    from app.store import Store


class BranchService:
    """Reads and writes the branch and its groups."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self) -> Branch | None:
        """Return the branch, or `None` while the file is still empty."""
        with self._store.read() as unit:
            return kept.get(unit)

    def get(self) -> Branch:
        """Return the branch.

        Raises:
            NotFoundError: the file has no branch yet.
        """
        branch = self.find()
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        return branch

    def save(self, branch: Branch) -> Branch:
        """Check and keep the branch, and return it as kept.

        Raises:
            InvalidInputError: a field is wrong; nothing was kept.
        """
        branch.name = branch.name.strip()
        if not branch.name:
            raise InvalidInputError("党支部名称还空着，请填写支部全称。")
        if not 1 <= branch.theme_day <= 28:
            raise InvalidInputError("主题党日固定日要在 1 日到 28 日之间，请改正。")
        if branch.dues_rounding not in ROUNDINGS:
            raise InvalidInputError(f"党费尾数只能选：{'、'.join(ROUNDINGS)}。")
        if branch.term_start and branch.term_end and branch.term_end < branch.term_start:
            raise InvalidInputError("本届届满日期早于选举日期，请改正。")
        with self._store.write("branch") as unit:
            kept_drafts.drop(unit, f"branch/{branch.id}")
            return kept.save(unit, branch)

    def groups(self) -> list[Group]:
        """Return the groups in their order."""
        with self._store.read() as unit:
            return kept.groups(unit)

    def save_groups(self, groups: Sequence[Group]) -> list[Group]:
        """Keep the groups as listed; a group left out is removed and its members have none.

        Raises:
            InvalidInputError: a name is empty or given twice.
        """
        names = [group.name.strip() for group in groups]
        if not all(names):
            raise InvalidInputError("有党小组还没有名称，请填写后再保存。")
        if len(set(names)) < len(names):
            raise InvalidInputError("有两个党小组同名，请改成不同的名称。")
        for position, (group, name) in enumerate(zip(groups, names, strict=True)):
            group.name = name
            group.position = position
        with self._store.write("groups", "members") as unit:
            return kept.save_groups(unit, list(groups))
