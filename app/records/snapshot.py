"""A record with everything under it as plain values, and back: for drafts, undo and comparison.

Both directions walk the mapped columns and relationships, so a new field is covered when it is
declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import ColumnProperty, Mapper

from app.records.base import Record

Plain = dict[str, Any]
R = TypeVar("R", bound=Record)


def to_plain(record: Record) -> Plain:
    """Return the record and its children as JSON-ready values.

    Days and times become ISO text and decimals their digits. Relationships that were not loaded
    raise, as everywhere.
    """
    mapper: Mapper[Any] = inspect(type(record))
    plain: Plain = {
        name: _column_to_plain(getattr(record, name)) for name in _column_types(type(record))
    }
    for relation in mapper.relationships:
        value = getattr(record, relation.key)
        if relation.uselist:
            plain[relation.key] = [to_plain(child) for child in value]
        else:
            plain[relation.key] = None if value is None else to_plain(value)
    return plain


def from_plain(cls: type[R], plain: Plain) -> R:
    """Return a detached record built from `to_plain`'s values.

    A value that is missing, because the snapshot is older than the field, gets its default.

    Raises:
        ValueError: a day, time or number cannot be read.
    """
    mapper: Mapper[Any] = inspect(cls)
    values: dict[str, Any] = {}
    for name, kind in _column_types(cls).items():
        if name in plain:
            values[name] = _column_from_plain(plain[name], kind)
    version = values.pop("version", None)
    for relation in mapper.relationships:
        if relation.key not in plain:
            continue
        child_class = relation.mapper.class_
        child = plain[relation.key]
        if relation.uselist:
            values[relation.key] = [from_plain(child_class, one) for one in child]
        else:
            values[relation.key] = None if child is None else from_plain(child_class, child)
    record = cls(**values)
    record.version = version
    return record


def family(record: Record) -> Iterator[Record]:
    """Yield a record and everything under it."""
    yield record
    mapper: Mapper[Any] = inspect(type(record))
    for relation in mapper.relationships:
        value = getattr(record, relation.key)
        for child in value if isinstance(value, list) else [value]:
            if child is not None:
                yield from family(child)


@cache
def _column_types(cls: type[Record]) -> dict[str, type]:
    """Return attribute name → Python type of each mapped column."""
    mapper: Mapper[Any] = inspect(cls)
    return {
        attribute.key: attribute.columns[0].type.python_type
        for attribute in mapper.attrs
        if isinstance(attribute, ColumnProperty)
    }


def _column_to_plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return deepcopy(value) if isinstance(value, list | dict) else value


def _column_from_plain(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    if kind is Decimal:
        return Decimal(value)
    return deepcopy(value) if isinstance(value, list | dict) else value
