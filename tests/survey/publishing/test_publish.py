"""Publishing: everything is rendered once, frozen, and bears the run's fingerprint."""

import gzip

import pytest
from sqlalchemy import func, select

from instruments.fingerprint import printed
from survey import blobs
from survey.errors import Refused
from survey.people.audit import verify
from survey.publishing.publish import PLAIN_PAPER, publish_rendered
from survey.publishing.render import render
from survey.records import ApprovalStep, Publication, PublicationFile, RunRow
from tests.survey.office import DAY, NOW
from tests.survey.publishing.conftest import Result


def test_an_approved_result_is_published_with_pages_and_documents(result: Result) -> None:
    """The ranking page and a page per unit in both languages, the annex, scorecards and data."""
    result.prepare()
    result.approve()
    result.publish()
    with result.database.reading() as tx:
        files = {row.name: row for row in tx.scalars(select(PublicationFile))}
        run = tx.scalars(select(RunRow)).one()
        page = blobs.load(tx, files["pages/vi"].plain).decode()
        zipped = gzip.decompress(blobs.load(tx, files["pages/vi"].zipped or ""))
        annex = blobs.load(tx, files["phu-luc-xep-hang.pdf"].plain)
    assert {"pages/en", "pages/06652/vi", "pages/06652/en", "bang-xep-hang.csv", "report.json"} <= set(files)
    assert printed(run.fingerprint) in page
    assert "SỐ LIỆU MÔ PHỎNG" in page
    assert zipped.decode() == page
    assert annex.startswith(b"%PDF")
    publication = result.publication()
    assert (publication.number, publication.published, publication.published_by) == (1, NOW, result.officer.number)


def test_every_act_of_the_way_stands_in_the_record(result: Result) -> None:
    """And the chain holds."""
    result.prepare()
    result.approve()
    result.publish()
    with result.database.reading() as tx:
        assert verify(tx).ok


def test_nothing_is_published_before_somebody_else_approved(result: Result) -> None:
    """The refusal names the step that is missing; no file is kept."""
    result.prepare()
    with pytest.raises(Refused, match="Approval is not complete: step 1 is missing"):
        result.publish()
    with result.database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(PublicationFile)) == 0


def test_a_wave_without_an_approval_chain_still_needs_two_people(result: Result) -> None:
    """Four eyes is the least any wave may have."""
    with result.database.writing() as tx:
        tx.delete(tx.scalars(select(ApprovalStep)).one())
    result.prepare()
    with pytest.raises(Refused, match="Approval is not complete"):
        result.publish()


def test_a_result_is_published_once(result: Result) -> None:
    """Neither published nor prepared again: a correction is another run."""
    result.prepare()
    result.approve()
    result.publish()
    with pytest.raises(Refused, match="This result is public already \\(number 1\\)"):
        result.publish()
    with pytest.raises(Refused, match="This result is public already \\(number 1\\)"):
        result.prepare()


def test_a_real_wave_needs_the_number_of_a_decision_and_its_signed_file(real_result: Result) -> None:
    """Once it is entered, pages and annex carry it."""
    real_result.prepare(reason="Theo Quyết định")
    real_result.approve()
    with pytest.raises(Refused, match="needs a decision number"):
        real_result.publish()
    real_result.decide(number_only=True)
    with pytest.raises(Refused, match="needs the signed decision as a file"):
        real_result.publish()
    real_result.decide()
    real_result.publish()
    with real_result.database.reading() as tx:
        row = tx.scalars(select(PublicationFile).where(PublicationFile.name == "pages/vi")).one()
        page = blobs.load(tx, row.plain).decode()
    assert "123/QĐ-UBND" in page
    assert "SỐ LIỆU MÔ PHỎNG" not in page


def test_what_was_rendered_before_a_change_is_not_published(real_result: Result) -> None:
    """A decision entered meanwhile would be missing in it."""
    real_result.prepare(reason="Theo Quyết định")
    real_result.approve()
    with real_result.database.writing() as tx:
        publication = tx.scalars(select(Publication)).one()
        rendered = render(tx, publication, DAY, PLAIN_PAPER)
    real_result.decide()
    with pytest.raises(Refused, match="out of date"), real_result.database.writing() as tx:
        publish_rendered(tx, tx.scalars(select(Publication)).one(), rendered, NOW, real_result.officer)
