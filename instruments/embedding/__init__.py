"""Embedding: one instrument put into another, as one file whose figures stand side by side."""

from instruments.embedding.embed import Embedded, embed
from instruments.embedding.pair import Pair, Wish

__all__ = ["Embedded", "Pair", "Wish", "embed"]
