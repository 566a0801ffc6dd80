# What has to be installed on the machine: programs for building, Chromium and fonts for testing.

build_tools=(
    # program      Debian package
    git            git
    g++            g++
    cmake          cmake
    ninja          ninja-build
    node           nodejs
    npm            npm
    xz             xz-utils
)
compiler_tools=(
    mmdebstrap     mmdebstrap
    bwrap          bubblewrap
)
test_tools=(
    brotli         brotli
    clang-format   clang-format
)
test_fonts=(fonts-noto-color-emoji fonts-noto-core fonts-liberation2 fonts-droid-fallback)

on_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# missing_of PROGRAM PACKAGE...: the packages of those programs that are not on PATH.
missing_of() {
    while [[ $# -gt 0 ]]; do
        command -v "$1" >/dev/null || echo "$2"
        shift 2
    done
}

# missing_packages [tests]: what is still to be installed.
missing_packages() {
    missing_of "${build_tools[@]}"
    own_emcc >/dev/null || missing_of "${compiler_tools[@]}"
    [[ ${1:-} == tests ]] || return 0
    missing_of "${test_tools[@]}"
    [[ -n ${CHROMIUM:-} ]] || missing_of chromium chromium
    local font
    if on_debian; then
        for font in "${test_fonts[@]}"; do
            dpkg-query -W -f '${Status}' "$font" 2>/dev/null | grep -q ' installed' || echo "$font"
        done
    fi
}

install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    if [[ ${#missing[@]} -gt 0 ]]; then
        on_debian || fail "these programs or fonts are missing: ${missing[*]}" \
            "Install them with the package manager of this machine and run the command again."
        [[ $EUID -eq 0 ]] || fail "these packages are missing: ${missing[*]}" \
            "sudo apt-get install ${missing[*]}"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update
        apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" ||
            fail "apt-get could not install: ${missing[*]}" "Its messages stand above."
    fi
    check_versions
}

check_versions() {
    at_least "$(g++ -dumpfullversion)" 12 || fail "g++ 12 or newer is needed for C++23." \
        "This machine has $(g++ -dumpfullversion)."
    at_least "$(cmake --version | grep -om1 '[0-9][0-9.]*')" 3.25 || fail "CMake 3.25 or newer is needed."
    at_least "$(node --version | tr -d v)" 18 || fail "Node 18 or newer is needed." \
        "This machine has $(node --version)."
}

# at_least HAVE WANT: compares versions.
at_least() { [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -1) == "$2" ]]; }

install_node_modules() {
    local wanted
    wanted=$(key "$root/package-lock.json" "$(node --version)")
    fresh "$root/node_modules/.blatt-stamp" "$wanted" && return
    npm ci --prefix "$root" --ignore-scripts --no-audit --no-fund ||
        fail "npm ci failed." "It reads package-lock.json and needs the npm registry."
    stamp "$root/node_modules/.blatt-stamp" "$wanted"
}
