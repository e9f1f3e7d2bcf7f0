"""Looks at a decision that came back signed: a PDF, its signatures, and whether its annex is of the run at hand."""

import logging
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from asn1crypto import pem, x509
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import UnacceptableSignerError
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from instruments.fingerprint import printed
from survey.errors import Refused

# What they would log, tracebacks among it, is told in one sentence or is no matter, as an issuer nobody knows.
for library in ("pyhanko", "pyhanko_certvalidator", "pypdf"):
    logging.getLogger(library).setLevel(logging.CRITICAL)

LARGEST = 20_000_000
MOST_PAGES = 2_000
LONGEST_NAME = 200
_MARK = re.compile(r"(?<![0-9A-F])[0-9A-F]{4}(?:\s+[0-9A-F]{4}){3}(?![0-9A-F])")
"""A fingerprint as documents print it."""
_BROKEN = (PdfError, PyPdfError, SignatureValidationError, UnacceptableSignerError, PathError, ValueError, KeyError)
"""What the two libraries raise of files and signatures they cannot follow; whatever else they raise is one of these."""


@dataclass(frozen=True, slots=True)
class SignedBy:
    """Who signed, as the certificates say; `trusted` is None where the office has named no roots to trust."""

    names: str
    issuers: str
    trusted: bool | None


def read_roots(directory: Path | None) -> tuple[x509.Certificate, ...]:
    """The certificates an office trusts: every PEM in the directory; raises ValueError for a file that is none."""
    files = sorted(directory.glob("*.pem")) if directory else []
    return tuple(
        x509.Certificate.load(der) for file in files for _, _, der in pem.unarmor(file.read_bytes(), multiple=True)
    )


def check_signatures(data: bytes, now: datetime, roots: Sequence[x509.Certificate]) -> SignedBy:
    """Who signed the PDF; refuses one that is unreadable, unsigned, changed since, expired or of no trusted issuer."""
    signatures = _signatures(data)
    if not signatures:
        raise Refused("signed-by-nobody")
    for one in signatures:
        _check_signature(one, now, roots)
    certificates = [one.signer_cert for one in signatures]
    names = "; ".join(dict.fromkeys(_name(one.subject) for one in certificates))
    issuers = "; ".join(dict.fromkeys(_name(one.issuer) for one in certificates))
    return SignedBy(names[:LONGEST_NAME], issuers[:LONGEST_NAME], trusted=True if roots else None)


def check_annex(data: bytes, fingerprint: str) -> None:
    """Refuses a PDF on which the run's fingerprint is not printed; one of another run is told by both."""
    wanted = printed(fingerprint)
    try:
        found = _marks(data, wanted)
    except _BROKEN as error:
        raise Refused("signed-unreadable") from error
    if wanted not in found:
        code = "signed-of-another-run" if found else "signed-without-mark"
        raise Refused(code, {"wanted": wanted, "found": ", ".join(sorted(found)[:3])})


def _signatures(data: bytes) -> list[EmbeddedPdfSignature]:
    if len(data) > LARGEST:
        raise Refused("upload-too-large", {"most": LARGEST // 1_000_000})
    try:
        reader = PdfFileReader(BytesIO(data), strict=False)
        if reader.encrypted:
            raise Refused("signed-encrypted")
        return list(reader.embedded_regular_signatures)
    except (*_BROKEN, RecursionError, TypeError, IndexError, AttributeError) as error:
        raise Refused("signed-unreadable") from error


def _check_signature(one: EmbeddedPdfSignature, now: datetime, roots: Sequence[x509.Certificate]) -> None:
    """Its bytes first, then the days of its certificate, then who issued that."""
    offline = ValidationContext(trust_roots=list(roots), moment=now, allow_fetching=False)
    try:
        with ThreadPoolExecutor(max_workers=1) as apart:  # it runs a loop of its own, which not every thread can
            status = apart.submit(validate_pdf_signature, one, offline).result()
    except (*_BROKEN, TypeError, IndexError, AttributeError) as error:
        raise Refused("signed-broken") from error
    if not (status.intact and status.valid) or status.docmdp_ok is False:
        raise Refused("signed-broken")
    certificate = one.signer_cert
    words = {"signer": _name(certificate.subject), "issuer": _name(certificate.issuer)}
    if not certificate.not_valid_before <= now <= certificate.not_valid_after:
        raise Refused("signed-expired", {**words})
    if roots and not status.trusted:
        raise Refused("signed-untrusted", {**words})


def _marks(data: bytes, wanted: str) -> set[str]:
    """The fingerprints printed on the pages; reading ends where the one wanted is found."""
    found: set[str] = set()
    for page in PdfReader(BytesIO(data)).pages[:MOST_PAGES]:
        found |= {" ".join(mark.split()) for mark in _MARK.findall(page.extract_text())}
        if wanted in found:
            break
    return found


def _name(name: x509.Name) -> str:
    parts = name.native
    common = parts.get("common_name") or parts.get("organization_name") or name.human_friendly
    return str(common if isinstance(common, str) else ", ".join(common))
