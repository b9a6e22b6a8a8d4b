"""What is kept: one typed SQLAlchemy class per thing, and nothing else."""

from app.records.action import Action, ActionLead
from app.records.attendance import Attendance, Leave, MakeUpStudy
from app.records.base import Base, Record, new_id
from app.records.branch import Branch, CommitteePost, Group
from app.records.decision import Decision
from app.records.dues import DuesBase, DuesRow
from app.records.lecture import Lecture, Speaker
from app.records.meeting import Meeting, Sitting
from app.records.member import CategoryPeriod, Member, MembershipPeriod
from app.records.minutes import MinutesItem, Speech
from app.records.photo import Photo
from app.records.reflection import Reflection
from app.records.setting import Setting
from app.records.vote import Vote, VoteCounter, VoteExclusion

__all__ = [
    "Action",
    "ActionLead",
    "Attendance",
    "Base",
    "Branch",
    "CategoryPeriod",
    "CommitteePost",
    "Decision",
    "DuesBase",
    "DuesRow",
    "Group",
    "Leave",
    "Lecture",
    "MakeUpStudy",
    "Meeting",
    "Member",
    "MembershipPeriod",
    "MinutesItem",
    "Photo",
    "Record",
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
