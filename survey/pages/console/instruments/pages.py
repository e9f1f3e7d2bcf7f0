"""The list of instruments and the page of each: what it asks, how it counts, and its file as it was issued."""

from flask import Blueprint, Response, make_response, render_template, request

from instruments.fingerprint import printed
from reports.wording import number
from survey.pages.console.instruments.facts import facts_of, tree_of
from survey.pages.console.instruments.kept import bytes_of, kept_for, kept_one, media_kept
from survey.pages.console.waves import words
from survey.pages.door import signed_in
from survey.pages.guard import guarded
from survey.pages.house import house
from survey.pages.language import spoken
from survey.pages.respond.media import media_answer
from survey.preparing.form_preview import preview_page
from survey.preparing.register import names_on

blueprint = Blueprint("instruments", __name__, url_prefix="/console/instruments", template_folder="templates")
ADDRESS = "/<any(issued,draft,shipped):kind>/<key>"
YAML = "application/yaml"


@blueprint.get("")
@guarded("see_waves")
def instruments() -> str:
    """Everything kept that fits the words looked for, the issued ones first."""
    sought = request.args.get("q", "").strip()
    with house().database.reading() as tx:
        found = [one for one in kept_for(tx, signed_in()) if one.fits(sought)]
    return render_template("console/instruments/list.html", found=found, sought=sought, **words())


@blueprint.get(ADDRESS)
@guarded("see_waves")
def instrument(kind: str, key: str) -> str:
    """One instrument with its facts, its index and its fingerprint."""
    with house().database.reading() as tx:
        kept = kept_one(tx, signed_in(), kind, key)
    return render_template(
        "console/instruments/instrument.html",
        kept=kept,
        facts=facts_of(kept.instrument),
        tree=tree_of(kept.instrument),
        mark=printed(kept.mark),
        number=_weight,
        **words(),
    )


@blueprint.get(f"{ADDRESS}/file")
@guarded("see_waves")
def file(kind: str, key: str) -> Response:
    """The file, byte for byte."""
    with house().database.reading() as tx:
        kept = kept_one(tx, signed_in(), kind, key)
        answer = make_response(bytes_of(tx, kept))
    answer.mimetype = YAML
    answer.headers["Content-Disposition"] = f'attachment; filename="{kept.file_name}"'
    return answer


@blueprint.get(f"{ADDRESS}/form")
@guarded("see_waves")
def form(kind: str, key: str) -> str:
    """The questionnaire as respondents see it, in one of its languages; nothing can be sent from it."""
    with house().database.reading() as tx:
        kept = kept_one(tx, signed_in(), kind, key)
        asked = request.args.get("language", spoken())
        language = asked if asked in kept.instrument.languages else kept.instrument.languages[0]
        register, shown = names_on(tx, house().today), media_kept(tx, kept)
        return preview_page(kept.instrument, register, language, kept.address, shown)


@blueprint.get(f"{ADDRESS}/media/<digest>")
@guarded("see_waves")
def media(kind: str, key: str, digest: str) -> Response:
    """A picture or audio file that it was issued or sent for comment with."""
    with house().database.reading() as tx:
        kept = kept_one(tx, signed_in(), kind, key)
        types = {row.blob: row.media_type for row in media_kept(tx, kept).values()}
        return media_answer(tx, types.get(digest), digest)


def _weight(weight: float) -> str:
    """A weight with the decimals it was given with."""
    return number(weight, len(f"{weight:g}".partition(".")[2]), spoken())
