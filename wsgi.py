"""The door for a WSGI server: `gunicorn wsgi:app`."""

from survey.app import create_app
from survey.config import read_settings

app = create_app(read_settings())
