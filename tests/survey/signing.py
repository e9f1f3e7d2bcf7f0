"""Decisions as they come back: a PDF with the annex's fingerprint, signed with certificates made for the test."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO

from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.pdfgen.canvas import Canvas

from instruments.fingerprint import printed

Roots = Sequence[asn1.Certificate]
BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
PASSWORD = b"of the test"


@dataclass(frozen=True)
class Office:
    """An office that signs: its PKCS#12, and the certificate of whoever vouches for it."""

    token: bytes
    root: asn1.Certificate


@cache
def office(issuer: str = "CA thu nghiem", end: datetime = END) -> Office:
    """A signing office whose certificate is valid until that day."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate(issuer, root_key.public_key(), (issuer, root_key), END)
    own = _certificate("UBND thanh pho", key.public_key(), (issuer, root_key), end)
    token = pkcs12.serialize_key_and_certificates(b"ubnd", key, own, [root], BestAvailableEncryption(PASSWORD))
    return Office(token, asn1.Certificate.load(root.public_bytes(Encoding.DER)))


def decision(fingerprint: str | None) -> bytes:
    """A decision and its annex on two pages, not signed yet."""
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 720, "QUYET DINH so 123/QD-UBND")
    canvas.showPage()
    canvas.drawString(72, 40, f"Ma kiem chung: {printed(fingerprint)}" if fingerprint else "Phu luc")
    canvas.save()
    return made.getvalue()


def signed(data: bytes, by: Office | None = None) -> bytes:
    """The same PDF with a signature."""
    signer = signers.SimpleSigner.load_pkcs12_data((by or office()).token, [], PASSWORD)
    assert signer
    out = BytesIO()
    metadata = signers.PdfSignatureMetadata(field_name="ChuKy")
    with ThreadPoolExecutor(max_workers=1) as apart:  # signing runs a loop, and so does a browser of the tests
        apart.submit(signers.sign_pdf, IncrementalPdfFileWriter(BytesIO(data)), metadata, signer, output=out).result()
    return out.getvalue()


def signed_decision(fingerprint: str, by: Office | None = None) -> bytes:
    """A signed decision whose annex is of that run."""
    return signed(decision(fingerprint), by)


def _certificate(
    name: str, key: ec.EllipticCurvePublicKey, issuer: tuple[str, ec.EllipticCurvePrivateKey], end: datetime
) -> x509.Certificate:
    is_root = name == issuer[0]
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer[0])]))
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGIN)
        .not_valid_after(max(end, BEGIN + timedelta(days=1)))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=not is_root,
                key_cert_sign=is_root,
                crl_sign=is_root,
                **usage,
            ),
            critical=True,
        )
    )
    return builder.sign(issuer[1], hashes.SHA256())
