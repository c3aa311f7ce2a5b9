#!/bin/sh
# Provide what `make conform` runs the documents through and what is no Python package: programs of Debian's, found by
# trying them, and the npm packages of tests/conform/package.json, each at the version and hash of its lock, in FOLDER.
#
# usage: scripts/conform.sh FOLDER
set -eu

folder=$1
here=$(dirname "$0")
. "$here/apt.sh"

missing() {
    command -v npm >/dev/null || echo npm
    command -v javac >/dev/null || echo default-jdk-headless # veraPDF; the Nu HTML checker
    [ -f /usr/share/java/jaxb-runtime.jar ] || echo libjaxb-java # reads its profiles
    command -v chromium >/dev/null || echo chromium
    command -v pdftotext >/dev/null || echo poppler-utils # reads the words of a PDF
    command -v soffice >/dev/null || echo libreoffice-writer-nogui # DOCX there and back, DOCX to pages
}

# shellcheck disable=SC2046 # a list of words
provide $(missing)
mkdir -p "$folder"
cp "$here/../tests/conform/package.json" "$here/../tests/conform/package-lock.json" "$here/../tests/conform/.npmrc" "$folder"
# Not `npm ci`: it refuses a lock without the builds for other systems, which some registries do not keep.
npm install --silent --prefix "$folder" || fail "npm could not install the packages of tests/conform/package-lock.json"
