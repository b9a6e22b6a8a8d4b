from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInputError, NotFoundError, StoreError
from app.records import Branch
from app.services import Services
from tests import factories


def test_an_empty_folder_starts_with_a_name_and_a_day(tmp_path: Path) -> None:
    folder, profile = tmp_path / "data", tmp_path / "profile"
    assert not Services.exists(folder)
    services, code = Services.create(folder, profile=profile)
    assert code
    with pytest.raises(NotFoundError, match="党支部"):
        services.branches.get()

    branch = services.start_branch("青禾示例支部", 7)
    services.close(backup=False)

    again = Services.open(folder, profile=profile)
    assert (again.branches.get().name, again.branches.get().id) == ("青禾示例支部", branch.id)
    again.close(backup=False)


def test_a_folder_with_records_is_not_made_anew(services: Services) -> None:
    with pytest.raises(StoreError):
        Services.create(services.store.folder)


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("name", "  ", "名称"),
        ("theme_day", 0, "28"),
        ("theme_day", 29, "28"),
        ("dues_rounding", "毛", "尾数"),
        ("term_end", date(2023, 1, 1), "届满"),
    ],
)
def test_a_wrong_branch_is_refused(
    services: Services, field: str, value: object, word: str
) -> None:
    branch = services.branches.get()
    branch.term_start = date(2023, 4, 20)
    setattr(branch, field, value)

    with pytest.raises(InvalidInputError, match=word):
        services.branches.save(branch)
    assert services.branches.get().name == "青禾示例支部"


def test_groups_keep_their_order_and_a_removed_one_leaves_its_members(services: Services) -> None:
    first, second = services.branches.save_groups(
        [factories.make_group("第二党小组"), factories.make_group("第一党小组")]
    )
    member = services.members.save(factories.make_member(group_id=first.id))

    left = services.branches.save_groups([second])

    assert [group.name for group in left] == ["第一党小组"]
    assert services.members.get(member.id).group_id is None


def test_groups_without_or_with_the_same_name_are_refused(services: Services) -> None:
    for names in (("第一", " "), ("第一", "第一 ")):
        with pytest.raises(InvalidInputError):
            services.branches.save_groups([factories.make_group(name) for name in names])
    assert services.branches.groups() == []


def test_a_branch_kept_needs_no_draft_any_more(services: Services) -> None:
    branch = services.branches.get()
    services.drafts.put("branch", branch)
    services.branches.save(branch)

    assert services.drafts.get("branch", Branch, branch.id) is None
