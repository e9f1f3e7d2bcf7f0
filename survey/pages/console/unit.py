"""What a rated office sees: its own published scorecards, and how many answers a running wave has about it."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.pages.console.standing import UnitCount, unit_counts
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.results.published import Published, published
from survey.people.roles import ROLES_OF_ONE_UNIT, Grant
from survey.preparing.register import names_on
from survey.records import Wave, WaveUnit

blueprint = Blueprint("unit", __name__, url_prefix="/console", template_folder="templates")


@dataclass(frozen=True, slots=True)
class WaveOfUnit:
    """A wave that rates the unit: the ratings so far, and its publication once there is one."""

    wave: Wave
    count: UnitCount
    published: Published | None


@blueprint.get("/unit")
@guarded("see_unit_result")
def unit() -> str:
    """The waves that rate the person's own units; of other units nothing is shown."""
    grants = [grant for grant in signed_in().grants if grant.role in ROLES_OF_ONE_UNIT and grant.unit]
    with house().database.reading() as tx:
        names = names_on(tx, house().today)
        rows = [(names[grant.unit], _waves(tx, grant)) for grant in grants if grant.unit in names]
        return render_template("console/unit.html", rows=rows, **words())


def _waves(tx: Session, grant: Grant) -> list[WaveOfUnit]:
    rated = (
        select(Wave)
        .join(WaveUnit, WaveUnit.wave == Wave.id)
        .where(WaveUnit.unit == grant.unit, Wave.organisation_id == grant.organisation, Wave.opened.is_not(None))
        .order_by(Wave.period_to.desc(), Wave.code)
    )
    return [WaveOfUnit(wave, _count(tx, wave, grant), published(tx, wave.code)) for wave in tx.scalars(rated)]


def _count(tx: Session, wave: Wave, grant: Grant) -> UnitCount:
    return next(count for count in unit_counts(tx, wave) if count.unit == grant.unit)
