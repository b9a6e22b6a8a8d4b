"""What the program can do for a user: one module per area, and the only door to them all.

The window and the command line hold one `Services` and pass it on; nothing here is global, so two
of them can live in one process.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.records import Branch
from app.services.branches import BranchService
from app.services.checks import CheckService
from app.services.drafts import DraftService
from app.services.dues import DuesService
from app.services.entries import EntryService
from app.services.home import HomeService
from app.services.inspections import InspectionService
from app.services.meetings import MeetingService
from app.services.members import MemberService
from app.services.reading import ReadingService
from app.services.rules import RuleService
from app.services.settings import SettingService
from app.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.services.assessment import AssessmentService
    from app.services.attachments import AttachmentService
    from app.services.backups import BackupService
    from app.services.branch_report import BranchReportService
    from app.services.cases import CaseService
    from app.services.contact import ContactService
    from app.services.documents import DocumentService
    from app.services.elections import ElectionService
    from app.services.filing import FilingService
    from app.services.lecture_notes import LectureNotesService
    from app.services.manual import ManualService
    from app.services.photos import PhotoService
    from app.services.samples import SampleService
    from app.services.volumes import VolumeService
    from app.services.year_chart import YearChartService

__all__ = ["Services"]


class Services:
    """Everything that can be done with the records of one folder.

    The areas used at every start are made at once, the others when they are first asked for.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.settings = SettingService(store)
        self.branches = BranchService(store)
        self.members = MemberService(store)
        self.dues = DuesService(store)
        self.meetings = MeetingService(store)
        self.entries = EntryService(store)
        self.home = HomeService(store)
        self.reading = ReadingService(store)
        self.rules = RuleService(store)
        self.drafts = DraftService(store)
        self.checks = CheckService(store)
        self.inspections = InspectionService(store)

    @classmethod
    def open(cls, folder: Path, *, profile: Path | None = None) -> Services:
        """Open the records of a folder.

        Args:
            folder: the folder with the records.
            profile: where the key of this computer's user lies; `None` is the usual place.

        Raises:
            StoreError: the folder holds no usable records; the sentence says why and what to do.
        """
        return cls(Store.open(folder, profile=profile))

    @classmethod
    def create(cls, folder: Path, *, profile: Path | None = None) -> tuple[Services, str]:
        """Make an empty file of records in a folder and return it with its recovery code.

        The code opens the records when the computer or its user account is lost. It is shown and
        printed once and kept nowhere.

        Raises:
            StoreError: the folder cannot be used or already holds records.
        """
        store, recovery_code = Store.create(folder, profile=profile)
        return cls(store), recovery_code

    @staticmethod
    def exists(folder: Path) -> bool:
        """Tell whether a folder holds records."""
        return Store.exists(folder)

    def start_branch(self, name: str, theme_day: int, *, parent: str = "") -> Branch:
        """Write the branch into an empty file.

        Args:
            name: the branch's full name.
            theme_day: fixed day of the month, 1–28.
            parent: the committee above it.

        Raises:
            InvalidInputError: the name is empty or the day is not 1–28.
        """
        branch = Branch(branch_id="", name=name, theme_day=theme_day, parent=parent)
        branch.branch_id = branch.id
        return self.branches.save(branch)

    def listen(self, callback: Callable[[frozenset[str]], None]) -> Callable[[], None]:
        """Call back with the areas that changed after each write; returns how to stop it."""
        return self.store.listen(callback)

    def settle(self) -> None:
        """Do after the start what can wait: set room aside for a full disk, read the fonts.

        Raises:
            StoreError: there is no room to set aside.
        """
        from app.printing.fonts import prepare

        self.store.keep_ballast()
        prepare()

    def close(self, *, backup: bool = True) -> None:
        """Close the file, after a counted backup copy unless told otherwise."""
        self.store.close(backup=backup)

    @cached_property
    def manual(self) -> ManualService:
        """The printed manual."""
        from app.services.manual import ManualService

        return ManualService(self.store)

    @cached_property
    def volumes(self) -> VolumeService:
        """The volumes that are bound: a month's package, the year's manual, blank forms."""
        from app.services.volumes import VolumeService

        return VolumeService(self.store)

    @cached_property
    def filing(self) -> FilingService:
        """What becomes of a record: finalised, corrected, printed, archived, void."""
        from app.services.filing import FilingService

        return FilingService(self.store)

    @cached_property
    def assessment(self) -> AssessmentService:
        """The yearly assessment of members and branch."""
        from app.services.assessment import AssessmentService

        return AssessmentService(self.store)

    @cached_property
    def branch_report(self) -> BranchReportService:
        """The branch's monthly report to the committee above it."""
        from app.services.branch_report import BranchReportService

        return BranchReportService(self.store)

    @cached_property
    def attachments(self) -> AttachmentService:
        """Scans of meetings."""
        from app.services.attachments import AttachmentService

        return AttachmentService(self.store)

    @cached_property
    def lecture_notes(self) -> LectureNotesService:
        """Lecture notes from Word."""
        from app.services.lecture_notes import LectureNotesService

        return LectureNotesService()

    @cached_property
    def photos(self) -> PhotoService:
        """Photos of meetings."""
        from app.services.photos import PhotoService

        return PhotoService(self.store)

    @cached_property
    def documents(self) -> DocumentService:
        """The records document that comes in and goes out."""
        from app.services.documents import DocumentService

        return DocumentService(self.store)

    @cached_property
    def samples(self) -> SampleService:
        """The fictional branch to try things on."""
        from app.services.samples import SampleService

        return SampleService(self.store)

    @cached_property
    def contact(self) -> ContactService:
        """When members were last heard of."""
        from app.services.contact import ContactService

        return ContactService(self.store)

    @cached_property
    def cases(self) -> CaseService:
        """What could be done next about a member, and his case file."""
        from app.services.cases import CaseService

        return CaseService(self.store)

    @cached_property
    def elections(self) -> ElectionService:
        """What an election changes in the roster."""
        from app.services.elections import ElectionService

        return ElectionService(self.store)

    @cached_property
    def year_chart(self) -> YearChartService:
        """The chart of a year."""
        from app.services.year_chart import YearChartService

        return YearChartService(self.store)

    @cached_property
    def backups(self) -> BackupService:
        """Backup copies."""
        from app.services.backups import BackupService

        return BackupService(self.store)
