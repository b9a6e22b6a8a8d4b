"""What was changed, when and by whom: one row per changed record, each bound to the one before.

A row's hash covers its content and the hash of the row before it, so that no row can be altered,
dropped or put in between afterwards without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import Connection, desc, event, insert, inspect, select
from sqlalchemy.orm import ColumnProperty, Mapper, ORMExecuteState, Session

from app import clock
from app.records import Record
from app.store.tables import HISTORY

INSERTED = "insert"
UPDATED = "update"
DELETED = "delete"

_FIRST = "0" * 64
_Fields = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the history; `fields` maps a name to its old and its new value."""

    at: datetime
    who: str
    action: str
    table: str
    record_id: str
    fields: dict[str, tuple[Any, Any]]


def watch(session: Session, who: str) -> None:
    """Write history for everything this session flushes, and refuse changes that go around it."""
    session.info["who"] = who
    event.listen(session, "before_flush", _write_changes)
    event.listen(session, "do_orm_execute", _refuse_bulk)


def of_record(unit: Session, record_id: str) -> list[Change]:
    """Return the changes of one record, oldest first."""
    rows = unit.connection().execute(
        select(HISTORY).where(HISTORY.c.record_id == record_id).order_by(HISTORY.c.number)
    )
    return [
        Change(
            datetime.fromisoformat(row.at),
            row.who,
            row.action,
            row.table_name,
            row.record_id,
            {name: (old, new) for name, (old, new) in json.loads(row.fields).items()},
        )
        for row in rows
    ]


def verify_chain(connection: Connection) -> list[str]:
    """Return a Chinese sentence for the first break of the chain, or nothing when it is whole."""
    previous, expected = _FIRST, 1
    for row in connection.execute(select(HISTORY).order_by(HISTORY.c.number)):
        values = (row.at, row.who, row.action, row.table_name, row.record_id, row.fields)
        whole = row.previous_hash == previous and row.hash == _hash(previous, values)
        if row.number != expected or not whole:
            return [f"修改痕迹在第 {expected} 条处断开：这里的记录被绕过程序改动或删除过。"]
        previous, expected = row.hash, expected + 1
    return []


def count(connection: Connection) -> int:
    """Return the number of the last change, which grows with every save."""
    number = connection.scalar(select(HISTORY.c.number).order_by(desc(HISTORY.c.number)).limit(1))
    return number or 0


def _write_changes(session: Session, _context: object, _instances: object) -> None:
    changes = [
        *((INSERTED, one, _inserted(one)) for one in session.new),
        *((UPDATED, one, _updated(one)) for one in session.dirty),
        *((DELETED, one, _deleted(one)) for one in session.deleted),
    ]
    told = [
        (action, one, fields)
        for action, one, fields in changes
        if isinstance(one, Record) and (fields or action != UPDATED)
    ]
    if not told:
        return
    connection = session.connection()
    last = connection.execute(
        select(HISTORY.c.number, HISTORY.c.hash).order_by(desc(HISTORY.c.number)).limit(1)
    ).first()
    number, previous = (last.number, last.hash) if last else (0, _FIRST)
    at, who = clock.utc_now().isoformat(timespec="milliseconds"), session.info["who"]
    rows: list[dict[str, Any]] = []
    for action, one, fields in told:
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"), default=_plain)
        values = (at, who, action, one.__tablename__, one.id, text)
        number, hashed = number + 1, _hash(previous, values)
        rows.append(_row(number, values, previous, hashed))
        previous = hashed
    connection.execute(insert(HISTORY), rows)


def _row(number: int, values: tuple[str, ...], previous: str, hashed: str) -> dict[str, Any]:
    names = ("at", "who", "action", "table_name", "record_id", "fields")
    row: dict[str, Any] = dict(zip(names, values, strict=True))
    return row | {"number": number, "previous_hash": previous, "hash": hashed}


def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_update or state.is_delete or state.is_insert:
        raise RuntimeError("a statement that changes rows in bulk writes no history; save records")


def _hash(previous: str, values: tuple[str, ...]) -> str:
    text = json.dumps([previous, *values], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def _names(cls: type[Record]) -> tuple[str, ...]:
    mapper: Mapper[Any] = inspect(cls)
    columns = [one.key for one in mapper.attrs if isinstance(one, ColumnProperty)]
    return tuple(name for name in columns if name not in ("id", "version"))


def _inserted(record: Record) -> _Fields:
    values = {name: getattr(record, name) for name in _names(type(record))}
    return {
        name: [None, value] for name, value in values.items() if value not in (None, "", [], {})
    }


def _deleted(record: Record) -> _Fields:
    values = {name: getattr(record, name) for name in _names(type(record))}
    return {
        name: [value, None] for name, value in values.items() if value not in (None, "", [], {})
    }


def _updated(record: Record) -> _Fields:
    state = inspect(record)
    fields: _Fields = {}
    for name in _names(type(record)):
        if name not in state.committed_state:
            continue
        change = state.attrs[name].history
        old = change.deleted[0] if change.deleted else None
        new = change.added[0] if change.added else None
        if isinstance(old, dict) and isinstance(new, dict):
            fields |= _changed_values(name, old, new)
        elif change.added and new != old:
            fields[name] = [old, new]
    return fields


def _changed_values(name: str, old: dict[str, Any], new: dict[str, Any]) -> _Fields:
    """Return what changed inside a column of values, so that history need not repeat the rest."""
    keys = sorted(old.keys() | new.keys())
    return {
        f"{name}.{key}": [old.get(key), new.get(key)]
        for key in keys
        if old.get(key) != new.get(key)
    }


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(type(value).__name__)
