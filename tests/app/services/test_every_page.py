"""Every fill-in page, in each way it may be filled in, through the store and through a document."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from app.manual.page import FillPage
from app.manual.pages import PAGES
from app.services import Services
from app.store import branches as kept_branches
from app.store import entries as kept_entries
from app.store import members as kept_members
from tests.factories import make_branch
from tests.filled import EVERYONE, YEAR, cases


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def written() -> dict[str, dict[str, Any]]:
    """Give the values of every page and case as they were handed over, by the entry's key."""
    return {}


@pytest.fixture(scope="module")
def kept(folder: Path, written: dict[str, dict[str, Any]]) -> Iterator[Services]:
    services, _code = Services.create(folder / "one", profile=folder / "profile")
    with services.store.write("branch", "members", "entries") as unit:
        kept_branches.save(unit, make_branch())
        for member in EVERYONE:
            kept_members.save(unit, deepcopy(member))
        for page in PAGES:
            for case, entry in cases(page).items():
                entry.id = f"{page.key}-{case}"
                written[entry.id] = deepcopy(entry.values)
                kept_entries.save(unit, entry)
    yield services
    services.close(backup=False)


def test_every_page_comes_back_from_the_store(
    kept: Services, written: dict[str, dict[str, Any]]
) -> None:
    found = {one.id: one.values for one in kept.entries.of_year(YEAR)}
    assert found.keys() == written.keys()
    assert [key for key, values in written.items() if found[key] != values] == []


def test_every_page_comes_back_from_a_document(
    kept: Services, folder: Path, written: dict[str, dict[str, Any]]
) -> None:
    dumped = kept.documents.text()
    document = folder / "all.json"
    document.write_bytes(dumped)
    other, _code = Services.create(folder / "two", profile=folder / "profile")
    other.documents.load(document)
    loaded = other.entries.of_year(YEAR)
    names = {one.id: one.name for one in other.members.everyone()}
    other.close(backup=False)
    before = {one.id: one.name for one in EVERYONE}
    assert sorted(_named(one.values, names) for one in loaded) == sorted(
        _named(values, before) for values in written.values()
    )


# What every other page prints is walked in `tests/app/printing/pages/test_filled.py`.
ELSEWHERE = [page for page in PAGES if not page.is_printed]


@pytest.mark.parametrize("page", ELSEWHERE, ids=lambda page: page.key)
def test_what_is_part_of_another_page_is_printed_with_it(kept: Services, page: FillPage) -> None:
    for case in ("full", "empty"):
        assert kept.manual.preview_entry(kept.entries.get(f"{page.key}-{case}")).pages >= 1
    assert kept.manual.entries(page.key, YEAR).pages >= 1
    assert kept.manual.blank_entry(page.key, YEAR).pages >= 1


def _named(values: dict[str, Any], names: dict[str, str]) -> str:
    """Return values as text, with the names of members instead of their keys."""
    text = repr(sorted(values.items()))
    for key, name in names.items():
        text = text.replace(key, name)
    return text
