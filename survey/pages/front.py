"""The front door: what is open, the latest results, and whether the house is up."""

from flask import Blueprint, Response, render_template
from sqlalchemy import text as sql

from survey.pages.guard import public
from survey.pages.house import house

blueprint = Blueprint("front", __name__)


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
    return render_template("front.html", waves=(), publications=())
