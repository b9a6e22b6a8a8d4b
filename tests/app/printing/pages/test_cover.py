from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.manual.settings import PRINTED_BY
from app.printing.document import write
from app.printing.pages import Book
from app.printing.pages.cover import sheet
from app.printing.sheet import Fields
from app.records import Member
from tests.app.printing.pages.test_printed import META, pages_of
from tests.factories import LONG_NAME, make_branch, make_member, make_post

OLD = make_member("柳知行", posts=[make_post(to_on=date(2025, 6, 30))])
NEW = make_member("舒望远", posts=[make_post(from_on=date(2025, 7, 1))])


def lines(month: str, *members: Member) -> dict[str, str]:
    made = sheet(Book(make_branch(parent="中共某矿委员会"), month, members))
    (block,) = made.blocks
    assert isinstance(block, Fields)
    return dict(block.lines)


def test_a_cover_says_whose_volume_it_is() -> None:
    assert lines("2025-12", OLD, NEW) == {
        "党支部名称": "青禾示例支部",
        "上级党组织": "中共某矿委员会",
        "党支部书记": "舒望远",
        "启用日期": "2025年1月1日",
        "封存日期": "",
    }
    assert lines("2025-12")["党支部书记"] == ""


def test_who_printed_the_volume_stands_on_the_cover_only_where_it_is_said() -> None:
    book = Book(make_branch(), "2025-12", (), settings={PRINTED_BY.key: " 中共某矿委员会组织部 "})
    (block,) = sheet(book).blocks
    assert isinstance(block, Fields)
    assert block.lines[-1] == ("印制单位", "中共某矿委员会组织部")
    (block,) = sheet(replace(book, settings={PRINTED_BY.key: " "})).blocks
    assert isinstance(block, Fields)
    assert "印制单位" not in dict(block.lines)


def test_a_cover_is_one_page_whatever_the_names() -> None:
    branch = make_branch(name="某某矿业集团有限责任公司青禾矿运输区机电车间第一联合党支部委员会")
    long = make_member(LONG_NAME, posts=[make_post()])
    printed = write([sheet(Book(branch, "2025-12", (long,)))], META)
    assert printed.pages == 1
    assert "（2025年度）" in pages_of(printed)[0]
