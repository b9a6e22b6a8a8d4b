"""A fill-in page in the document: its values under the names of its fields, people by name."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app.exchange.document.node import Node, shown
from app.exchange.document.people import People
from app.exchange.document.values import read_money, without_empty
from app.manual.page import Field, FillPage
from app.manual.pages import PAGES, knows, page_of
from app.manual.words import DRAFT
from app.records import Entry
from app.rules.dues import yuan
from app.rules.entries import Values, decimal, people_in, written_people

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONEY = re.compile(r"\d{1,10}(\.\d{1,2})?", re.ASCII)


def read_entry(node: Node, branch_id: str, people: People) -> Entry:
    """Return a fill-in page.

    Raises:
        InvalidDocumentError: there is no such page or field, or a value does not fit its field.
    """
    key = node["page"].line()
    if not knows(key):
        pages = "、".join(page.key for page in PAGES)
        raise node["page"].refused(f"没有这种填写页，只能是：{pages}")
    return Entry(
        branch_id=branch_id,
        page=key,
        year=node["year"].whole() or 0,
        values=_read_values(node["values"], _fields(page_of(key)), people),
        state=node["state"].line() or DRAFT,
        deleted_at=node["deleted_at"].time(),
    )


def write_entry(entry: Entry, people: People) -> dict[str, Any]:
    """Return a fill-in page as it stands in the document, its values in the order of its fields."""
    page: FillPage = page_of(entry.page)
    return without_empty(
        {
            "page": entry.page,
            "year": entry.year,
            "values": _write_values(entry.values, _fields(page), people),
            "state": None if entry.state == DRAFT else entry.state,
            "deleted_at": entry.deleted_at and entry.deleted_at.isoformat(timespec="minutes"),
        }
    )


def _fields(page: FillPage) -> tuple[Field, ...]:
    return (*page.fields(), *page.kept)


def _read_values(node: Node, fields: tuple[Field, ...], people: People) -> Values:
    known = {field.name for field in fields}
    for name in node.value or {}:
        if name not in known:
            raise node[name].refused("这一页没有这一栏，请删去或改正名称")
    return {
        field.name: _read(node[field.name], field, people) for field in fields if node[field.name]
    }


def _read(node: Node, field: Field, people: People) -> Any:
    if field.kind == "rows":
        _expect(node, list, f"{field.label}应写成行的列表")
        rows = [_expect(one, dict, "一行应写成对象") for one in node.items()]
        return [_read_values(one, field.columns, people) for one in rows]
    if field.kind == "members":
        return _read_people(node, field, people)
    return _READERS[field.kind](node, field)


def _read_people(node: Node, field: Field, people: People) -> list[dict[str, str]]:
    listed = list(node.items()) if isinstance(node.value, list) else [node]
    if field.most and len(listed) > field.most:
        raise node.refused(f"{field.label}最多 {field.most} 人")
    found: list[tuple[str | None, str]] = []
    for one in listed:
        if isinstance(one.value, dict) and field.guests and one["guest"]:
            found.append((None, one["guest"].line()))
        else:
            _expect(one, str, f"{field.label}应写姓名")
            found.append((people.member(one).id, ""))
    return written_people(found)


def _read_text(node: Node, field: Field) -> str:
    _expect(node, str, f"{field.label}应为文字")
    text = node.text()
    if field.kind == "line" and "\n" in text:
        raise node.refused(f"{field.label}应为一行文字")
    if field.kind == "choice" and text not in field.choices:
        raise node.refused(f"{shown(text)}不对，只能是：{'、'.join(field.choices)}")
    return text


def _read_date(node: Node, field: Field) -> str:
    if not isinstance(node.value, str) or _DAY.fullmatch(node.value) is None:
        raise node.refused(f"{field.label}应为日期，写成 2025-10-09 这样")
    day = node.day()
    assert day is not None
    return day.isoformat()


def _read_amount(node: Node, field: Field) -> int:
    if not isinstance(node.value, str) or _MONEY.fullmatch(node.value) is None:
        raise node.refused(f"{field.label}应为金额，写成 126.75 这样的字符串")
    return read_money(node) or 0


def _read_number(node: Node, field: Field) -> int:
    is_number = isinstance(node.value, int | Decimal) and not isinstance(node.value, bool)
    number = Decimal(str(node.value)).scaleb(field.places) if is_number else Decimal(-1)
    if number < 0 or number != number.to_integral_value():
        most = f"，最多 {field.places} 位小数" if field.places else ""
        raise node.refused(f"{field.label}应为不小于 0 的数{most}")
    return int(number)


def _expect(node: Node, kind: type, sentence: str) -> Node:
    if not isinstance(node.value, kind):
        raise node.refused(sentence)
    return node


_READERS: dict[str, Callable[[Node, Field], Any]] = {
    "line": _read_text,
    "text": _read_text,
    "choice": _read_text,
    "date": _read_date,
    "money": _read_amount,
    "number": _read_number,
}


def _write_values(values: Values, fields: tuple[Field, ...], people: People) -> dict[str, Any]:
    written = {field.name: _write(values.get(field.name), field, people) for field in fields}
    return without_empty(written)


def _write(value: Any, field: Field, people: People) -> Any:
    if value is None:
        return None
    match field.kind:
        case "money":
            return yuan(value)
        case "number" if field.places:
            return float(decimal(value, field.places))
        case "members":
            whos = people_in({field.name: value}, field.name)
            listed = [people.written(key) if key else {"guest": guest} for key, guest in whos]
            return listed[0] if field.most == 1 and listed else listed
        case "rows":
            return [_write_values(row, field.columns, people) for row in value]
        case _:
            return value
