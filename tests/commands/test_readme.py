"""What the README promises to a newcomer is run as it stands there."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from survey.database import Database
from tests.house.sources import HOUSE

README = (HOUSE / "README.md").read_text(encoding="utf-8")
OWN_WAVE = re.search(r"## Your own wave\n\n```sh\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_ones_own_wave_takes_ten_lines_of_shell(
    environment: Mapping[str, str], database: Database, tmp_path: Path
) -> None:
    """The lines of the README, run in a shell, end with a published result and the documents of the same run."""
    assert OWN_WAVE is not None
    lines = OWN_WAVE[1].splitlines()
    assert len(lines) == 10
    for name in ("docs", ".venv"):
        (tmp_path / name).symlink_to(HOUSE / name)
    script = "\n".join(["set -e", *lines])
    done = subprocess.run(
        ["sh", "-c", script],
        env={**os.environ, **environment},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "public at /results/thu-nghiem" in done.stdout
    scored, again = re.findall(r"(?:[0-9A-F]{4} ){3}[0-9A-F]{4}", done.stdout)
    assert scored == again
    assert (tmp_path / "documents" / "phu-luc-xep-hang.pdf").read_bytes().startswith(b"%PDF")
    with database.reading() as tx:
        assert tx.connection().exec_driver_sql("SELECT count(*) FROM publication WHERE published IS NOT NULL").scalar()
