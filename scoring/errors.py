"""The one exception of the room: a refusal that says in one sentence what is wrong and what to do."""


class Refusal(Exception):  # noqa: N818 - the house word; it ends as a sentence, never as a traceback
    """What cannot be computed, in Vietnamese and in English; `str()` is the English sentence."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en
