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
    """A version on a day, with its decision, if it has one, and the version whose period ended its own, if one did."""

    version: InstrumentVersion
    decision: InstrumentDecision | None
    replaced_by: InstrumentVersion | None
    on: date

    @property
    def state(self) -> str:
        """`replaced`, `in_force`, `to_come` before its period, or `on_trial` where no decision issued it."""
        if self.replaced_by:
            return "replaced"
        if self.decision is None:
            return "on_trial"
        return "in_force" if self.decision.period_from <= self.on else "to_come"


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
    _demand_not_replaced(standing_of(tx, version.fingerprint, date.max))
    if replaces is not None:
        _check_replaced(tx, version, tx.get_one(InstrumentVersion, replaces))
    _demand_alone(tx, version, row)
    tx.add(row)
    facts = {"instrument": version.fingerprint, "decision": row.number, "decided": row.decided.isoformat()}
    period = {"period_from": row.period_from.isoformat(), "period_to": row.period_to.isoformat()}
    record(tx, by.actor, "instrument_decided", {**facts, **period, "issuer": row.issuer, "replaces": replaces}, by.now)


def standings(tx: Session, day: date) -> list[Standing]:
    """Every issued version, by code and from the oldest, each with its decision and what has replaced it by that day.

    A newer version takes the place of the older one on the first day of the period it is issued for.
    """
    order = (InstrumentVersion.code, InstrumentVersion.issued, InstrumentVersion.version)
    versions = list(tx.scalars(select(InstrumentVersion).order_by(*order)))
    known = {version.fingerprint: version for version in versions}
    decisions = {one.instrument: one for one in tx.scalars(select(InstrumentDecision))}
    begun = (one for one in decisions.values() if one.replaces and one.period_from <= day)
    newer = {one.replaces: known[one.instrument] for one in begun}
    return [Standing(one, decisions.get(one.fingerprint), newer.get(one.fingerprint), day) for one in versions]


def standing_of(tx: Session, mark: str, day: date) -> Standing:
    """How the version of a fingerprint stands on a day."""
    return next(one for one in standings(tx, day) if one.version.fingerprint == mark)


def version_in_force(tx: Session, code: str, day: date) -> InstrumentVersion | None:
    """The latest version of a code that nothing has replaced by that day.

    One in force comes before one decided for later, and that before any on trial.
    """
    by_state = {one.state: one.version for one in standings(tx, day) if one.version.code == code}
    return next((by_state[state] for state in ("in_force", "to_come", "on_trial") if state in by_state), None)


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


def demand_usable(tx: Session, mark: str, day: date) -> None:
    """Refuses (replaced-already) a version that is out of force on that day."""
    _demand_not_replaced(standing_of(tx, mark, day))


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
    _demand_not_replaced(standing_of(tx, old.fingerprint, date.max))


def _demand_alone(tx: Session, version: InstrumentVersion, row: InstrumentDecision) -> None:
    """One day has one version in force: the new decision names the old version, or is for other days."""
    for one in standings(tx, date.max):
        other = one.decision if one.version.code == version.code and not one.replaced_by else None
        if other is None or other.instrument == row.replaces:
            continue
        if other.period_from <= row.period_to and row.period_from <= other.period_to:
            raise Refused("in-force-already", {"version": one.version.version, "code": version.code})


def _demand_not_replaced(one: Standing) -> None:
    if one.replaced_by:
        words: dict[str, object] = {"version": one.version.version, "code": one.version.code}
        raise Refused("replaced-already", {**words, "by": one.replaced_by.version})
