"""What the installation's secret key protects: small secrets in the database and keyed hashes."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet


class Keys:
    """Seals and hashes under keys derived from one secret."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose; knowing it tells nothing of the others."""
        return hmac.new(self._secret, purpose.encode(), hashlib.sha256).digest()

    def seal(self, purpose: str, plain: bytes) -> str:
        """Encrypts a small secret for keeping in the database."""
        return self._box(purpose).encrypt(plain).decode("ascii")

    def unseal(self, purpose: str, sealed: str) -> bytes:
        """Decrypts what `seal` made; cryptography.fernet.InvalidToken under another key."""
        return self._box(purpose).decrypt(sealed.encode("ascii"))

    def _box(self, purpose: str) -> Fernet:
        return Fernet(urlsafe_b64encode(self.derived(purpose)))
