#!/bin/sh
# Brings Chromium and poppler from Debian.
set -eu
[ "$(id -u)" = 0 ] || {
    echo "Installing programs needs root: sudo make browsers" >&2
    exit 1
}
command -v apt-get >/dev/null || {
    echo "This machine has no apt-get: install Chromium (as the command chromium) and poppler in its own way." >&2
    exit 1
}
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium poppler-utils
