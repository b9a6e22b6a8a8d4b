"""What is kept: one typed SQLAlchemy class per thing, and nothing else."""

from app.records.action import Action, ActionLead
from app.records.attachment import Attachment
from app.records.attendance import Attendance, Leave, MakeUpStudy
from app.records.base import Base, Record, new_id
from app.records.branch import Branch, CommitteePost, Group
from app.records.criticism import Criticism, Opinion
from app.records.decision import Decision
from app.records.dues import DuesBase, DuesItem, DuesRow
from app.records.entry import Entry
from app.records.filing import Correction, Finalisation, PrintMark
from app.records.lecture import Lecture, Speaker
from app.records.meeting import Meeting, Sitting
from app.records.member import CategoryPeriod, Member, MembershipPeriod
from app.records.minutes import MinutesItem, Speech
from app.records.photo import Photo
from app.records.preparation import Preparation
from app.records.rectification import Rectification
from app.records.reflection import Reflection
from app.records.setting import Setting
from app.records.vote import Vote, VoteCounter, VoteExclusion

__all__ = [
    "Action",
    "ActionLead",
    "Attachment",
    "Attendance",
    "Base",
    "Branch",
    "CategoryPeriod",
    "CommitteePost",
    "Correction",
    "Criticism",
    "Decision",
    "DuesBase",
    "DuesItem",
    "DuesRow",
    "Entry",
    "Finalisation",
    "Group",
    "Leave",
    "Lecture",
    "MakeUpStudy",
    "Meeting",
    "Member",
    "MembershipPeriod",
    "MinutesItem",
    "Opinion",
    "Photo",
    "Preparation",
    "PrintMark",
    "Record",
    "Rectification",
    "Reflection",
    "Setting",
    "Sitting",
    "Speaker",
    "Speech",
    "Vote",
    "VoteCounter",
    "VoteExclusion",
    "new_id",
]
