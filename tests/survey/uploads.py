"""Files on their way into a form, and what a page then carries along."""

import html
import re
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.survey.staff import token_on

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
LATIN = "title: Khảo sát à".encode("cp1258", "replace")
BINARY = bytes(range(256)) * 40
WRONG_FILES = {
    "paper.pdf": PDF,
    "latin.yaml": LATIN,
    "picture.yaml": BINARY,
    "empty.yaml": b"",
    "nul.yaml": b"code: a\0b",
}
LARGE = b"x" * 20_000_001


def sent(
    client: FlaskClient, page: str, data: bytes | None = None, name: str = "tiny.yaml", **fields: str
) -> TestResponse:
    """Opens a page and sends its form with a file."""
    form: dict[str, object] = {"name": name, **fields, "csrf_token": token_on(client, page)}
    if data is not None:
        form["file"] = (BytesIO(data), name)
    return client.post(page, data=form, content_type="multipart/form-data")


def carried(page: str) -> dict[str, str]:
    """The hidden fields of a page."""
    return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}
