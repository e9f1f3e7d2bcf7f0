"""The front door: what is open, the latest results, and whether the house is up."""

from flask import Blueprint, Response, render_template
from sqlalchemy import text as sql

from instruments.units import province
from reports.wording import day
from survey.pages.guard import public
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.results.pages import published_day
from survey.pages.results.published import latest_of_each, open_waves

blueprint = Blueprint("front", __name__)
LATEST = 6
"""Results shown at the door; the others stand on the page of results."""


@blueprint.get("/healthz")
@public
def healthz() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@blueprint.get("/readyz")
@public
def readyz() -> Response:
    """The process answers and reaches its database."""
    with house().database.reading() as tx:
        tx.execute(sql("SELECT 1"))
    return Response("ready\n", mimetype="text/plain")


@blueprint.get("/")
@blueprint.get("/en", endpoint="front_en")
@public
def front() -> str:
    """Open surveys and the latest results."""
    here = house()
    with here.database.reading() as tx:
        return render_template(
            "front.html",
            waves=[(wave, day(wave.period_to, spoken())) for wave in open_waves(tx)],
            found=latest_of_each(tx)[:LATEST],
            day_of=published_day,
            province=province(here.today).name(spoken()),
        )
