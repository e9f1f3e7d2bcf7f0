"""What stands under a printed fingerprint: the publication, its files and their hashes."""

from flask import Blueprint, render_template

from instruments.fingerprint import printed
from survey.blobs import Blob
from survey.errors import Refused
from survey.pages.guard import public
from survey.pages.house import house
from survey.pages.results.published import files_of, published_under, snapshot_of

blueprint = Blueprint("verify", __name__, url_prefix="/verify", template_folder="templates")


@blueprint.get("/<fingerprint>")
@blueprint.get("/<fingerprint>/<any(en):language>")
@public
def verify(fingerprint: str, language: str | None = None) -> str:
    """The files of the publication under that fingerprint, the pages of the site left out."""
    with house().database.reading() as tx:
        found = published_under(tx, fingerprint)
        if found is None:
            raise Refused("fingerprint-unknown")
        rows = [row for row in files_of(tx, found) if not row.name.startswith("pages/")]
        documents = [(row, tx.get_one(Blob, row.plain).size) for row in rows]
        return render_template(
            "results/verify.html",
            found=found,
            of_wave=[(row, size) for row, size in documents if "/" not in row.name],
            of_units=[(row, size) for row, size in documents if "/" in row.name],
            snapshot=snapshot_of(tx, found),
            printed=printed(found.run.fingerprint),
            behind=f"/{language}" if language else "",
        )
