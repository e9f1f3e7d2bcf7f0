"""The office that runs a wave, by its name on the wave's first day, and how it is reached."""

from sqlalchemy.orm import Session

from survey.preparing.register import names_on
from survey.records import Organisation, Wave
from survey.wording import LANGUAGES, text


def office_of(tx: Session, wave: Wave) -> dict[str, str]:
    """The name of the office in Vietnamese and English."""
    organisation = tx.get_one(Organisation, wave.organisation_id)
    row = names_on(tx, wave.period_from)[organisation.unit]
    return {"vi": row.name_vi, "en": row.name_en}


def contact_of(tx: Session, wave: Wave) -> dict[str, str]:
    """Whom a respondent can ask: the office, with its telephone where the wave names one."""
    office = office_of(tx, wave)
    if not wave.phone:
        return office
    return {spoken: text("form.contact", spoken, office=office[spoken], phone=wave.phone) for spoken in LANGUAGES}
