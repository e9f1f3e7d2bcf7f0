"""The console shows an issued form with its pictures and audio, to those who may see it and from its version alone."""

from flask import Flask

from instruments.fingerprint import sha256
from survey.database import Database
from tests.survey.media.files import PICTURE, VI, issued, seen_and_heard
from tests.survey.questionnaire import INSTRUMENT
from tests.survey.staff import hired, signed_in


def test_the_preview_shows_what_was_issued(house_app: Flask, database: Database) -> None:
    """Picture and player stand in the page, and their addresses answer."""
    address = f"/console/instruments/issued/{issued(database, seen_and_heard()).fingerprint}"
    hired(database, "hoa")
    staff = signed_in(house_app, "hoa")
    page = staff.get(f"{address}/form").text
    for data, media_type in ((PICTURE, "image/png"), (VI, "audio/mpeg")):
        at = f"{address}/media/{sha256(data)}"
        assert f'src="{at}"' in page
        answer = staff.get(at)
        assert (answer.status_code, answer.data, answer.content_type) == (200, data, media_type)
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_file_of_another_version_or_for_a_stranger_is_not_given(house_app: Flask, database: Database) -> None:
    """404 for who may see instruments, the sign-in for who has not said who they are."""
    mine = f"/console/instruments/issued/{issued(database, seen_and_heard()).fingerprint}/media/{sha256(PICTURE)}"
    other = f"/console/instruments/issued/{issued(database, INSTRUMENT).fingerprint}/media/{sha256(PICTURE)}"
    hired(database, "hoa", "lan")
    assert signed_in(house_app, "hoa").get(other).status_code == 404
    assert signed_in(house_app, "lan").get(mine).status_code == 403
    assert house_app.test_client().get(mine).status_code == 303
