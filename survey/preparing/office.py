"""The office that runs a wave, by its name on the wave's first day."""

from sqlalchemy.orm import Session

from survey.preparing.register import names_on
from survey.records import Organisation, Wave


def office_of(tx: Session, wave: Wave) -> dict[str, str]:
    """The name of the office in Vietnamese and English."""
    organisation = tx.get_one(Organisation, wave.organisation_id)
    row = names_on(tx, wave.period_from)[organisation.unit]
    return {"vi": row.name_vi, "en": row.name_en}
