"""A snapshot or a run as files in a directory: read whole, written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from scoring.errors import Refusal


def read_directory(path: Path | str) -> dict[str, bytes]:
    """All plain files of a directory by name; refuses where there is no such directory."""
    folder = Path(path)
    if not folder.is_dir():
        raise Refusal(
            vi=f"Không có thư mục {folder}; hãy chỉ đúng thư mục chứa dữ liệu.",
            en=f"There is no directory {folder}; name the directory that holds the files.",
        )
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


def write_directory(path: Path | str, files: Mapping[str, bytes]) -> None:
    """Write the files beside the place and rename them into it; refuses a directory that already holds something."""
    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            vi=f"{folder} đã có nội dung; hãy chọn một thư mục mới.",
            en=f"{folder} already holds something; choose a new directory.",
        )
    if not folder.absolute().parent.is_dir():
        raise Refusal(
            vi=f"Không có thư mục {folder.absolute().parent}; hãy tạo trước.",
            en=f"There is no directory {folder.absolute().parent}; make it first.",
        )
    _move_into(folder, files)


def _move_into(folder: Path, files: Mapping[str, bytes]) -> None:
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.absolute().parent))
    try:
        for name, content in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(content)
        beside.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        os.replace(beside, folder)  # noqa: PTH105 - the atomic rename is the point
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
