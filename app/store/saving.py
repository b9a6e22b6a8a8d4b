"""Saving a record with everything under it: what was passed in becomes what is kept.

SQLAlchemy's own `merge` asks the database once per new child, inserts before it deletes (so that
a row replaced by one of the same identity is refused), and overlooks that a stale parent's list
would delete a child somebody else has added. This walks the two trees itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import ColumnProperty, Mapper, RelationshipProperty, Session

from app.errors import NotFoundError, StaleError
from app.records import Meeting, Member, Record
from app.store.failures import STALE
from app.store.loading import link_of, load_all, relations

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
    return save_all(unit, [given], area)[0]


def save_all(unit: Session, given: Sequence[R], area: str) -> list[R]:
    """Save records of one class together, as `save` does, and return them in their order.

    Raises:
        StaleError: One of them was changed or deleted since it was read.
    """
    if not given:
        return []
    cls = type(given[0])
    chosen = select(cls).where(cls.id.in_([one.id for one in given]))
    there = {one.id: one for one in load_all(unit, cls, chosen)}
    for one in given:
        _refuse_stale(there.get(one.id), one, area)
    # What goes must be gone before something of the same identity comes.
    changed = {one.id for one in given if one.id in there and _prune(unit, there[one.id], one)}
    if changed:
        unit.flush()
    for one in given:
        if one.id not in there:
            unit.add(there.setdefault(one.id, _copy(one)))
        elif _apply(there[one.id], one) or one.id in changed:
            there[one.id].version = one.version + 1
    unit.flush()
    return [there[one.id] for one in given]


def _refuse_stale(kept: Record | None, given: Record, area: str) -> None:
    """Refuse to save over what somebody else saved, or again what somebody else removed."""
    version = None if kept is None else kept.version
    if version != given.version:
        raise StaleError(STALE, area, given.id)


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
    return {name: _own(value) for name, value in values.items()}


def _own(value: Any) -> Any:
    """Return a value that does not change with the form's."""
    return deepcopy(value) if isinstance(value, list | dict) else value


def _copy(given: R, **link: str) -> R:
    """Return a new record like the one given; `link` is the column that names its parent."""
    values = _values(given) | link
    for relation in relations(type(given)):
        below = {link_of(relation): given.id}
        copies = [_copy(child, **below) for child in _children(given, relation)]
        _number(copies)
        if relation.uselist:
            values[relation.key] = copies
        else:
            values[relation.key] = copies[0] if copies else None
    return type(given)(id=given.id, **values)


def _apply(kept: Record, given: Record, link: str = "") -> bool:
    """Make a kept record equal; say whether anything in it or under it changed."""
    changed = False
    for name in _names(type(given)):
        value = getattr(given, name)
        if name != link and getattr(kept, name) != value:
            setattr(kept, name, _own(value))
            changed = True
    for relation in relations(type(kept)):
        changed |= _apply_below(kept, given, relation)
    return changed


def _apply_below(kept: Record, given: Record, relation: RelationshipProperty[Any]) -> bool:
    link = link_of(relation)
    there = {one.id: one for one in _children(kept, relation)}
    wanted: list[Record] = []
    changed = False
    for child in _children(given, relation):
        one = there.get(child.id)
        if one is None:
            one = _copy(child, **{link: kept.id})
        else:
            changed |= _apply(one, child, link)
        wanted.append(one)
    if list(there.values()) != wanted:
        setattr(kept, relation.key, wanted if relation.uselist else wanted[0])
        changed = True
    return _number(wanted) or changed


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


def _number(children: Sequence[Record]) -> bool:
    """Number the children that have a place in the order of their list."""
    changed = False
    for position, child in enumerate(children):
        if getattr(child, "position", position) != position:
            setattr(child, "position", position)  # noqa: B010 - only some records have it
            changed = True
    return changed
