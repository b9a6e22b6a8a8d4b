from __future__ import annotations

import re
from typing import Any

from app.manual.pages import page_of
from app.printing.document import write
from app.printing.pages.layouts import blank_sheets, sheets
from app.printing.sheet import Box, Grid, Sheet
from app.records import Entry
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import book_of, box, grids
from tests.app.rules.test_elections import NAMES, values
from tests.example_branch import Example, example

PAGE = page_of("election")


def printed(made: Example, **changes: Any) -> Sheet:
    """Return the page of the election in which the example's own people stood."""
    ids = {name: made.person(name).id for name in (*NAMES, "郝文静", "段志强")}
    written = values(**changes)
    for row in (*written["candidates"], *written["posts"]):
        row["member"] = [{"member": ids[row["member"][0]["member"]]}]
    written |= {"scrutineers": [], "tellers": []}
    entry = Entry(branch_id=made.branch.id, page=PAGE.key, year=2025, values=written)
    (sheet,) = sheets(PAGE, book_of(made, entries=(entry,), whole_year=True))
    return sheet


def votes(sheet: Sheet) -> Grid:
    return grids(sheet)[0]


def test_each_candidate_stands_with_votes_and_outcome() -> None:
    rows = votes(printed(example())).rows
    assert rows[0] == ("1", "周启明", "15", "0", "0", "", "当选")
    assert [row[-1] for row in rows] == ["当选"] * 5 + ["未当选"]


def test_the_outcome_is_computed_and_blank_while_figures_are_missing() -> None:
    sheet = printed(example(), present=None)
    assert {row[-1] for row in votes(sheet).rows} == {""}
    assert box(sheet, "结果核算") == ()


def test_what_follows_from_the_figures_stands_under_the_votes() -> None:
    sheet = printed(example())
    blocks = list(sheet.blocks)
    place = blocks.index(votes(sheet))
    under = blocks[place + 1]
    assert isinstance(under, Box)
    assert under.paragraphs[-1].endswith("当选：周启明、韩素云、陆景行、贺立新、冯小满。")


def test_a_blank_page_has_room_for_the_candidates_of_a_committee() -> None:
    (sheet,) = blank_sheets(PAGE, book_of(example()))
    assert votes(sheet).least_rows >= 6
    assert votes(sheet).columns[-1].heading == "结果"


def test_the_day_of_the_first_session_stands_on_the_page_of_its_posts() -> None:
    for more in range(12):  # rows of candidates, until the page is full at each place
        rows = values()["candidates"]
        sheet = printed(example(), candidates=[*rows, *(dict(rows[0]) for _ in range(more))])
        (page,) = (
            text
            for text in map("".join, map(str.split, texts_of(write([sheet], META))))
            if re.search("第一次全会(?!选举)", text)
        )
        assert "委员分工" in page, more
