"""The door for a WSGI server: `gunicorn wsgi:app`."""

from survey.commands.application import application

app = application()
