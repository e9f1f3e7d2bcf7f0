#!/bin/sh
# Resolves pyproject.toml into the two lock files: every version with its hashes, no registry named.
# `lock.sh --check` needs no network: it says whether the lock files were made from this pyproject.toml.
set -eu
locks="requirements.lock requirements-dev.lock"

asked() {
    .venv/bin/python - <<'PYTHON'
import hashlib, json, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)
asked = [project["project"]["requires-python"], project["project"]["dependencies"], project["dependency-groups"]]
print("# made from", hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()[:16])
PYTHON
}

if [ "${1:-}" = "--check" ]; then
    for lock in $locks; do
        [ "$(head -n 1 "$lock")" = "$(asked)" ] || {
            echo "$lock was not made from this pyproject.toml: run make lock." >&2
            exit 1
        }
    done
    exit
fi

uv=$(command -v uv || echo .tools/bin/uv)
compile() {
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate "$@"
}
compile --group build --output-file requirements.lock
compile --group build --group dev --output-file requirements-dev.lock
for lock in $locks; do
    { asked && cat "$lock"; } > "$lock.new"
    mv "$lock.new" "$lock"
done
