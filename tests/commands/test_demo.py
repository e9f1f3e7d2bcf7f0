"""The demo goes through the same doors as a real wave, once, whatever interrupts it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from instruments.catalogue import shipped_codes
from survey.app import create_app
from survey.commands.demo import answering, plan
from survey.commands.demo.cases import interviewed, invited
from survey.config import Settings
from survey.database import Database
from survey.people.audit import head, verify
from survey.records import Account, HardConfirmation, HardFile, Publication, Response, Wave
from tests.commands.conftest import Thuocdo


class Killed(BaseException):
    """The end of a process, as far as one process can play it."""


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A demo of a few answers a unit: the same steps, a tenth of the time."""
    monkeypatch.setattr(plan, "COMMUNE_ANSWERS", (11, 12))
    monkeypatch.setattr(plan, "AGENCY_ANSWERS", (11, 12))
    monkeypatch.setattr("survey.commands.demo.cases.INTERVIEWED", {"06841": 20})
    monkeypatch.setattr("survey.commands.demo.cases.BEGUN", (1, 2))


def test_the_demo_ends_with_one_published_and_one_open_wave(
    thuocdo: Thuocdo, database: Database, settings: Settings
) -> None:
    """Three accounts are shown once; asking again shows and changes nothing."""
    first = thuocdo("demo").stdout
    assert [line.split()[2] for line in first.splitlines()[1:]] == ["method_officer", "approver", "unit_viewer"]
    with database.reading() as tx:
        assert {wave.code: wave.state for wave in tx.scalars(select(Wave))} == {
            plan.PUBLISHED: "closed",
            plan.OPEN: "open",
        }
        assert all(tx.scalars(select(Wave.simulated)))
        assert all(tx.scalars(select(Account.demo)))
        before = head(tx)
        assert verify(tx).ok
    assert thuocdo("demo").stdout == ""
    with database.reading() as tx:
        assert head(tx) == before
    client = create_app(settings, database).test_client()
    assert client.get(f"/s/{plan.OPEN}").status_code == 200
    assert "MÔ PHỎNG" in client.get(f"/results/{plan.PUBLISHED}").text


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_an_interrupted_demo_goes_on_where_it_was(
    thuocdo: Thuocdo, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some answers were stored before the end; all are there once afterwards."""
    with monkeypatch.context() as patched:
        patched.setattr(answering, "counted", _one_and_no_more)
        with pytest.raises(Killed):
            thuocdo("demo")
    assert 0 < _responses(database) < len(invited(plan.targets()))
    thuocdo("demo")
    assert _responses(database) == len(invited(plan.targets())) + len(interviewed(plan.targets()))
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Publication)) == 1
        begun = select(func.count()).select_from(Response).join(Wave, Wave.id == Response.wave)
        assert (tx.scalar(begun.where(Wave.code == plan.OPEN)) or 0) >= len(plan.targets())


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_the_whole_demo_publishes_a_wave_of_every_shipped_instrument(
    thuocdo: Thuocdo, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Collected from a file, hard figures confirmed by a second person, scored, published; asked again it adds none."""
    monkeypatch.setattr("survey.commands.demo.further.ANSWERS", 12)
    thuocdo("demo", "--full")
    thuocdo("demo", "--full")
    client = create_app(settings, database).test_client()
    for code in shipped_codes():
        page = client.get(f"/results/{code}-2026")
        assert page.status_code == 200, code
        assert "MÔ PHỎNG" in page.text
    with database.reading() as tx:
        assert tx.scalar(select(func.count()).select_from(Publication)) == len(shipped_codes())
        confirmed = select(HardFile.template).join(HardConfirmation, HardConfirmation.file == HardFile.id)
        assert set(tx.scalars(confirmed)) == {"generic", "ho_so_tthc", "kien_nghi"}


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_database_with_somebodys_wave_is_left_alone(thuocdo: Thuocdo, database: Database) -> None:
    """The demo fills empty databases only."""
    thuocdo("db", "upgrade")
    units = "docs/examples/units.csv"
    days = ("--from", "2026-11-01", "--to", "2026-12-31")
    thuocdo("wave", "create", "mine", "--instrument", plan.INSTRUMENT, "--units", units, *days)
    refused = thuocdo("demo", status=1)
    assert "empty" in refused.stderr
    with database.reading() as tx:
        assert list(tx.scalars(select(Wave.code))) == ["mine"]


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_demo_is_never_served_to_others(thuocdo: Thuocdo, database: Database, free_port: int) -> None:
    """Invented accounts and answers stay on the machine."""
    with database.writing() as tx:
        tx.add(Account(name="x", password="x", demo=True))
    refused = thuocdo("serve", "--host", "0.0.0.0", "--port", str(free_port), status=1)  # noqa: S104 - refused
    assert "1 demo accounts" in refused.stderr


def test_the_full_demo_shows_every_state() -> None:
    """Most units get enough answers for a rank, some too few for one, some too few to be shown."""
    counts = [target.answers for target in plan.targets()]
    assert len(counts) > 70
    assert sum(count < 10 for count in counts) == 3
    assert all(target.drawn >= 20 for target in plan.targets())


def _one_and_no_more(things: range, _: str) -> Iterator[int]:
    yield things[0]
    raise Killed


def _responses(database: Database) -> int:
    with database.reading() as tx:
        of_wave = select(func.count()).select_from(Response).join(Wave, Wave.id == Response.wave)
        return tx.scalar(of_wave.where(Wave.code == plan.PUBLISHED)) or 0
