"""Corrects an open wave: a newer version of its instrument takes over where every figure stays comparable."""

from sqlalchemy.orm import Session

from instruments.comparing import Comparison, compare
from survey.clock import day_of
from survey.errors import Refused
from survey.people.audit import record
from survey.preparing.acting import By
from survey.preparing.decision import demand_usable
from survey.preparing.issue import instrument_of
from survey.preparing.media import digests_of
from survey.preparing.page_bytes import make_pages
from survey.preparing.states import demand_state
from survey.preparing.versions import versions_of
from survey.records import InstrumentVersion, Wave, WaveErratum

CORRECTED = ("trial", "open")
LANGUAGES = ("vi", "en")


def correct_wave(tx: Session, wave: Wave, version: InstrumentVersion, by: By) -> Comparison:
    """Lets a wave in trial or open ask an erratum of its instrument from now on, and gives back what changed.

    The form is made anew; answers to the earlier version stay as they are, and those still under way are taken.
    Refuses a version that is no erratum with every change that makes it none.
    """
    tx.refresh(wave, with_for_update=True)
    demand_state(wave, CORRECTED)
    known = versions_of(tx, wave)
    if version.fingerprint in known:
        raise Refused("erratum-known", {"wave": wave.code, "version": version.version})
    demand_usable(tx, version.fingerprint, day_of(by.now))
    changes = _erratum(tx, wave.instrument, version.fingerprint)
    tx.add(WaveErratum(wave=wave.id, before=wave.instrument, after=version.fingerprint, corrected=day_of(by.now)))
    wave.instrument = version.fingerprint
    tx.flush()
    make_pages(tx, wave)
    facts = {"wave": wave.code, "before": known[0], "after": version.fingerprint}
    record(tx, by.actor, "wave_corrected", {**facts, "changes": len(changes.changes)}, by.now)
    return changes


def _erratum(tx: Session, old: str, new: str) -> Comparison:
    before, after = instrument_of(tx, old), instrument_of(tx, new)
    changes = compare(before, after, (digests_of(tx, old), digests_of(tx, new)))
    if not changes.is_erratum:
        graver = [one for one in changes.changes if not one.is_slip]
        words = {"version": after.version, "before": before.version, "count": len(graver)}
        places = tuple((one.place, {name: one.sentence(name) for name in LANGUAGES}) for one in graver)
        raise Refused("no-erratum", {**words, "code": after.code}, places)
    return changes
