"""Enters the decision by which a real result becomes public: its number, and the file that came back signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto.x509 import Certificate
from sqlalchemy.orm import Session

from survey import blobs
from survey.errors import Refused
from survey.people.audit import record
from survey.people.roles import Person, demand
from survey.publishing.approve import LONGEST_NUMBER, LONGEST_SIGNER, PaperFacts, held
from survey.publishing.signed import check_annex, check_signatures
from survey.records import Publication, RunRow


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A decision: what stands on it, its signed PDF where that has come back, and the roots an office trusts."""

    facts: PaperFacts
    data: bytes | None = None
    roots: Sequence[Certificate] = ()


def enter_decision(tx: Session, publication: Publication, decision: SignedPaper, now: datetime, person: Person) -> None:
    """Keeps number, day and signer, and the signed file beside ours.

    The file is looked at first: a PDF, its signatures; then what was typed; then whether its annex is of this run.
    Entered again without a file, the one that is there stays.
    """
    wave = held(tx, publication)
    demand(person, "prepare_publication", wave.organisation_id)
    if decision.data is not None and wave.simulated:
        raise Refused("signed-simulated")
    signed = check_signatures(decision.data, now, decision.roots) if decision.data is not None else None
    facts = _checked(decision.facts)
    if signed and not facts.signer:
        raise Refused("signer-unwritten", {"most": LONGEST_SIGNER})
    if signed and decision.data is not None:
        check_annex(decision.data, tx.get_one(RunRow, publication.run).fingerprint)
        publication.signed_file = blobs.keep(tx, decision.data)
        publication.signed_by, publication.signed_issuer = signed.names, signed.issuers
        publication.signed_trusted = signed.trusted
    publication.decision_number, publication.decision_day = facts.number, facts.day
    publication.decision_signer = facts.signer or None
    told = {"wave": wave.code, "number": publication.number, "decision": facts.number, "day": str(facts.day)}
    record(tx, person.number, "decision_entered", {**told, "file": publication.signed_file}, now)


def forget_decision(publication: Publication) -> None:
    """Takes the decision off: it was of another run, or of what was sent back."""
    publication.decision_number, publication.decision_day, publication.decision_signer = None, None, None
    publication.signed_file, publication.signed_by = None, None
    publication.signed_issuer, publication.signed_trusted = None, None


def _checked(facts: PaperFacts) -> PaperFacts:
    number, signer = facts.number.strip(), facts.signer.strip()
    if not number or facts.day is None or len(number) > LONGEST_NUMBER or len(signer) > LONGEST_SIGNER:
        raise Refused("decision-unwritten", {"most": LONGEST_NUMBER})
    return PaperFacts(number, facts.day, signer)
