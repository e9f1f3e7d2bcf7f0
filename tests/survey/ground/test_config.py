"""Settings: what is missing or too weak is said before anything starts."""

from pathlib import Path

import pytest

from survey.config import SettingError, read_settings

PUBLIC = {"THUOCDO_PUBLIC_URL": "https://khaosat.example.vn"}


def test_a_machine_of_ones_own_gets_a_key_of_its_own_once(tmp_path: Path) -> None:
    """Made when first asked for, the same ever after, readable by its owner alone."""
    first = read_settings({}, tmp_path).secret_key
    assert len(first) == 64
    assert read_settings({}, tmp_path).secret_key == first
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0


def test_half_a_key_is_refused(tmp_path: Path) -> None:
    """A file cut short by a full disk is no secret."""
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret-key").write_text("")
    with pytest.raises(SettingError, match="cut short"):
        read_settings({}, tmp_path)


@pytest.mark.parametrize("given", [{}, {"THUOCDO_SECRET_KEY": "x"}])
def test_a_site_open_to_others_needs_a_long_key(tmp_path: Path, given: dict[str, str]) -> None:
    """None, or one that could be guessed, is refused by name."""
    with pytest.raises(SettingError, match="THUOCDO_SECRET_KEY"):
        read_settings(PUBLIC | given, tmp_path)
