"""A served site for tests that go through a socket: a browser, a program, a killed process."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.serving import make_server

Serve = Callable[[Flask], str]


@pytest.fixture
def live_server() -> Iterator[Serve]:
    """`live_server(app)` serves it at the address of its settings, which it returns, until the test ends."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(_served(app))


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    address = app.extensions["thuocdo"].settings.public_url
    server = make_server("127.0.0.1", urlsplit(address).port or 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    thread.join()
    server.server_close()
