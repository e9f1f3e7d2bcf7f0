"""A snapshot or a run as files: the columns of its tables, the bytes of a table, the directory they lie in."""

from scoring.files.directory import read_directory, write_directory

__all__ = ["read_directory", "write_directory"]
