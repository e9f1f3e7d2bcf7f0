"""Where a wave stands: its answers so far, its latest snapshot, run and publication, and work under way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from survey.closing.latest import find_run, find_snapshot
from survey.people.roles import Person, may
from survey.preparing.register import names_on
from survey.preparing.wave import day_of_wave
from survey.publishing.latest import find_publication
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
        """Whether the latest publication is of the latest run."""
        return bool(self.run and self.publication and self.publication.run == self.run.id)


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
    snapshot = find_snapshot(tx, wave)
    publication = find_publication(tx, wave)
    return Standing(
        wave=wave,
        snapshot=snapshot,
        run=find_run(tx, snapshot),
        publication=publication,
        steps=tx.scalar(select(func.count()).where(ApprovalStep.wave == wave.id)) or 0,
        prepared_by=_name(tx, publication.prepared_by) if publication else None,
        approved_by=_approved_by(tx, publication) if publication else (),
        job=_job(tx, wave),
    )


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


def _name(tx: Session, account: int) -> str:
    return tx.scalar(select(Account.name).where(Account.number == account)) or f"#{account}"


def _approved_by(tx: Session, publication: Publication) -> tuple[str, ...]:
    given = select(Approval.account).where(Approval.publication == publication.id).order_by(Approval.step)
    return tuple(_name(tx, account) for account in tx.scalars(given))


def _job(tx: Session, wave: Wave) -> Job | None:
    """The work of the wave that is not done; its key is the wave's code, or begins with it and a stroke."""
    of_wave = or_(Job.key == wave.code, Job.key.startswith(f"{wave.code}/"))
    return tx.scalars(select(Job).where(of_wave, Job.state != "done").order_by(Job.after.desc())).first()
