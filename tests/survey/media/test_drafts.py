"""A draft is sent for comment with its pictures and audio, and keeps those it was sent with."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from instruments.fingerprint import sha256
from survey import blobs
from survey.database import Database
from survey.errors import Refused
from survey.people.organisations import organisation_of
from survey.preparing.acting import By
from survey.preparing.consult import Draft, consultation_by_code, open_consultation
from survey.preparing.media import media_of_draft
from survey.preparing.register import load_register
from survey.records import AuditEvent, Consultation, ConsultationMedia
from tests.instruments.pictures import png
from tests.survey.media.files import FILES, PICTURE, issued, seen_and_heard
from tests.survey.office import DAY, HOME, NOW
from tests.survey.staff import hired, signed_in

OTHER = png(320, 240, grey=3)


def sent(database: Database, code: str, files: dict[str, bytes]) -> None:
    """Sends the questionnaire with pictures and audio for comment."""
    with database.writing() as tx:
        load_register(tx)
        office = organisation_of(tx, HOME)
        draft = Draft(code, seen_and_heard(), "phieu.yaml", office, DAY + timedelta(days=9), files)
        open_consultation(tx, draft, By(NOW))


def test_a_draft_keeps_the_files_it_was_sent_with(database: Database) -> None:
    """Byte for byte, and the record of it names the digest of each."""
    sent(database, "gop-y", FILES | {"khac.png": OTHER})
    with database.reading() as tx:
        kept = media_of_draft(tx, consultation_by_code(tx, "gop-y").id)
        assert {name: blobs.load(tx, row.blob) for name, row in kept.items()} == FILES
        told = tx.scalars(select(AuditEvent.text).where(AuditEvent.text.contains("consultation_opened"))).one()
    assert all(sha256(data) in told for data in FILES.values())
    assert (kept["quay.png"].media_type, kept["quay.png"].width) == ("image/png", 320)


def test_a_draft_without_one_of_its_files_is_not_sent(database: Database) -> None:
    """The refusal names the file, and nothing is kept."""
    with pytest.raises(Refused, match=r"quay\.png"):
        sent(database, "gop-y", {name: data for name, data in FILES.items() if name != "quay.png"})
    with database.reading() as tx:
        assert tx.scalars(select(Consultation)).all() == []
        assert tx.scalars(select(ConsultationMedia)).all() == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_draft_is_shown_with_its_own_files(house_app: Flask, database: Database) -> None:
    """Two drafts of the same words and the version issued from them each show the picture they came with."""
    mark = issued(database, seen_and_heard()).fingerprint
    sent(database, "mot", FILES)
    sent(database, "hai", FILES | {"quay.png": OTHER})
    hired(database, "hoa")
    staff = signed_in(house_app, "hoa")
    for kept, mine, other in (
        ("draft/mot", PICTURE, OTHER),
        ("draft/hai", OTHER, PICTURE),
        (f"issued/{mark}", PICTURE, OTHER),
    ):
        address = f"/console/instruments/{kept}"
        assert f'src="{address}/media/{sha256(mine)}"' in staff.get(f"{address}/form").text
        assert staff.get(f"{address}/media/{sha256(mine)}").data == mine
        assert staff.get(f"{address}/media/{sha256(other)}").status_code == 404


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_draft_is_issued_from_its_page_with_its_files(house_app: Flask, database: Database) -> None:
    """Nothing is chosen again: the form carries all three along."""
    sent(database, "gop-y", FILES)
    hired(database, "hoa")
    page = signed_in(house_app, "hoa").get("/console/instruments/issue?from=draft/gop-y").text
    assert page.count('name="carried_media"') == len(FILES)
    assert "quay.png" in page
