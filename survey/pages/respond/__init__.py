"""What a respondent sees: the form, its review, the thanks; and the way in with an invitation."""

from flask import Blueprint, Response, make_response, request

from survey.errors import Refused
from survey.pages.respond import codes, form, media, without_script
from survey.preparing.page_bytes import render
from survey.wording import LANGUAGES, text

blueprint = Blueprint("respond", __name__)
for part in (form.blueprint, media.blueprint, without_script.blueprint, codes.blueprint):
    blueprint.register_blueprint(part)


@blueprint.errorhandler(Refused)
def refuse(refused: Refused) -> Response:
    """A refusal as a calm page in the respondent's language, with what is concerned."""
    language = _language()
    page = render(
        "refusal.html",
        language,
        title=text("form.refused_page", language),
        sentence=refused.sentence(language),
        has_typed=request.method == "POST",
        details=[sentence[language] for _place, sentence in refused.places],
    )
    response = make_response(page, refused.status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _language() -> str:
    asked = request.path.rstrip("/").rsplit("/", 1)[-1]
    spoken = asked if asked in LANGUAGES else request.form.get("language", "")
    return spoken if spoken in LANGUAGES else LANGUAGES[0]
