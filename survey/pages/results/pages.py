"""The public results: the list of publications, and the frozen pages and files of each."""

from flask import Blueprint, Response, render_template
from sqlalchemy.orm import Session

from reports.wording import day
from survey.clock import day_of
from survey.errors import Refused
from survey.pages.guard import public
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.results.published import Published, file_of, latest_of_each, published
from survey.pages.stored import Stored, serve
from survey.publishing.public_pages import page_name
from survey.wording import LANGUAGES

blueprint = Blueprint("results", __name__, url_prefix="/results", template_folder="templates")
SECONDS_OF_LATEST = 300
SECONDS_OF_VERSION = 86_400


@blueprint.get("/")
@blueprint.get("/en", endpoint="index_en")
@public
def index() -> str:
    """All waves with a publication, the newest first."""
    with house().database.reading() as tx:
        return render_template("results/index.html", found=latest_of_each(tx), day_of=published_day)


@blueprint.get("/<wave>")
@blueprint.get("/<wave>/v<int:number>")
@public
def ranking(wave: str, number: int | None = None) -> Response:
    """The ranking page of a wave in Vietnamese."""
    return _page(wave, number, page_name(LANGUAGES[0]))


@blueprint.get("/<wave>/<any(en):language>")
@blueprint.get("/<wave>/v<int:number>/<any(en):language>")
@public
def ranking_in(wave: str, language: str, number: int | None = None) -> Response:
    """The ranking page of a wave in another language."""
    return _page(wave, number, page_name(language))


@blueprint.get("/<wave>/<unit>")
@blueprint.get("/<wave>/v<int:number>/<unit>")
@public
def unit(wave: str, unit: str, number: int | None = None) -> Response:
    """The page of a unit in Vietnamese."""
    return _page(wave, number, page_name(LANGUAGES[0], unit))


@blueprint.get("/<wave>/<unit>/<any(en):language>")
@blueprint.get("/<wave>/v<int:number>/<unit>/<any(en):language>")
@public
def unit_in(wave: str, unit: str, language: str, number: int | None = None) -> Response:
    """The page of a unit in another language."""
    return _page(wave, number, page_name(language, unit))


@blueprint.get("/<wave>/files/<path:name>")
@blueprint.get("/<wave>/v<int:number>/files/<path:name>")
@public
def file(wave: str, name: str, number: int | None = None) -> Response:
    """A document of the publication."""
    return _page(wave, number, name)


def _page(wave: str, number: int | None, name: str) -> Response:
    with house().database.reading() as tx:
        found = published(tx, wave, number)
        if found is None:
            raise Refused("not-found")
        return _serve(tx, found, name, SECONDS_OF_LATEST if number is None else SECONDS_OF_VERSION)


def _serve(tx: Session, found: Published, name: str, seconds: int) -> Response:
    row = file_of(tx, found, name)
    if row is None:
        raise Refused("not-found")
    saved_as = None if row.media_type.startswith(("text/html", "application/pdf")) else _saved_as(found, name)
    return serve(tx, Stored(row.media_type, row.plain, row.zipped, f"public, max-age={seconds}", saved_as))


def _saved_as(found: Published, name: str) -> str:
    return f"{found.wave.code}-{name.replace('/', '-')}"


def published_day(found: Published) -> str:
    """The day of a publication, as the page's language writes it."""
    moment = found.publication.published
    return day(day_of(moment), spoken()) if moment else ""
