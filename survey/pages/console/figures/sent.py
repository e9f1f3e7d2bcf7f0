"""A CSV file on its way in and out of the pages of figures."""

from pathlib import PurePosixPath

from flask import Response, make_response, request

from survey.errors import Refused

LONGEST_NAME = 100


def sent_file() -> tuple[bytes, str]:
    """The bytes and the name of the file a form sends; refuses (csv-needed) a form without one."""
    chosen = request.files.get("file")
    if not chosen or not chosen.filename:
        raise Refused("csv-needed")
    return chosen.read(), PurePosixPath(chosen.filename.replace("\\", "/")).name[:LONGEST_NAME]


def csv_answer(data: bytes, name: str) -> Response:
    """A CSV to be kept, never opened in the page."""
    answer = make_response(data)
    answer.mimetype = "text/csv"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer
