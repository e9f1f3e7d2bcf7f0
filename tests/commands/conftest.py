"""The command line as a person at a terminal meets it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from survey.commands import main

Thuocdo = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def thuocdo(environment: Mapping[str, str]) -> Thuocdo:
    """`thuocdo("wave", "status")` runs a command in this process; `status` says which exit status is expected."""

    def run(*words: str, status: int = 0, typed: str | None = None) -> Result:
        result = CliRunner().invoke(main, list(words), input=typed, env=dict(environment))
        assert result.exit_code == status, (words, result.output, result.stderr, result.exception)
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture
def process(environment: Mapping[str, str], tmp_path: Path) -> Process:
    """`process("wave", "status")` runs a command in a process of its own."""

    def run(*words: str, **more: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "survey.commands", *words],
            env={**os.environ, **environment, **more},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
