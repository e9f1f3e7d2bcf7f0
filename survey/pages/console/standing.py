"""Where a wave stands: its answers so far, its latest snapshot, run and publication, and work under way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from survey.people.roles import Person, may
from survey.preparing.register import names_on
from survey.preparing.wave import day_of_wave
from survey.records import (
    Account,
    Approval,
    ApprovalStep,
    Job,
    Publication,
    Rating,
    Response,
    RunRow,
    SnapshotRow,
    Wave,
    WaveUnit,
)

WORKING = ("waiting", "running")


@dataclass(frozen=True, slots=True)
class Standing:
    """A wave and how far it has come; `approved_by` are the names of those who have approved, step by step."""

    wave: Wave
    snapshot: SnapshotRow | None
    run: RunRow | None
    publication: Publication | None
    steps: int
    prepared_by: str | None
    approved_by: tuple[str, ...]
    job: Job | None

    @property
    def working(self) -> bool:
        """Whether a long piece of work of this wave waits or runs."""
        return self.job is not None and self.job.state in WORKING

    @property
    def up_to_date(self) -> bool:
        """Whether the latest publication is of the latest run, and was not sent back."""
        of_run = bool(self.run and self.publication and self.publication.run == self.run.id)
        return of_run and not (self.publication and self.publication.returned)


@dataclass(frozen=True, slots=True)
class UnitCount:
    """Ratings of a unit by mode."""

    unit: str
    names: Mapping[str, str]
    block: str
    by_mode: Mapping[str, int]

    def name(self, language: str) -> str:
        """What the unit is called in the language."""
        return self.names[language]

    @property
    def total(self) -> int:
        """Ratings in all modes."""
        return sum(self.by_mode.values())


def waves_of(tx: Session, person: Person, act: str) -> list[Wave]:
    """The waves of the organisations where the person may do the act, the latest period first."""
    organisations = {grant.organisation for grant in person.grants if may(person, act, grant.organisation)}
    ours = select(Wave).where(Wave.organisation_id.in_(organisations))
    return list(tx.scalars(ours.order_by(Wave.period_to.desc(), Wave.code)))


def standing_of(tx: Session, wave: Wave) -> Standing:
    """Everything a page needs to say what comes next."""
    return standings_of(tx, [wave])[0]


def standings_of(tx: Session, waves: Sequence[Wave]) -> list[Standing]:
    """The same of many waves, with as many questions to the database as of one."""
    ids = [wave.id for wave in waves]
    snapshots = {one.wave: one for one in tx.scalars(_of(SnapshotRow.wave, ids).order_by(SnapshotRow.number))}
    runs = {one.snapshot: one for one in tx.scalars(_of(RunRow.snapshot, [one.id for one in snapshots.values()]))}
    publications = {one.wave: one for one in tx.scalars(_of(Publication.wave, ids).order_by(Publication.number))}
    signed = _signed(tx, list(publications.values()))
    steps, jobs = _steps(tx, ids), _jobs(tx)
    return [
        Standing(
            wave=wave,
            snapshot=snapshots.get(wave.id),
            run=runs.get(snapshots[wave.id].id) if wave.id in snapshots else None,
            publication=publications.get(wave.id),
            steps=steps.get(wave.id, 0),
            job=jobs.get(wave.code),
            **signed.get(wave.id, _NOBODY),
        )
        for wave in waves
    ]


def responses_of(tx: Session, waves: Sequence[Wave]) -> dict[str, Counter[str]]:
    """Responses by wave code and mode."""
    codes = {wave.id: wave.code for wave in waves}
    counted = (
        select(Response.wave, Response.mode, func.count())
        .where(Response.wave.in_(codes))
        .group_by(Response.wave, Response.mode)
    )
    found: dict[str, Counter[str]] = {code: Counter() for code in codes.values()}
    for wave, mode, n in tx.execute(counted):
        found[codes[wave]][mode] = n
    return found


def unit_counts(tx: Session, wave: Wave) -> tuple[UnitCount, ...]:
    """Ratings per unit and mode, in Vietnamese order of names."""
    counted = (
        select(Rating.unit, Response.mode, func.count())
        .join(Response, Rating.response == Response.id)
        .where(Rating.wave == wave.id)
        .group_by(Rating.unit, Response.mode)
    )
    ratings: dict[str, Counter[str]] = {}
    for unit, mode, n in tx.execute(counted):
        ratings.setdefault(unit, Counter())[mode] = n
    rated = select(WaveUnit.unit, WaveUnit.block).where(WaveUnit.wave == wave.id)
    blocks = dict(iter(tx.execute(rated)))
    names = names_on(tx, day_of_wave(wave))
    return tuple(
        UnitCount(code, {"vi": row.name_vi, "en": row.name_en}, blocks[code], ratings.get(code, Counter()))
        for code, row in names.items()
        if code in blocks
    )


class _Signed(TypedDict):
    prepared_by: str | None
    approved_by: tuple[str, ...]


_NOBODY = _Signed(prepared_by=None, approved_by=())


def _of(column: InstrumentedAttribute[UUID], keys: Sequence[UUID]) -> Select[Any]:
    """The rows of a table that belong to one of these."""
    return select(column.class_).where(column.in_(keys))


def _signed(tx: Session, publications: Sequence[Publication]) -> dict[UUID, _Signed]:
    """The names of who prepared and who approved, by wave."""
    given = list(tx.scalars(_of(Approval.publication, [one.id for one in publications]).order_by(Approval.step)))
    numbers = {one.prepared_by for one in publications} | {one.account for one in given}
    known = dict(iter(tx.execute(select(Account.number, Account.name).where(Account.number.in_(numbers)))))
    return {
        one.wave: _Signed(
            prepared_by=known.get(one.prepared_by, f"#{one.prepared_by}"),
            approved_by=tuple(known.get(by.account, f"#{by.account}") for by in given if by.publication == one.id),
        )
        for one in publications
    }


def _steps(tx: Session, waves: Sequence[UUID]) -> dict[UUID, int]:
    """How many steps of approval each wave has."""
    counted = select(ApprovalStep.wave, func.count()).where(ApprovalStep.wave.in_(waves)).group_by(ApprovalStep.wave)
    return dict(iter(tx.execute(counted)))


def _jobs(tx: Session) -> dict[str, Job]:
    """The latest work that is not done, by wave; its key is the wave's code, or begins with it and a stroke."""
    open_jobs = tx.scalars(select(Job).where(Job.state != "done").order_by(Job.after))
    return {job.key.partition("/")[0]: job for job in open_jobs}
