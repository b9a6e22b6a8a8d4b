"""What every record has: a key, its branch, a version, and typed columns."""

from __future__ import annotations

import json
import os
import time
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Dialect, Integer, MetaData, Text
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    declared_attr,
    mapped_column,
    relationship,
)
from sqlalchemy.types import TypeDecorator


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters: sortable by creation, unique across branches.

    Source: RFC 9562, section 5.7.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80 | random & (2**80 - 1)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))


class IsoDate(TypeDecorator[date]):
    """A day, kept as `2025-10-09`."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Return the Python type of a value."""
        return date

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Turn a day into text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Turn text into a day."""
        return None if value is None else date.fromisoformat(value)


class IsoMinute(TypeDecorator[datetime]):
    """A local time to the minute, kept as `2025-10-09T15:00`."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Return the Python type of a value."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Turn a time into text."""
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Turn text into a time."""
        return None if value is None else datetime.fromisoformat(value)


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal number, kept as its own digits."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Return the Python type of a value."""
        return Decimal

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Turn a number into text."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Turn text into a number."""
        return None if value is None else Decimal(value)


class PlainValues(TypeDecorator[dict[str, Any]]):
    """Values by name, kept as a JSON object."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Return the Python type of a value."""
        return dict

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect) -> str:
        """Turn the values into text."""
        return json.dumps(value or {}, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Any]:
        """Turn text into the values."""
        return {} if value is None else dict(json.loads(value))


class TextList(TypeDecorator[list[str]]):
    """A short list of words, kept as a JSON array."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type:
        """Return the Python type of a value."""
        return list

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str:
        """Turn a list into text."""
        return json.dumps(value or [], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[str]:
        """Turn text into a list."""
        return [] if value is None else [str(word) for word in json.loads(value)]


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, repr=False, eq=False):
    """Root of all tables; no `repr`, so that member data never slips into a log."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        date: IsoDate,
        datetime: IsoMinute,
        Decimal: DecimalText,
        list[str]: TextList,
        dict[str, Any]: PlainValues,
    }


class Record(Base, kw_only=True, repr=False, eq=False):
    """A row that belongs to a branch, has a key of its own and counts its changes."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True, default_factory=new_id)
    branch_id: Mapped[str] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(init=False, default=None)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let SQLAlchemy refuse to overwrite a row that changed since it was read."""
        return {"version_id_col": cls.__table__.c.version} if hasattr(cls, "__table__") else {}


def children(order_by: str) -> Any:
    """Return a list of rows that live and die with their record; nothing loads it by itself.

    `order_by` names the column they are read in, such as `"Sitting.position"`.
    """
    return relationship(
        default_factory=list, cascade="all, delete-orphan", lazy="raise", order_by=order_by
    )


def only_child() -> Any:
    """Return the one row, or none, that lives and dies with its record."""
    return relationship(
        default=None, cascade="all, delete-orphan", lazy="raise", single_parent=True
    )
