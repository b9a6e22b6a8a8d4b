"""A kept sheet is JSON, holds everything, and prints the same bytes again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import AppError
from app.printing.document import write
from app.printing.kept import from_plain, to_plain
from app.printing.sheet import (
    Addressee,
    Attachments,
    Band,
    Block,
    Box,
    Cell,
    Chart,
    ChartCell,
    ChartRow,
    Close,
    Column,
    Contents,
    Entry,
    Fields,
    Grid,
    Halves,
    Note,
    Picture,
    Pictures,
    Prose,
    Rows,
    Sheet,
    Signatures,
    fingerprint,
)
from tests.app.printing.conftest import META, head, minutes, photo, record, sign_in, signatures

TEXTS = st.text(max_size=20)
CELLS = st.builds(Cell, TEXTS, span=st.integers(1, 3), label=st.booleans())
COLUMNS = st.builds(Column, TEXTS, st.floats(1, 99))
CHART_CELLS = st.builds(
    ChartCell, TEXTS, span=st.integers(1, 3), strong=st.booleans(), bar=st.none() | st.integers()
)
LIST = st.lists(TEXTS, max_size=4).map(tuple)
BLOCKS: dict[type[Block], st.SearchStrategy[Block]] = {
    Rows: st.builds(
        Rows,
        st.lists(st.floats(1, 99), min_size=1, max_size=4).map(tuple),
        st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
    ),
    Box: st.builds(Box, TEXTS, LIST, st.floats(0, 99), indent=st.booleans(), fill=st.booleans()),
    Grid: st.builds(
        Grid,
        st.lists(COLUMNS, max_size=3).map(tuple),
        st.lists(LIST, max_size=3).map(tuple),
        foot=st.lists(st.lists(CELLS, max_size=2).map(tuple), max_size=2).map(tuple),
        least_rows=st.integers(0, 9),
        bands=st.lists(st.builds(Band, TEXTS, st.integers(1, 3)), max_size=2).map(tuple),
    ),
    Chart: st.builds(
        Chart,
        st.lists(COLUMNS, min_size=1, max_size=4).map(tuple),
        st.lists(
            st.builds(ChartRow, st.lists(CHART_CELLS, max_size=4).map(tuple), st.floats(1, 99)),
            max_size=3,
        ).map(tuple),
    ),
    Signatures: st.builds(Signatures, LIST, st.floats(1, 99), st.booleans()),
    Pictures: st.builds(
        Pictures,
        st.lists(
            st.builds(Picture, st.binary(max_size=9), st.integers(), st.integers(), TEXTS),
            max_size=3,
        ).map(tuple),
    ),
    Note: st.builds(Note, TEXTS),
    Addressee: st.builds(Addressee, TEXTS),
    Prose: st.builds(Prose, LIST),
    Attachments: st.builds(Attachments, LIST),
    Close: st.builds(Close, TEXTS, TEXTS),
    Fields: st.builds(Fields, st.lists(st.tuples(TEXTS, TEXTS), max_size=3).map(tuple)),
    Contents: st.builds(
        Contents, st.lists(st.builds(Entry, TEXTS, TEXTS, st.booleans()), max_size=3).map(tuple)
    ),
    Halves: st.builds(
        Halves,
        TEXTS,
        st.tuples(TEXTS, TEXTS),
        st.lists(st.floats(1, 99), min_size=1, max_size=4).map(tuple),
        st.lists(st.lists(CELLS, max_size=3).map(tuple), max_size=3).map(tuple),
        st.lists(LIST, max_size=2).map(tuple),
        TEXTS,
    ),
}
SHEETS = st.builds(
    Sheet,
    TEXTS,
    TEXTS,
    st.lists(st.one_of(*BLOCKS.values()), max_size=4).map(tuple),
    key=TEXTS,
    head=st.none() | BLOCKS[Rows],
    landscape=st.booleans(),
    sample=st.booleans(),
    form=st.sampled_from(["table", "document", "cover", "halves"]),
    subtitle=TEXTS,
    chapter=TEXTS,
)


def pictures_of(sheet: Sheet) -> dict[str, bytes]:
    found = [p.jpeg for b in sheet.blocks if isinstance(b, Pictures) for p in b.pictures]
    return {hashlib.sha256(jpeg).hexdigest(): jpeg for jpeg in found}


def again(sheet: Sheet) -> Sheet:
    """Return a sheet that went through JSON."""
    kept = json.loads(json.dumps(to_plain(sheet)))
    return from_plain(kept, pictures_of(sheet).__getitem__)


def test_every_block_is_tried() -> None:
    assert set(BLOCKS) == set(get_args(Block))


@settings(max_examples=200, deadline=None)
@given(SHEETS)
def test_a_sheet_comes_back_as_it_was(sheet: Sheet) -> None:
    assert again(sheet) == sheet
    assert fingerprint(again(sheet)) == fingerprint(sheet)


@pytest.mark.parametrize("kind", BLOCKS, ids=lambda kind: kind.__name__)
def test_every_block_comes_back_as_it_was(kind: type[Block]) -> None:
    @settings(max_examples=25, deadline=None)
    @given(BLOCKS[kind])
    def comes_back(block: Block) -> None:
        assert again(Sheet("P13", "记录", (block,))).blocks == (block,)

    comes_back()


def test_a_kept_record_prints_the_same_bytes() -> None:
    sheets = [
        record(head(), minutes(30), sign_in(20), signatures(), sample=True),
        record(Pictures((photo(), photo(600, 800)))),
        Sheet("P29", "总结", (Prose(("一、甲",)), Close("支部", "2025年")), form="document"),
    ]
    assert write([again(sheet) for sheet in sheets], META).pdf == write(sheets, META).pdf


def test_the_bytes_of_pictures_are_not_kept_with_the_sheet() -> None:
    sheet = record(Pictures((photo(),)))
    (key,) = pictures_of(sheet)
    kept = json.dumps(to_plain(sheet))
    assert key in kept
    assert len(kept) < 2000


def test_every_field_is_kept_as_defaults_may_change() -> None:
    kept: Any = to_plain(record(Grid((Column("姓名", 80.0),), ())))
    assert {"landscape", "sample", "form", "subtitle", "chapter", "head"} <= kept.keys()
    grid = {field.name for field in dataclasses.fields(Grid)}
    assert kept["blocks"][0].keys() == grid | {"is"}


def test_what_was_kept_before_a_field_was_thought_of_still_prints() -> None:
    kept = to_plain(record(head()))
    del kept["chapter"]
    assert from_plain(kept, lambda _: b"") == record(head())


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"is": "Sheet"},
        {"is": "Cell", "text": "甲"},
        {"is": "Sheet", "code": "P13", "title": "", "blocks": [{"is": "Popen", "args": "ls"}]},
        {"is": "Sheet", "code": "P13", "title": "", "blocks": [], "colour": "red"},
    ],
)
def test_what_is_no_sheet_is_refused_in_chinese(kept: dict[str, Any]) -> None:
    with pytest.raises(AppError, match="损坏"):
        from_plain(kept, lambda _: b"")
