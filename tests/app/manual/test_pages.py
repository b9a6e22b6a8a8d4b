"""What holds for every fill-in page of the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from app.manual.page import Field, FieldKind, FillPage
from app.manual.pages import PAGES, knows, page_of
from app.printing.pages import letter

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)


def with_columns(page: FillPage) -> Iterator[Field]:
    for field in page.fields():
        yield field
        yield from field.columns


def test_keys_and_codes_are_told_apart() -> None:
    for values in ([page.key for page in PAGES], [page.code for page in PAGES]):
        assert [one for one, times in Counter(values).items() if times > 1] == []


def test_a_page_is_found_by_its_key() -> None:
    assert page_of("talk").code == "P20"
    assert not knows("没有这一页")
    with pytest.raises(KeyError):
        page_of("没有这一页")


@every_page
def test_names_and_labels_of_a_page_are_told_apart(page: FillPage) -> None:
    for fields in (list(page.fields()), *(list(one.columns) for one in page.fields())):
        assert len({field.name for field in fields}) == len(fields)
        assert len({field.label for field in fields}) == len(fields)


@every_page
def test_what_a_page_is_called_and_filed_by_are_fields_of_it(page: FillPage) -> None:
    assert page.called_by
    assert all(page.field(name).kind != "rows" for name in page.called_by)
    if page.filed_by:
        assert page.field(page.filed_by).kind == "date"
    if page.dated_by:
        assert page.field(page.dated_by).kind == "date"
    assert page.filed_by or not page.monthly


@every_page
def test_fields_have_what_their_kind_needs(page: FillPage) -> None:
    for field in with_columns(page):
        assert field.kind in get_args(FieldKind)
        assert bool(field.choices) == (field.kind == "choice")
        assert bool(field.columns) == (field.kind == "rows")
        assert all(column.kind != "rows" for column in field.columns)
        assert field.kind in ("members", "rows") or not field.most
        assert field.kind == "members" or not field.guests
        assert field.kind == "number" or not (field.unit or field.places)
        assert field.name.endswith("_tenths") == (field.places == 1)
        assert field.places in (0, 1)


@every_page
def test_texts_and_rows_have_a_row_of_the_page_to_themselves(page: FillPage) -> None:
    for row in page.rows:
        assert len(row) == 1 or all(field.kind not in ("text", "rows") for field in row)
        assert len(row) <= 3


@every_page
def test_a_document_has_title_text_and_day(page: FillPage) -> None:
    if page.paper == "document":
        names = {field.name for field in page.fields()}
        assert {letter.TITLE, letter.DATED_ON} <= names


@every_page
def test_every_page_says_where_its_fields_come_from(page: FillPage) -> None:
    assert page.source
    assert page.hint
