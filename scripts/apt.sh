# For the scripts beside it, which read it with `.`: install Debian's packages, or say in one line what to install.

fail() {
    echo "$1" >&2
    exit 1
}

sudo_can_ask() {
    command -v sudo >/dev/null && [ -t 0 ]
}

install_with_apt() { # install_with_apt PACKAGE...
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    [ -z "$as_root" ] || sudo -n true 2>/dev/null || sudo_can_ask || return 1
    echo "apt: installing $*"
    $as_root apt-get update -qq || true # a broken foreign source must not keep Debian's own from serving
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >/dev/null
}

provide() { # provide PACKAGE...: what is missing on Debian or Ubuntu
    [ $# = 0 ] && return
    { command -v apt-get >/dev/null && install_with_apt "$@"; } ||
        fail "missing, for Debian and Ubuntu: sudo apt install $*"
}
