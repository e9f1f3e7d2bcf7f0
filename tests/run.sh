#!/bin/sh
# Runs all tests; as root on Debian it first brings what the browser tests need.
set -eu
cd "$(dirname "$0")/.."
if ! command -v chromium >/dev/null || ! command -v pdftotext >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Chromium and poppler …"
        sh tests/browsers.sh >/dev/null 2>&1 || echo "They could not be installed; the other tests run without them."
    fi
fi
# A proxy of the machine has no business with pages of the machine itself.
export no_proxy=127.0.0.1,localhost
exec .venv/bin/pytest -q -n 2
