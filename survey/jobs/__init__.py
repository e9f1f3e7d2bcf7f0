"""Long work: the worker and one file per kind."""
