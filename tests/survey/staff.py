"""People at their browsers: signing in as the form asks, and sending a form with the token its page gave."""

import re

import pyotp
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey.database import Database
from survey.people.accounts import NewAccount, add_account
from tests.survey.office import HOME, NOW, PASSWORD

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
SECRET = re.compile(r"<code>([A-Z2-7 ]+)</code>")
CODE = re.compile(r"<li><code>([A-Z2-9-]{11})</code>")
ROLES = {"hoa": "method_officer", "binh": "approver", "lan": "unit_viewer", "dung": "administrator"}
"""Who works in the tests: one who prepares, one who approves, one of a rated ward, one who keeps accounts."""
WARD = "06652"


def hired(database: Database, *names: str) -> None:
    """Gives these people their accounts."""
    with database.writing() as tx:
        for name in names:
            add_account(tx, NewAccount(name, PASSWORD, ROLES[name], HOME, WARD if name == "lan" else None), NOW)


def signed_in(app: Flask, name: str) -> FlaskClient:
    """The browser of somebody who has signed in."""
    client = app.test_client()
    posted(client, "/console/sign-in", "/console/sign-in", name=name, password=PASSWORD)
    return client


def with_phone(client: FlaskClient) -> tuple[str, tuple[str, ...]]:
    """Takes a phone on in this browser: its secret and the recovery codes shown."""
    secret = "".join(SECRET.search(client.get("/console/account/device").text).group(1).split())  # type: ignore[union-attr] # the page shows it
    page = posted(client, "/console/account/device", code=pyotp.TOTP(secret).at(NOW))
    assert page.status_code == 200
    return secret, tuple(CODE.findall(page.text))


def posted(client: FlaskClient, page: str, to: str | None = None, **fields: str) -> TestResponse:
    """Opens a page and sends its form, by default to the page's own address."""
    return client.post(to or page, data={**fields, "csrf_token": token_on(client, page)})


def token_on(client: FlaskClient, page: str) -> str:
    """The token a page gives its forms; empty where it has none."""
    found = TOKEN.search(client.get(page).text)
    return found.group(1) if found else ""
