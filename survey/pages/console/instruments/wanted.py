"""What the form of a decision says: how an instrument is to be issued, as typed and as meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from survey.errors import Refused
from survey.preparing.decision import Decision

FIELDS: Final[Mapping[str, dict[str, str]]] = {
    "number": {"vi": "Số quyết định", "en": "number"},
    "day": {"vi": "Ngày quyết định", "en": "date"},
    "issuer": {"vi": "Cơ quan ban hành", "en": "issuer"},
    "period_from": {"vi": "Áp dụng từ ngày", "en": "first day"},
    "period_to": {"vi": "Áp dụng đến hết ngày", "en": "last day"},
}
OTHERS: Final = ("trial", "replaces")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The fields as typed."""

    typed: Mapping[str, str]

    @property
    def replaces(self) -> str | None:
        """Fingerprint of the version that goes out of force."""
        return self.typed["replaces"] or None

    def decision(self) -> Decision | None:
        """What is written on the decision; None where the version is to be on trial.

        Refuses (decision-incomplete) a decision of which something lacks.
        """
        if self.typed["trial"]:
            return None
        for field, names in FIELDS.items():
            if not self.typed[field]:
                raise Refused("decision-incomplete", {"field": names})
        first, last = (_day(self.typed[field], field) for field in ("period_from", "period_to"))
        return Decision(self.typed["number"], _day(self.typed["day"], "day"), self.typed["issuer"], first, last)


def wanted(form: Mapping[str, str]) -> Wanted:
    """The fields of a form, trimmed; those it lacks are empty."""
    return Wanted({field: form.get(field, "").strip().replace("\0", "") for field in (*FIELDS, *OTHERS)})


def _day(typed: str, field: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise Refused("decision-incomplete", {"field": FIELDS[field]}) from error
