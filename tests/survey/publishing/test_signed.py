"""A decision comes back signed: who signed is told, and whatever does not fit is refused in one sentence."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from sqlalchemy import select

from instruments.fingerprint import printed
from survey import blobs
from survey.errors import Refused
from survey.publishing.signed import SignedBy, check_annex, check_signatures
from survey.records import PublicationFile, RunRow
from tests.survey.office import NOW
from tests.survey.publishing.conftest import Result
from tests.survey.signing import Roots, decision, office, signed, signed_decision

RUN, OTHER = "a1b2c3d4e5f60718" + "0" * 48, "0f1e2d3c4b5a6978" + "0" * 48
EXPIRED = datetime(2026, 6, 30, tzinfo=UTC)


def _tampered() -> bytes:
    """One letter of the decision changed after it was signed."""
    data = signed_decision(RUN)
    assert data.count(b"/MediaBox [ 0 0 595") > 0
    return data.replace(b"/MediaBox [ 0 0 595", b"/MediaBox [ 0 0 295", 1)


def _with_a_page_more() -> bytes:
    """A page put behind the signed ones, as an update that leaves the signed bytes alone."""
    writer = PdfWriter(BytesIO(signed_decision(RUN)), incremental=True)
    writer.add_blank_page(200, 200)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(decision(RUN))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(("roots", "trusted"), [((), None), ((office().root,), True)])
def test_who_signed_is_told_and_whether_the_issuer_was_checked(
    roots: Roots,
    trusted: bool | None,  # noqa: FBT001 - the expected answer
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Without roots of the office the content is checked alone, and no library tells anybody that it misses them."""
    data = signed_decision(RUN)
    check_annex(data, RUN)
    assert check_signatures(data, NOW, roots) == SignedBy("UBND thanh pho", "CA thu nghiem", trusted)
    assert caplog.records == []


@pytest.mark.parametrize("roots", [(), (office().root,)])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "signed-unreadable"),
        (b"Quyet dinh 123", "signed-unreadable"),
        (b"PK\x03\x04" + bytes(500), "signed-unreadable"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "signed-unreadable"),
        (signed_decision(RUN)[:900], "signed-unreadable"),
        (_locked(), "signed-encrypted"),
        (decision(RUN), "signed-by-nobody"),
        (_tampered(), "signed-broken"),
        (_with_a_page_more(), "signed-broken"),
        (signed_decision(RUN, office("CA het han", EXPIRED)), "signed-expired"),
    ],
)
def test_a_file_that_is_no_sound_signed_pdf_is_refused(data: bytes, code: str, roots: Roots) -> None:
    """Each for its own reason, roots or not."""
    with pytest.raises(Refused) as refused:
        check_signatures(data, NOW, roots)
    assert refused.value.code == code


def test_a_certificate_of_an_issuer_nobody_trusts_is_refused() -> None:
    """The sentence names signer and issuer."""
    with pytest.raises(Refused, match="UBND thanh pho is issued by CA la, not trusted here"):
        check_signatures(signed_decision(RUN, office("CA la")), NOW, (office().root,))


def test_the_annex_of_another_run_is_refused_by_both_fingerprints() -> None:
    """So that whoever reads it knows which file to look for."""
    with pytest.raises(Refused) as refused:
        check_annex(signed_decision(OTHER), RUN)
    assert refused.value.code == "signed-of-another-run"
    assert all(printed(mark) in refused.value.sentence(language) for mark in (RUN, OTHER) for language in ("vi", "en"))
    with pytest.raises(Refused, match="A1B2 C3D4 E5F6 0718 is on none of its pages"):
        check_annex(signed(decision(None)), RUN)


def test_the_signed_file_stands_beside_ours_and_replaces_none(real_result: Result) -> None:
    """The public finds it as it came back, and reads who signed."""
    real_result.prepare(reason="Theo Quyết định")
    real_result.approve()
    with real_result.database.reading() as tx:
        data = signed_decision(tx.scalars(select(RunRow.fingerprint)).one())
    real_result.decide(data)
    real_result.publish()
    with real_result.database.reading() as tx:
        files = {row.name: row for row in tx.scalars(select(PublicationFile))}
        assert blobs.load(tx, files["quyet-dinh-da-ky.pdf"].plain) == data
        page = blobs.load(tx, files["pages/vi"].plain).decode()
    assert "phu-luc-xep-hang.pdf" in files
    assert "Bản quyết định ký số bởi UBND thanh pho" in page
    assert "nơi cấp chứng thư chưa được đối chiếu" in page
    assert "files/quyet-dinh-da-ky.pdf" in page


def test_a_file_of_another_run_leaves_everything_as_it_was(real_result: Result) -> None:
    """Neither number nor file is kept."""
    real_result.prepare(reason="Theo Quyết định")
    with pytest.raises(Refused, match="The annex in the file bears 0F1E 2D3C"):
        real_result.decide(signed_decision(OTHER))
    publication = real_result.publication()
    assert (publication.decision_number, publication.signed_file) == (None, None)


def test_preparing_again_takes_the_signed_file_off(real_result: Result) -> None:
    """It was signed for what stood there before."""
    real_result.prepare(reason="Theo Quyết định")
    real_result.decide()
    real_result.prepare(reason="Theo Quyết định mới")
    assert real_result.publication().signed_file is None


def test_a_simulated_wave_takes_no_signed_decision(result: Result) -> None:
    """Nobody decides on invented answers."""
    result.prepare()
    with pytest.raises(Refused, match="No signed decision goes with a simulated wave"):
        result.decide()
