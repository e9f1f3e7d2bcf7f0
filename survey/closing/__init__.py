"""After the answers: stop, close, exclude, score."""
