"""From a snapshot to a run: the table of contents of scoring."""

from collections.abc import Sequence
from importlib.metadata import version

import pandas as pd

from instruments import fingerprint as prints
from scoring.files.columns import ESTIMATES
from scoring.files.encoding import to_csv
from scoring.run.basis import Basis, basis_of
from scoring.run.beside import distributions_of, goalposts_of, with_alpha
from scoring.run.definition import Defined, defined
from scoring.run.options import Options
from scoring.run.record import Run
from scoring.snapshot import Snapshot


def score(snapshot: Snapshot, options: Options | None = None) -> Run:
    """Every figure of a snapshot: official definition first, the others beside it.

    Raises:
        Refusal: the instrument has no index, or a scale or an item lacks what a definition counts by.
    """
    basis = basis_of(snapshot, options or Options())
    results = [defined(basis, definition) for definition in (basis.index.official, *basis.index.beside)]
    estimates = _joined(results, "estimates")
    reliability = with_alpha(basis, _joined(results, "reliability"))
    return Run(
        estimates=estimates,
        covariance=_joined(results, "covariance"),
        reliability=reliability,
        sums=_joined(results, "sums"),
        distributions=distributions_of(basis),
        goalposts=goalposts_of(basis),
        units=snapshot.tables.units,
        strata=snapshot.tables.strata,
        hard=snapshot.tables.hard,
        criteria=snapshot.tables.criteria,
        wave=snapshot.tables.wave,
        instrument=snapshot.instrument,
        instrument_file=snapshot.instrument_file,
        meta=_meta(basis, results, estimates, reliability),
    )


def _joined(results: Sequence[Defined], name: str) -> pd.DataFrame:
    tables: list[pd.DataFrame] = [getattr(result, name) for result in results]
    return pd.concat(tables, ignore_index=True)


def _meta(
    basis: Basis, results: Sequence[Defined], estimates: pd.DataFrame, reliability: pd.DataFrame
) -> dict[str, object]:
    """What run.json holds: fingerprints, options and seeds, critical values, and how sure the ranking is."""
    index, snapshot = basis.index, basis.snapshot
    whole = reliability[reliability["node"] == index.code]
    return {
        **_fingerprints(basis, to_csv(estimates, ESTIMATES)),
        "wave": snapshot.tables.wave["wave"],
        "snapshot_number": snapshot.tables.wave["snapshot"],
        "made": snapshot.tables.wave["made"],
        "simulated": bool(snapshot.tables.wave["simulated"]),
        "options": basis.options.record(),
        "definition": index.official,
        "inference": index.inference,
        **results[0].told,
        "access": list(index.access),
        "weighted": bool(snapshot.tables.responses["base_weight"].notna().any()),
        "draws": basis.options.draws,
        "seed": basis.options.seed,
        "critical_values": [record for result in results for record in result.critical_values],
        "lambda_b": _by_block(whole, "lambda_b"),
        "advised_form": _by_block(whole, "advised_form"),
        "versions": {name: version(name) for name in ("thuocdo", "numpy", "scipy", "pandas", "pyarrow")},
    }


def _by_block(table: pd.DataFrame, column: str) -> dict[str, dict[str, object]]:
    result: dict[str, dict[str, object]] = {}
    for row in table.to_dict("records"):
        value = row[column]
        result.setdefault(row["definition"], {})[row["block"]] = None if pd.isna(value) else value
    return result


def _fingerprints(basis: Basis, estimates: bytes) -> dict[str, object]:
    """The run's own fingerprint is over the hashes of snapshot, instrument, options and estimates.csv."""
    parts = {
        "snapshot": basis.snapshot.fingerprint,
        "instrument": prints.fingerprint(basis.instrument),
        "options": prints.sha256(prints.canonical(basis.options.record())),
        "estimates": prints.sha256(estimates),
    }
    whole = prints.sha256(prints.canonical(sorted(parts.items())))
    return {"fingerprint": whole, "printed": prints.printed(whole), "fingerprints": parts}
