#!/bin/sh
# Builds .venv from a lock file whose every package is named by its hash. Usage: setup.sh LOCKFILE
set -eu
lock=$1
python=${PYTHON:-python3}

refuse() {
    echo "$1" >&2
    exit 1
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    refuse "Python 3.11 or newer is needed, and \`$python\` is missing or older: install it, or name another one with make PYTHON=python3.12 …"

find_installer() {
    command -v uv && return
    [ -x .tools/bin/uv ] || {
        "$python" -m pip --version >/dev/null 2>&1 ||
            refuse "pip is missing for \`$python\`: install it (on Debian: apt-get install python3-pip) and run make again."
        echo "Fetching the installer …" >&2
        # Where it has no wheel for this machine, pip does the work below, only slower.
        "$python" -m pip install --quiet --disable-pip-version-check --target .tools uv >/dev/null 2>&1 || true
    }
    [ ! -x .tools/bin/uv ] || echo .tools/bin/uv
}

# The installer does not read pip's settings: an office's own package index is handed on.
index=$("$python" -m pip config get global.index-url 2>/dev/null || true)
index=${PIP_INDEX_URL:-$index}
[ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"

install_with_uv() {
    [ -x .venv/bin/python ] || { rm -rf .venv && "$1" venv --quiet --python "$python" .venv; }
    "$1" pip sync --quiet --python .venv/bin/python --require-hashes "$lock" &&
        "$1" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
}

install_with_pip() {
    "$python" -m venv --clear .venv || return 1
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock" &&
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
}

uv=$(find_installer)
echo "Building .venv from $lock …"
{ [ -n "$uv" ] && install_with_uv "$uv"; } || install_with_pip ||
    refuse "The packages of $lock could not be installed: the lines above name the reason; check the network and run make again."
