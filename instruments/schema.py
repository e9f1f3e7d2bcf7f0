"""The published JSON Schema of an instrument file."""

from instruments.model import Instrument

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of the instrument file, for editors and for other programs."""
    return {"$schema": _DIALECT, **Instrument.model_json_schema()}
