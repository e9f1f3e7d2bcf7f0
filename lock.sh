#!/bin/sh
# Resolves pyproject.toml into the two lock files: every version with its hashes, no registry named.
set -eu
uv=$(command -v uv || echo .tools/bin/uv)
compile() {
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate "$@"
}
compile --group build --output-file requirements.lock
compile --group build --group dev --output-file requirements-dev.lock
