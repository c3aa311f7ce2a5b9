#!/bin/sh
# Provide what pip cannot: a Python that is new enough and makes virtual environments, Pango (for the PDF) and Chinese
# fonts. What is there is found by trying it, so any source of it will do. On Debian and Ubuntu the rest is installed
# with apt by root or sudo; where that cannot be done, one line says what to install, and the exit status is 1.
#
# usage: scripts/system.sh PYTHON
set -eu

python=$1
system=$(uname -s)
. "$(dirname "$0")/apt.sh"

require_python() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    found=$("$python" -V 2>/dev/null || echo "$python is missing")
    for newer in python3.14 python3.13 python3.12 python3.11; do
        "$newer" -c '' 2>/dev/null && fail "Python 3.11 or newer is needed ($found): make build PYTHON=$newer"
    done
    case $system in
        Darwin) fail "Python 3.11 or newer is needed ($found): brew install python@3.13, then make build PYTHON=python3.13" ;;
        *) fail "Python 3.11 or newer is needed ($found): apt install python3.11-venv, then make build PYTHON=python3.11" ;;
    esac
}

has_libraries() { # has_libraries FILE...: does Python find and load each?
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null
}

has_font() { # has_font PATTERN: does fontconfig know one?
    [ -n "$(fc-list "$1" family 2>/dev/null)" ]
}

missing_on_linux() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    has_libraries libpango-1.0.so.0 libpangoft2-1.0.so.0 || echo libpango-1.0-0 libpangoft2-1.0-0
    has_libraries libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    has_font :lang=zh-cn || echo fonts-noto-cjk fonts-arphic-gkai00mp fonts-liberation
}

missing_on_macos() { # its fonts are Chinese enough
    has_libraries libpango-1.0.0.dylib libpangoft2-1.0.0.dylib libharfbuzz-subset.0.dylib || echo pango
}

require_python
case $system in
    Darwin)
        missing=$(missing_on_macos)
        [ -z "$missing" ] || fail "missing: brew install $missing (with Homebrew's own Python: make build PYTHON=python3.13)"
        ;;
    *)
        missing=$(missing_on_linux | tr '\n' ' ')
        # shellcheck disable=SC2086 # a list of words
        provide $missing
        ;;
esac
