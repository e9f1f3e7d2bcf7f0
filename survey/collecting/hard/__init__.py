"""Hard data: figures an office keeps, brought in by template and confirmed by a second person."""
