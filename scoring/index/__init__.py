"""From answer codes to items, components and the index."""
