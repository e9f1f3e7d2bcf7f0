#!/bin/sh
# Builds .venv from a lock file whose every package is named by its hash. Usage: setup.sh LOCKFILE
set -eu
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    echo "Python 3.11 or newer is needed (\`$python\` is missing or older); install it or name another one: make PYTHON=python3.12 …" >&2
    exit 1
}
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    [ -x .tools/bin/uv ] || {
        "$python" -m pip --version >/dev/null 2>&1 || {
            echo "pip is missing for \`$python\`: install it (on Debian: apt-get install python3-pip) and run make again." >&2
            exit 1
        }
        echo "Fetching the installer …"
        "$python" -m pip install --quiet --disable-pip-version-check --target .tools uv 2>/dev/null || true
    }
    [ -x .tools/bin/uv ] && uv=.tools/bin/uv
fi
echo "Building .venv from $1 …"
if [ -n "$uv" ]; then
    [ -x .venv/bin/python ] || "$uv" venv --quiet --python "$python" .venv
    "$uv" pip sync --quiet --python .venv/bin/python --require-hashes "$1"
    "$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
else
    [ -x .venv/bin/python ] || "$python" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
fi
