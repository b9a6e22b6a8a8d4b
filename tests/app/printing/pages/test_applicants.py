from __future__ import annotations

import re

from app.manual.development import STEPS
from app.manual.pages import page_of
from app.manual.volumes import APPLICANT_LIST
from app.manual.words import VOID
from app.printing.document import write
from app.printing.pages import sheets_of
from app.records import Entry
from tests.app.printing.pages.made import book_of, grids
from tests.app.printing.pages.test_printed import META, pages_of
from tests.app.rules.test_development import WAY, stopped_at
from tests.example_branch import example
from tests.factories import LONG_NAME

PAGE = page_of("applicant")


def applicant(**values: object) -> Entry:
    return Entry(branch_id="b", page=PAGE.key, year=2025, values=WAY | values)


def rows(*entries: Entry) -> list[tuple[str, ...]]:
    found = sheets_of(book_of(example(), entries=entries), [APPLICANT_LIST.code])
    return [row for sheet in found for row in grids(sheet)[0].rows]


def test_applicants_stand_in_the_order_they_applied() -> None:
    entries = [applicant(name="尹露", applied_on="2024-10-09"), applicant(), applicant(name="作废")]
    entries[2].state = VOID
    found = rows(*entries)
    assert [row[:2] for row in found] == [("1", "乔志远"), ("2", "尹露")]
    assert found[0][5:9] == ("2023.03.18", "2023.06.27", "2024.07.11", "2024.09.12")


def test_what_is_due_next_stands_at_the_end_with_its_day() -> None:
    waiting = Entry(branch_id="b", page=PAGE.key, year=2025, values=stopped_at("admitted_on"))
    (row,) = rows(waiting)
    assert row[-1] == "上级党委审批接收\n2024.12.12前"


def test_a_step_not_reached_yet_has_a_dash() -> None:
    early = Entry(branch_id="b", page=PAGE.key, year=2025, values=stopped_at("activist_on"))
    assert rows(early)[0][5:9] == ("2023.03.18", "2023.06.27", "—", "—")


def test_someone_admitted_for_good_has_nothing_due() -> None:
    assert rows(applicant())[0][-1] == "—"


def test_without_a_term_the_next_step_stands_there() -> None:
    waiting = stopped_at("target_on") | {"stage": STEPS[6]}
    entry = Entry(branch_id="b", page=PAGE.key, year=2025, values=waiting)
    assert rows(entry)[0][-1] == "发展对象报上级备案"


def test_without_applicants_there_is_no_list() -> None:
    assert rows() == []


def test_many_applicants_and_long_names_are_all_there() -> None:
    entries = [applicant(name=f"申请人{number:03}") for number in range(200)]
    book = book_of(example(), entries=(*entries, applicant(name=LONG_NAME)))
    text = re.sub(r"\s", "", "".join(pages_of(write(sheets_of(book, ["P08R"]), META))))
    assert LONG_NAME in text
    assert "申请人199" in text
