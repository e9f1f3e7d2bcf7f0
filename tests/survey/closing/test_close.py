"""Closing: answers become snapshot 1, under labels that lead nowhere, and traces are erased."""

import hashlib
import hmac
import time

import pytest
from sqlalchemy import func, select

from scoring import snapshot as snapshots
from scoring.snapshot import Snapshot
from survey.closing.close import close_wave
from survey.closing.files import files_of_snapshot
from survey.closing.stop import stop_wave
from survey.database import Database
from survey.errors import Refused
from survey.keys import Keys
from survey.records import Imported, Response, SnapshotRow, Withdrawal
from tests.survey.office import NOW, UNITS, answered, filled, found, opened


def _closed(database: Database, keys: Keys) -> tuple[SnapshotRow, Snapshot]:
    with database.writing() as tx:
        stop_wave(tx, found(tx), NOW)
        snapshot = close_wave(tx, found(tx), keys, NOW)
    with database.reading() as tx:
        return snapshot, snapshots.read(files_of_snapshot(tx, snapshot.id))


def test_a_closed_wave_has_one_row_a_response_and_one_a_rated_unit(database: Database, keys: Keys) -> None:
    """Two responses: one names one unit in both roles, the other two units."""
    wave = opened(database, keys)
    with database.writing() as tx:
        answered(tx, wave, {"nhan": "06652", "giai_quyet": "06652"}, {"polite": 5, "prompt": 4, "trips": 2})
        answered(tx, wave, {"nhan": "06652", "giai_quyet": "so-tai-chinh"}, {"polite": {"none": "unknown"}})
    row, snapshot = _closed(database, keys)
    responses = snapshot.tables.responses.sort_values("n_rated")
    ratings = snapshot.tables.ratings.sort_values(["unit", "roles"])
    assert (row.number, row.reason, row.fingerprint) == (1, "closed", snapshot.fingerprint)
    assert responses[["n_rated", "trips__none"]].to_numpy().tolist() == [[1, 0], [2, -1]]
    assert ratings[["unit", "roles", "polite", "prompt"]].to_numpy().tolist() == [
        ["06652", "giai_quyet;nhan", 5, 4],
        ["06652", "nhan", -5, -2],
        ["so-tai-chinh", "giai_quyet", -2, -1],
    ]


def test_a_response_is_named_by_a_keyed_label_that_is_stored_nowhere(database: Database, keys: Keys) -> None:
    """Twelve hexadecimal digits of an HMAC under the wave's sealed key; rows stand in their order."""
    filled(database, keys, each=6)
    with database.reading() as tx:
        stored = list(tx.scalars(select(Response.id)))
        key = keys.unseal("snapshot", found(tx).snapshot_key or "")
    _, snapshot = _closed(database, keys)
    labels = snapshot.tables.responses["response"].tolist()
    expected = [hmac.new(key, b"response\n" + one.bytes, hashlib.sha256).hexdigest()[:12] for one in stored]
    assert labels == sorted(expected)
    assert set(snapshot.tables.ratings["response"]) == set(labels)


def test_free_texts_lie_apart_without_a_way_back(database: Database, keys: Keys) -> None:
    """A text has a row number of its own, in whose order it stands, and no response."""
    wave = opened(database, keys)
    with database.writing() as tx:
        for number in range(8):
            answered(tx, wave, {"nhan": "06652", "giai_quyet": "06652"}, {"wish": f"Góp ý {number}"})
    _, snapshot = _closed(database, keys)
    texts = snapshot.tables.texts
    rows = texts["row"].tolist()
    assert sorted(texts["text"]) == [f"Góp ý {number}" for number in range(8)]
    assert rows == sorted(rows)
    assert "response" not in texts
    labels = {int(label, 16) for label in snapshot.tables.responses["response"]}
    assert not labels & set(rows)
    assert "wish" not in snapshot.tables.responses


def test_units_bear_the_names_of_the_wave_s_day(database: Database, keys: Keys) -> None:
    """With block and sort key, as the register has them."""
    filled(database, keys, each=2)
    _, snapshot = _closed(database, keys)
    units = snapshot.tables.units
    assert set(zip(units["unit"], units["block"], strict=True)) == set(UNITS)
    assert units.set_index("unit").loc["06652", ["name_vi", "kind"]].tolist() == ["Phường Hà Tu", "ward"]
    assert units["sort_key"].notna().all()


def test_the_wave_says_when_it_was_what(database: Database, keys: Keys) -> None:
    """Days, the organisation by its code, and that it is simulated."""
    filled(database, keys, each=2)
    _, snapshot = _closed(database, keys)
    wave = snapshot.tables.wave
    assert {name: wave[name] for name in ("wave", "snapshot", "organisation", "opened", "closed", "simulated")} == {
        "wave": "tiny-2026",
        "snapshot": 1,
        "organisation": "so-noi-vu",
        "opened": "2026-09-15",
        "closed": "2026-09-15",
        "simulated": True,
    }


def test_closing_erases_what_could_recognise_a_late_copy(database: Database, keys: Keys) -> None:
    """Hashes of withdrawn and imported answers, and of withdrawal codes; the answers stay."""
    wave = opened(database, keys)
    with database.writing() as tx:
        answered(tx, wave, {"nhan": "06652", "giai_quyet": "06652"}, {}, withdrawal="a" * 64)
        tx.add(Withdrawal(wave=wave.id, identifier_hash="b" * 64))
        tx.add(Imported(wave=wave.id, row_hash="c" * 64))
    _closed(database, keys)
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Withdrawal)) == 0
        assert tx.scalar(select(func.count()).select_from(Imported)) == 0
        assert list(tx.scalars(select(Response.withdrawal))) == [None]


def test_a_wave_is_stopped_before_it_is_closed(database: Database, keys: Keys) -> None:
    """Closing an open wave is refused and makes nothing."""
    opened(database, keys)
    with pytest.raises(Refused, match="The wave is “open”, so this cannot be done; it must be “stopped”"):
        _close(database, keys)
    with database.reading() as tx:
        assert found(tx).state == "open"
        assert tx.scalar(select(func.count()).select_from(SnapshotRow)) == 0


def test_a_wave_is_closed_once(database: Database, keys: Keys) -> None:
    """Whoever closes it second is told so; there is one snapshot."""
    filled(database, keys, each=2)
    _closed(database, keys)
    with pytest.raises(Refused, match="The wave is “closed”"):
        _close(database, keys)
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(SnapshotRow)) == 1


def test_a_wave_without_answers_closes_too(database: Database, keys: Keys) -> None:
    """Its tables have their columns and no rows."""
    opened(database, keys)
    _, snapshot = _closed(database, keys)
    assert len(snapshot.tables.responses) == len(snapshot.tables.ratings) == 0
    assert {"response", "trips", "trips__none"} <= set(snapshot.tables.responses)


def test_fifteen_thousand_responses_close_in_seconds(database: Database, keys: Keys) -> None:
    """A wave of the whole province takes seconds of work, on whatever this machine is."""
    filled(database, keys, each=3750)
    begun = time.process_time()
    _, snapshot = _closed(database, keys)
    seconds = time.process_time() - begun
    assert len(snapshot.tables.responses) == 15_000
    assert seconds < 15


def _close(database: Database, keys: Keys) -> None:
    with database.writing() as tx:
        close_wave(tx, found(tx), keys, NOW)
