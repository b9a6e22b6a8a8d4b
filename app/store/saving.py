"""Saving a record with everything under it: what was passed in becomes what is kept.

SQLAlchemy's own `merge` asks the database once per new child, inserts before it deletes (so that
a row replaced by one of the same identity is refused), and overlooks that a stale parent's list
would delete a child somebody else has added. This walks the two trees itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import ColumnProperty, Mapper, RelationshipProperty, Session

from app.errors import NotFoundError, StaleError
from app.records import Meeting, Member, Record
from app.store.failures import STALE
from app.store.loading import link_of, load, relations

R = TypeVar("R", bound=Record)
Deletable = TypeVar("Deletable", Member, Meeting)


def save(unit: Session, given: R, area: str) -> R:
    """Make what is kept equal to `given` and everything under it, and return what is kept.

    `given` stays as it is. Children are numbered in the order of their lists. Whenever anything
    under the record changes, its own version grows, so that of two people who change different
    sections of one record the second is told.

    Raises:
        StaleError: The record was changed or deleted since `given` was read.
    """
    kept = load(unit, type(given), given.id)
    if kept is None and given.version is None:
        kept = _copy(given)
        unit.add(kept)
        unit.flush()
        return kept
    if kept is None or kept.version != given.version:
        raise StaleError(STALE, area, given.id)
    # What goes must be gone before something of the same identity comes.
    changed = _prune(unit, kept, given)
    if changed:
        unit.flush()
    _apply(kept, given)
    changed = changed or bool(unit.new) or any(unit.is_modified(one) for one in unit.dirty)
    if changed:
        kept.version = given.version + 1
        unit.flush()
    return kept


def found(record: R | None) -> R:
    """Return the record that a key led to.

    Raises:
        NotFoundError: There is none.
    """
    if record is None:
        raise NotFoundError("这条记录已经不在了。请刷新后再试。")
    return record


@cache
def _names(cls: type[Record]) -> tuple[str, ...]:
    """Return what a user can change of a record itself."""
    mapper: Mapper[Any] = inspect(cls)
    columns = [one.key for one in mapper.attrs if isinstance(one, ColumnProperty)]
    return tuple(name for name in columns if name not in ("id", "version"))


def _values(record: Record) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in _names(type(record))}
    return {
        name: list(value) if isinstance(value, list) else value for name, value in values.items()
    }


def _copy(given: R, **link: str) -> R:
    """Return a new record like the one given; `link` is the column that names its parent."""
    values = _values(given) | link
    for relation in relations(type(given)):
        below = _link(relation, given)
        copies = [_copy(child, **below) for child in _children(given, relation)]
        if relation.uselist:
            values[relation.key] = _numbered(copies)
        else:
            values[relation.key] = copies[0] if copies else None
    return type(given)(id=given.id, **values)


def _apply(kept: Record, given: Record, link: str = "") -> None:
    for name in _names(type(given)):
        value = getattr(given, name)
        if name != link and getattr(kept, name) != value:
            setattr(kept, name, list(value) if isinstance(value, list) else value)
    for relation in relations(type(kept)):
        below = _link(relation, kept)
        there = {one.id: one for one in _children(kept, relation)}
        wanted: list[Record] = []
        for child in _children(given, relation):
            if child.id in there:
                _apply(there[child.id], child, *below)
                wanted.append(there[child.id])
            else:
                wanted.append(_copy(child, **below))
        if list(there.values()) != wanted:
            setattr(kept, relation.key, wanted if relation.uselist else wanted[0])
        _numbered(wanted)


def _prune(unit: Session, kept: Record, given: Record) -> bool:
    """Delete what is under `kept` but not under `given`; say whether there was any."""
    pruned = False
    for relation in relations(type(kept)):
        wanted = {one.id: one for one in _children(given, relation)}
        for one in _children(kept, relation):
            if one.id in wanted:
                pruned |= _prune(unit, one, wanted[one.id])
                continue
            # Deleted by name, not as an orphan, because history only sees what is.
            unit.delete(one)
            if relation.uselist:
                getattr(kept, relation.key).remove(one)
            else:
                setattr(kept, relation.key, None)
            pruned = True
    return pruned


def _children(record: Record, relation: RelationshipProperty[Any]) -> list[Record]:
    value = getattr(record, relation.key)
    if relation.uselist:
        return list(value)
    return [] if value is None else [value]


def _link(relation: RelationshipProperty[Any], parent: Record) -> dict[str, str]:
    """Return the child's column that names the parent, and the parent's key."""
    return {link_of(relation): parent.id}


def _numbered(children: list[R]) -> list[R]:
    for position, child in enumerate(children):
        if getattr(child, "position", position) != position:
            setattr(child, "position", position)  # noqa: B010 - only some records have it
    return children
