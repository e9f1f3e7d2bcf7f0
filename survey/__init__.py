"""The Flask application: collects answers, closes waves, has them scored, publishes results."""
