"""Names for the answers of a snapshot: the same in every snapshot of a wave, stored nowhere."""

import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

LABEL_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Labels:
    """Keyed names: who lacks the wave's snapshot key cannot lead one back to a stored answer."""

    key: bytes

    def response(self, response: UUID) -> str:
        """The 12 hexadecimal digits that stand for a response."""
        return self._digest(b"response", response)[:LABEL_DIGITS]

    def text(self, response: UUID, place: str) -> int:
        """The row number of a free text, which nothing joins to its response."""
        return int(self._digest(b"text " + place.encode(), response)[:LABEL_DIGITS], 16)

    def _digest(self, purpose: bytes, response: UUID) -> str:
        return hmac.new(self.key, purpose + b"\n" + response.bytes, hashlib.sha256).hexdigest()
