"""What a rated office sees: its own published scorecards, and how many answers a running wave has about it."""

from dataclasses import dataclass

from flask import Blueprint, Response, render_template
from sqlalchemy import select
from sqlalchemy.orm import Session

from survey.errors import Refused
from survey.pages.console.standing import UnitCount, unit_counts
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.results.published import Published, own_card, published
from survey.pages.stored import Stored, serve
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


@blueprint.get("/unit/<unit>/<wave>/card")
@guarded("see_unit_result")
def card(unit: str, wave: str) -> Response:
    """The whole scorecard of the person's own unit, where the form of publication keeps it from everybody else."""
    with house().database.reading() as tx:
        found = published(tx, wave)
        ours = {(grant.organisation, grant.unit) for grant in signed_in().grants if grant.role in ROLES_OF_ONE_UNIT}
        if found is None or (found.wave.organisation_id, unit) not in ours:
            raise Refused("not-found")
        row = own_card(tx, found, unit, spoken())
        if row is None:
            raise Refused("not-found")
        return serve(tx, Stored(row.media_type, row.plain, row.zipped, "no-store"))


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
