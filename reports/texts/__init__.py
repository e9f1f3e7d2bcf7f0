"""The sentences of documents, in Vietnamese first and English beside."""
