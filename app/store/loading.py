"""Reading records with everything under them, one plain query a table.

SQLAlchemy's `selectinload` does the same, but carries the options of the whole tree through each
of its queries, which takes three times as long for a theme day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, inspect, select
from sqlalchemy.orm import Mapper, RelationshipProperty, Session
from sqlalchemy.orm.attributes import set_committed_value

from app.records import Record

R = TypeVar("R", bound=Record)

# A statement takes 32766 values.
_AT_ONCE = 10_000


@cache
def relations(cls: type[Record]) -> tuple[RelationshipProperty[Any], ...]:
    """Return what a record has under it."""
    mapper: Mapper[Any] = inspect(cls)
    return tuple(mapper.relationships)


@cache
def link_of(relation: RelationshipProperty[Any]) -> str:
    """Return the child's column that names its parent."""
    return str(next(iter(relation.remote_side)).key)


def load(unit: Session, cls: type[R], record_id: str) -> R | None:
    """Return a record with everything under it, or `None`."""
    return next(iter(load_all(unit, cls, select(cls).where(cls.id == record_id))), None)


def load_all(
    unit: Session, cls: type[R], statement: Select[R], *, without: Collection[str] = ()
) -> list[R]:
    """Return the records of a statement with everything under them, in its order.

    `without` names parts that are left out at any depth; asking for one of them raises.
    """
    found = list(unit.scalars(statement))
    _load_below(unit, cls, found, without)
    return found


def _load_below(
    unit: Session, cls: type[Record], parents: Sequence[Record], without: Collection[str]
) -> None:
    if not parents:
        return
    for relation in relations(cls):
        if relation.key in without:
            continue
        children: defaultdict[str, list[Record]] = defaultdict(list)
        link = link_of(relation)
        found = list(_children(unit, relation, [parent.id for parent in parents]))
        for child in found:
            children[getattr(child, link)].append(child)
        for parent in parents:
            below = children[parent.id]
            value = below if relation.uselist else (below[0] if below else None)
            set_committed_value(parent, relation.key, value)
        _load_below(unit, relation.mapper.class_, found, without)


def _children(
    unit: Session, relation: RelationshipProperty[Any], ids: list[str]
) -> Iterator[Record]:
    statement = _statement(relation)
    for start in range(0, len(ids), _AT_ONCE):
        yield from unit.scalars(statement, {"ids": ids[start : start + _AT_ONCE]})


@cache
def _statement(relation: RelationshipProperty[Any]) -> Select[Any]:
    cls = relation.mapper.class_
    order: Sequence[ColumnElement[Any]] = relation.order_by or ()
    parents: BindParameter[Any] = bindparam("ids", expanding=True)
    return select(cls).where(getattr(cls, link_of(relation)).in_(parents)).order_by(*order)
