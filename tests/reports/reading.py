"""What stands on paper, as a reader takes it in."""

import io

from pypdf import PdfReader


def words(data: bytes) -> str:
    """All words of a PDF, page after page, with one space between them."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages)
