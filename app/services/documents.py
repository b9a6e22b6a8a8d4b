"""The records document: a whole branch in one file that other programs can read and write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.errors import InvalidDocumentError, InvalidInputError, NotFoundError
from app.exchange import document
from app.services import files
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import filing as kept_filing
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from pathlib import Path

    from app.exchange.document import RecordSet
    from app.store import Store, Unit

AREAS = ("branch", "groups", "members", "meetings", "entries", "dues", "settings")
_FIRST_MONTH, _LAST_MONTH = "0001-01", "9999-12"


class DocumentService:
    """Fills an empty file of records from a document, and writes one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, path: Path) -> None:
        """Fill the records, still empty, from a document; all of it or nothing.

        Raises:
            InvalidDocumentError: the document is refused; its `path` says where.
            InvalidInputError: the file cannot be read, or there are records already.
        """
        self.fill(read_document(path))

    def refuse_second_branch(self) -> None:
        """Refuse to go on when there are records already: nothing is ever merged.

        Raises:
            InvalidInputError: there are.
        """
        with self._store.read() as unit:
            _refuse_second(unit)

    def fill(self, records: RecordSet) -> None:
        """Keep the records of a document, all together or none.

        Raises:
            InvalidInputError: there are records already.
        """
        with self._store.write(*AREAS) as unit:
            _refuse_second(unit)
            kept_branches.save(unit, records.branch)
            kept_branches.save_groups(unit, records.groups)
            for member in records.members:
                kept_members.save(unit, member)
            for meeting in records.meetings:
                kept_meetings.save(unit, meeting)
            for entry in records.entries:
                kept_entries.save(unit, entry)
            kept_filing.add(unit, (*records.finalisations, *records.corrections))
            kept_dues.save(unit, records.dues)
            for key, value in records.settings.items():
                kept_settings.put(unit, key, value)
        if any(not one.pages for one in records.finalisations):
            from app.services.frozen import freeze

            freeze(self._store, records.finalisations)

    def dump(self, path: Path) -> None:
        """Write everything but photos and scans into a document; the file is whole or not there.

        Raises:
            NotFoundError: there is no branch yet.
            InvalidInputError: records contradict each other so that no document could be loaded
                again, or the file cannot be written.
        """
        files.write_whole(path, self.text())

    def text(self) -> bytes:
        """Return the document's bytes; loaded and written again, they are the same.

        Raises:
            NotFoundError: there is no branch yet.
            InvalidInputError: records contradict each other.
        """
        with self._store.read() as unit:
            records = _everything(unit)
        try:
            return document.dumps(document.loads(document.dumps(records)))
        except InvalidDocumentError as error:
            raise InvalidInputError(f"现有记录有矛盾，先改正才能导出。{error}") from error


def _refuse_second(unit: Unit) -> None:
    if kept_branches.get(unit) is not None:
        raise InvalidInputError(
            "这里已经有一个党支部的记录，导入不会合并。请换一个空文件夹再导入。"
        )


def _everything(unit: Unit) -> RecordSet:
    branch = kept_branches.get(unit)
    if branch is None:
        raise NotFoundError("这里还没有党支部的记录，没有可导出的内容。")
    members = [*kept_members.everyone(unit), *kept_members.everyone(unit, deleted=True)]
    return document.RecordSet(
        branch=branch,
        groups=kept_branches.groups(unit),
        members=sorted(members, key=lambda member: (member.position, member.pinyin, member.name)),
        meetings=[
            *kept_meetings.between(unit, date.min, date.max),
            *kept_meetings.deleted(unit),
        ],
        entries=kept_entries.everything(unit),
        finalisations=kept_filing.finalisations(unit),
        corrections=kept_filing.corrections(unit),
        dues=kept_dues.between(unit, _FIRST_MONTH, _LAST_MONTH),
        settings=kept_settings.all(unit),
    )


def read_document(path: Path, content: bytes | None = None) -> RecordSet:
    """Return the records of a document without keeping them: its file's, or those of bytes.

    Raises:
        InvalidDocumentError: the document is refused; its `path` says where.
        InvalidInputError: the file cannot be read.
    """
    return document.loads(files.read_whole(path) if content is None else content)
