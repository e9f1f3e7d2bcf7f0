"""Acknowledged means stored, once: the site is killed while answers come in, again and again."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from time import sleep
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from instruments.catalogue import shipped
from survey.clock import now
from survey.config import Settings
from survey.database import Database
from survey.keys import Keys
from survey.people.organisations import organisation_of
from survey.preparing.issue import issue_instrument
from survey.preparing.register import load_register
from survey.preparing.wave import WavePlan, create_wave, open_wave
from survey.records import ConsentText, Rating, Response
from tests.ground.running import kill, served

KILLS = int(os.environ.get("KILLS") or 2)
SENDERS, LOAD_SECONDS, UNIT = 4, 1.0, "06688"
STORED, ALREADY = 201, 200

pytestmark = pytest.mark.crash


@dataclass
class Load:
    """Answers on their way: what was sent, and what the site said was received."""

    address: str
    body: bytes
    sent: list[UUID] = field(default_factory=list)
    received: list[UUID] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def send(self) -> None:
        """Sends one answer after the other until told to stop, or nobody answers."""
        while not self.over.is_set():
            identifier = uuid4()
            self.sent.append(identifier)
            try:
                self.put(identifier)
            except HTTPError:
                raise  # a refusal is a fault of the test
            except (OSError, HTTPException):
                return
            self.received.append(identifier)

    def put(self, identifier: UUID) -> int:
        """Sends an answer under an identifier; gives back the status."""
        headers = {"Content-Type": "application/json"}
        request = Request(f"{self.address}/{identifier}", self.body, headers, method="PUT")  # noqa: S310 - our own site
        with urlopen(request, timeout=30) as answer:  # noqa: S310 - our own site
            return int(answer.status)


def test_killing_the_site_loses_and_doubles_nothing(
    database: Database, settings: Settings, environment: Mapping[str, str], tmp_path: Path, free_port: int
) -> None:
    """Every answer that was acknowledged is there once; every other can be sent again."""
    load = Load(f"http://127.0.0.1:{free_port}/api/v1/waves/crash/responses", _open_wave(database, settings))
    for _ in range(KILLS):
        with served(environment, tmp_path, free_port) as site, _sending(load):
            sleep(LOAD_SECONDS)
            kill(site)
    assert len(load.received) > KILLS
    with database.reading() as tx:
        stored = set(tx.scalars(select(Response.id)))
        assert tx.scalar(select(func.count()).select_from(Rating)) == len(stored)
    assert set(load.received) - stored == set()
    with served(environment, tmp_path, free_port):
        again = {identifier: load.put(identifier) for identifier in load.sent[-20:]}
    assert {status for one, status in again.items() if one in stored} <= {ALREADY}
    assert {status for one, status in again.items() if one not in stored} <= {STORED}


@contextmanager
def _sending(load: Load) -> Iterator[None]:
    load.over.clear()
    threads = [Thread(target=load.send) for _ in range(SENDERS)]
    for thread in threads:
        thread.start()
    yield
    load.over.set()
    for thread in threads:
        thread.join()


def _open_wave(database: Database, settings: Settings) -> bytes:
    """Opens a wave that anybody may answer; gives back the body of an answer to it."""
    with database.writing() as tx:
        load_register(tx)
        office = organisation_of(tx, "so-noi-vu")
        version = issue_instrument(tx, shipped("sipas-giao-dich"), "sipas-giao-dich.yaml", office, now())
        day = now().date()
        plan = WavePlan(
            code="crash",
            instrument_fingerprint=version.fingerprint,
            organisation=office,
            name_vi="Thử",
            name_en="Trial",
            period_from=day,
            period_to=day,
            units=((UNIT, "phuong"),),
            simulated=True,
            open_access=True,
        )
        open_wave(tx, create_wave(tx, plan, now()), Keys(settings.secret_key), now())
        consent = tx.scalars(select(ConsentText.mark).where(ConsentText.language == "vi")).one()
        document = {"units": {"noi_tiep_nhan": UNIT, "co_quan_giai_quyet": UNIT}, "answers": {"q9_24": 5}}
        paradata = {"language": "vi", "consent": consent}
        body = {"instrument": version.fingerprint, "document": document, "paradata": paradata}
    return json.dumps(body).encode()
