"""The two sorts of failure: what a user can act on, and everything else (a bug)."""

from __future__ import annotations


class AppError(Exception):
    """A failure whose text can be shown as it stands: Chinese, and it says what to do next.

    Anything that is not an `AppError` is a bug and reaches the crash path.
    """


class InvalidInputError(AppError):
    """Something the user gave is wrong; nothing was changed."""


class InvalidDocumentError(InvalidInputError):
    """A records document was refused; nothing was loaded.

    Attributes:
        path: JSON path of the offending value, such as `$.meetings[0].end`.
    """

    def __init__(self, path: str, sentence: str) -> None:
        super().__init__(f"{path}：{sentence}")
        self.path = path


class NotFoundError(AppError):
    """A record that was asked for is not there (any more)."""


class StoreError(AppError):
    """The file with the records cannot be used as asked; the typed text is still in the draft."""


class WrongKeyError(StoreError):
    """The key does not open this file."""


class DamagedFileError(StoreError):
    """The file opens but its content is damaged."""


class NewerFileError(StoreError):
    """The file was written by a newer version of the program."""


class InUseError(StoreError):
    """Another program has the file open."""


class DiskFullError(StoreError):
    """There is no room left to save."""


class ReadOnlyFileError(StoreError):
    """The file or its folder may not be written to."""


class DuplicateError(StoreError):
    """A record with the same identity is already there."""


class StaleError(StoreError):
    """The record was changed elsewhere since it was read.

    Attributes:
        area: which area of services the record belongs to, such as `meetings`.
        record_id: key of the record.
    """

    def __init__(self, sentence: str, area: str = "", record_id: str = "") -> None:
        super().__init__(sentence)
        self.area = area
        self.record_id = record_id


class CancelledError(AppError):
    """The user stopped a long task; nothing half-done is left."""
