"""The tables, one file a noun."""

from survey.blobs import Blob, BlobChunk
from survey.ground import Record
from survey.records.account import Account, CodeDevice, RecoveryCode, RoleGrant, SignIn, SignInDelay
from survey.records.audit_event import AuditEvent
from survey.records.consultation import Consultation, ConsultationComment, ConsultationMedia
from survey.records.figures import (
    HardConfirmation,
    HardFile,
    HardValue,
    HistoryConfirmation,
    HistoryFigure,
    HistoryFile,
)
from survey.records.frame import Cell, Drawing, FrameEntry, Psu, Stratum
from survey.records.goalpost import WaveGoalpost
from survey.records.instrument_version import InstrumentDecision, InstrumentMedia, InstrumentVersion
from survey.records.invitation import Invitation, InvitationWave
from survey.records.job import Job, enqueue
from survey.records.organisation import Organisation
from survey.records.publication import Approval, ApprovalStep, Publication, PublicationFile, PublicationReturn
from survey.records.response import Exclusion, Imported, Quarantine, Rating, Response, Withdrawal
from survey.records.run import RunFile, RunRow
from survey.records.snapshot import SnapshotFile, SnapshotRow
from survey.records.unit import RegisterRow
from survey.records.wave import ConsentText, Wave, WaveErratum, WavePage, WaveUnit

__all__ = [
    "Account",
    "Approval",
    "ApprovalStep",
    "AuditEvent",
    "Blob",
    "BlobChunk",
    "Cell",
    "CodeDevice",
    "ConsentText",
    "Consultation",
    "ConsultationComment",
    "ConsultationMedia",
    "Drawing",
    "Exclusion",
    "FrameEntry",
    "HardConfirmation",
    "HardFile",
    "HardValue",
    "HistoryConfirmation",
    "HistoryFigure",
    "HistoryFile",
    "Imported",
    "InstrumentDecision",
    "InstrumentMedia",
    "InstrumentVersion",
    "Invitation",
    "InvitationWave",
    "Job",
    "Organisation",
    "Psu",
    "Publication",
    "PublicationFile",
    "PublicationReturn",
    "Quarantine",
    "Rating",
    "Record",
    "RecoveryCode",
    "RegisterRow",
    "Response",
    "RoleGrant",
    "RunFile",
    "RunRow",
    "SignIn",
    "SignInDelay",
    "SnapshotFile",
    "SnapshotRow",
    "Stratum",
    "Wave",
    "WaveErratum",
    "WaveGoalpost",
    "WavePage",
    "WaveUnit",
    "Withdrawal",
    "enqueue",
]
