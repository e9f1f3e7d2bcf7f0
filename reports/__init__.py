"""Documents out of a run: bytes out, nothing stored."""
