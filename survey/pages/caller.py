"""Whoever makes a request, as tries to sign in are counted: by network, with the browser in words."""

from flask import request

from survey.pages.browser_words import browser_words
from survey.pages.house import house
from survey.pages.network import network_mark
from survey.people.sign_in import Caller


def caller() -> Caller:
    """Where this request comes from."""
    mark = network_mark(house().keys, request.remote_addr)
    return Caller(mark, browser_words(request.headers.get("User-Agent", "")))
