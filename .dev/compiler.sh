# Emscripten: the user's own, else a private root file system of Debian in the cache, entered with
# bubblewrap. The same way clang with libFuzzer comes for the fuzz targets.

emscripten_wanted=3.1.69
emscripten_packages=emscripten,cmake,ninja-build
fuzz_packages=clang,libclang-rt-dev,llvm,cmake,ninja-build
root_suites=(forky trixie)

# own_emcc: succeeds when emcc on PATH is new enough.
own_emcc() {
    local version
    version=$(emcc --version 2>/dev/null | grep -om1 '[0-9]\+\.[0-9]\+\.[0-9]\+') || return 1
    at_least "$version" "$emscripten_wanted"
}

# root_of KIND: the place of the root file system of that kind, if there is one.
root_of() {
    local suite
    for suite in "${root_suites[@]}"; do
        [[ -d $cache/root-$1-$suite ]] && echo "$cache/root-$1-$suite" && return
    done
    return 1
}

get_compiler() {
    own_emcc && return 0
    make_root emscripten "$emscripten_packages"
}

make_root() {
    local kind=$1 packages=$2 suite
    root_of "$kind" >/dev/null && return 0
    command -v mmdebstrap >/dev/null || compiler_advice "mmdebstrap is missing."
    for suite in "${root_suites[@]}"; do
        local work="$cache/.partial-root-$kind-$suite-$$"
        if mmdebstrap --variant=minbase --include="$packages" \
            --aptopt='Apt::Install-Recommends "false"' \
            --aptopt='Acquire::Check-Valid-Until "false"' \
            --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
            "$suite" "$work"; then
            rm -rf "$work/var/cache/apt" "$work/var/lib/apt/lists"
            mv "$work" "$cache/root-$kind-$suite"
            echo "note: $kind from Debian $suite"
            return 0
        fi
        rm -rf "$work"
        echo "note: Debian $suite could not be unpacked for $kind"
    done
    compiler_advice "none of Debian's ${root_suites[*]} could be unpacked; the messages stand above."
}

compiler_advice() {
    fail "no Emscripten $emscripten_wanted or newer on PATH, and $1" \
        "Install one:" \
        "    git clone https://github.com/emscripten-core/emsdk && cd emsdk" \
        "    ./emsdk install 6.0.5 && ./emsdk activate 6.0.5 && source ./emsdk_env.sh" \
        "and run the command again."
}

# inside KIND COMMAND...: runs a command where the compiler of that kind is.
inside() {
    local kind=$1 place
    shift
    local closure="$root/node_modules/.bin/google-closure-compiler"
    if [[ $kind == emscripten ]] && own_emcc; then
        EM_CLOSURE_COMPILER="$closure" "$@"
        return
    fi
    place=$(root_of "$kind") || fail "the compiler for $kind is not set up." "Run ./dev setup."
    mkdir -p "$cache/emscripten-${place##*-}"
    # The folder of the clone and the cache are all of this machine that the compiler sees.
    bwrap --bind "$place" / --dev /dev --proc /proc --tmpfs /tmp \
        --bind "$root" "$root" --bind "$cache" "$cache" --chdir "$root" --die-with-parent \
        --clearenv --setenv PATH /usr/local/bin:/usr/bin:/bin --setenv HOME /tmp \
        --setenv LANG C.UTF-8 --setenv EM_CACHE "$cache/emscripten-${place##*-}" --setenv EM_FROZEN_CACHE 0 \
        --setenv EM_CLOSURE_COMPILER "$closure" \
        "$@"
}
