"""Issues a version by decision, and says which version of an instrument is in force."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.preparing.acting import By
from survey.records import InstrumentDecision, InstrumentVersion

LONGEST = {"number": 100, "issuer": 200}
"""Characters of the words of a decision."""
FIELDS = {
    "number": {"vi": "Số quyết định", "en": "number of the decision"},
    "issuer": {"vi": "Cơ quan ban hành", "en": "issuer"},
}
FEWEST_DIGITS = 8
"""Digits that a fingerprint is known by at the terminal."""
DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Decision:
    """What is written on the decision that issues an instrument, and for which period it is issued."""

    number: str
    day: date
    issuer: str
    period_from: date
    period_to: date


@dataclass(frozen=True, slots=True)
class Standing:
    """A version with its decision, if it has one, and the version that replaced it, if one did."""

    version: InstrumentVersion
    decision: InstrumentDecision | None
    replaced_by: InstrumentVersion | None

    @property
    def state(self) -> str:
        """`replaced`, `in_force`, or `on_trial` where no decision issued it."""
        if self.replaced_by:
            return "replaced"
        return "in_force" if self.decision else "on_trial"


def decide(tx: Session, version: InstrumentVersion, decision: Decision, replaces: str | None, by: By) -> None:
    """Issues a version by decision, once; `replaces` is the fingerprint of the version that goes out of force.

    The same decision a second time changes nothing. Refuses words missing or too long, a day to come, a reversed
    period, another decision on the same version, a version replaced already or of another code, and a second version
    in force for the same days.
    """
    _check(decision, day_of(by.now))
    row = _row(version, decision, replaces)
    known = tx.get(InstrumentDecision, version.fingerprint)
    if known is not None:
        _demand_same(version, known, row)
        return
    _demand_not_replaced(tx, version)
    if replaces is not None:
        _check_replaced(tx, version, tx.get_one(InstrumentVersion, replaces))
    _demand_alone(tx, version, row)
    tx.add(row)
    facts = {"instrument": version.fingerprint, "decision": row.number, "decided": row.decided.isoformat()}
    period = {"period_from": row.period_from.isoformat(), "period_to": row.period_to.isoformat()}
    record(tx, by.actor, "instrument_decided", {**facts, **period, "issuer": row.issuer, "replaces": replaces}, by.now)


def standings(tx: Session) -> list[Standing]:
    """Every issued version, by code and from the oldest, each with its decision and what replaced it."""
    order = (InstrumentVersion.code, InstrumentVersion.issued, InstrumentVersion.version)
    versions = list(tx.scalars(select(InstrumentVersion).order_by(*order)))
    known = {version.fingerprint: version for version in versions}
    decisions = {one.instrument: one for one in tx.scalars(select(InstrumentDecision))}
    newer = {one.replaces: known[one.instrument] for one in decisions.values() if one.replaces}
    return [Standing(one, decisions.get(one.fingerprint), newer.get(one.fingerprint)) for one in versions]


def standing_of(tx: Session, mark: str) -> Standing:
    """How the version of a fingerprint stands."""
    replacing = select(InstrumentDecision.instrument).where(InstrumentDecision.replaces == mark)
    newer = tx.scalar(select(InstrumentVersion).where(InstrumentVersion.fingerprint.in_(replacing)))
    return Standing(tx.get_one(InstrumentVersion, mark), tx.get(InstrumentDecision, mark), newer)


def version_in_force(tx: Session, code: str) -> InstrumentVersion | None:
    """The latest version of a code that nothing has replaced; one that a decision issued before any on trial."""
    standing = [one for one in standings(tx) if one.version.code == code and not one.replaced_by]
    decided = [one for one in standing if one.decision]
    return next((one.version for one in reversed(decided or standing)), None)


def version_named(tx: Session, named: str) -> InstrumentVersion:
    """An issued version by CODE:VERSION, or by its fingerprint in full or its first digits, as printed or not."""
    code, _, number = named.partition(":")
    mark = named.replace(" ", "").lower()
    asked = select(InstrumentVersion).order_by(InstrumentVersion.fingerprint).limit(2)
    if number:
        asked = asked.where(InstrumentVersion.code == code, InstrumentVersion.version == number)
    elif len(mark) >= FEWEST_DIGITS and set(mark) <= DIGITS:
        asked = asked.where(InstrumentVersion.fingerprint.startswith(mark))
    else:
        raise Refused("version-unknown", {"named": named})
    found = list(tx.scalars(asked))
    if len(found) > 1:
        raise Refused("version-ambiguous", {"named": named})
    if not found:
        raise Refused("version-unknown", {"named": named})
    return found[0]


def demand_usable(tx: Session, mark: str) -> None:
    """Refuses (replaced-already) a version that went out of force."""
    _demand_not_replaced(tx, tx.get_one(InstrumentVersion, mark))


def _check(decision: Decision, today: date) -> None:
    for field, longest in LONGEST.items():
        if not 0 < len(getattr(decision, field).strip()) <= longest:
            raise Refused("decision-words", {"field": FIELDS[field], "longest": longest})
    if decision.day > today:
        raise Refused("decision-future", {"day": f"{decision.day:%d/%m/%Y}"})
    if decision.period_to < decision.period_from:
        days: dict[str, object] = {"start": f"{decision.period_from:%d/%m/%Y}", "to": f"{decision.period_to:%d/%m/%Y}"}
        raise Refused("period-reversed", days)


def _row(version: InstrumentVersion, decision: Decision, replaces: str | None) -> InstrumentDecision:
    return InstrumentDecision(
        instrument=version.fingerprint,
        number=decision.number.strip(),
        decided=decision.day,
        issuer=decision.issuer.strip(),
        period_from=decision.period_from,
        period_to=decision.period_to,
        replaces=replaces,
    )


def _demand_same(version: InstrumentVersion, known: InstrumentDecision, given: InstrumentDecision) -> None:
    fields = ("number", "decided", "issuer", "period_from", "period_to", "replaces")
    if any(getattr(known, field) != getattr(given, field) for field in fields):
        words: dict[str, object] = {"version": version.version, "code": version.code, "number": known.number}
        raise Refused("decided-already", words)


def _check_replaced(tx: Session, version: InstrumentVersion, old: InstrumentVersion) -> None:
    if old.fingerprint == version.fingerprint:
        raise Refused("replaces-itself")
    if old.code != version.code:
        raise Refused("replaces-other", {"other": old.code, "code": version.code})
    _demand_not_replaced(tx, old)


def _demand_alone(tx: Session, version: InstrumentVersion, row: InstrumentDecision) -> None:
    """One day has one version in force: the new decision names the old version, or is for other days."""
    for one in standings(tx):
        other = one.decision if one.version.code == version.code and not one.replaced_by else None
        if other is None or other.instrument == row.replaces:
            continue
        if other.period_from <= row.period_to and row.period_from <= other.period_to:
            raise Refused("in-force-already", {"version": one.version.version, "code": version.code})


def _demand_not_replaced(tx: Session, version: InstrumentVersion) -> None:
    newer = standing_of(tx, version.fingerprint).replaced_by
    if newer is not None:
        words: dict[str, object] = {"version": version.version, "code": version.code, "by": newer.version}
        raise Refused("replaced-already", words)
