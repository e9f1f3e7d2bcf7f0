"""Long work: the worker, and the kinds of work it does."""
