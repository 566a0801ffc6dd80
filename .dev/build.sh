# Configuring and building the presets, and writing a site with the result.

# configure PRESET WRAPPER...: runs CMake when the preset, the libraries or the compiler changed.
# Edits of a CMakeLists.txt are ninja's own affair.
configure() {
    local preset=$1
    shift
    find_sources
    local wanted
    wanted=$(key "$root/CMakePresets.json" "${source_options[@]}" "$@")
    fresh "$root/build/$preset/.blatt-stamp" "$wanted" &&
        [[ -f $root/build/$preset/build.ninja ]] && return
    rm -rf "$root/build/$preset/CMakeCache.txt" "$root/build/$preset/CMakeFiles"
    "$@" cmake --preset "$preset" -S "$root" "${source_options[@]}"
    stamp "$root/build/$preset/.blatt-stamp" "$wanted"
}

# build_preset PRESET [TARGET...]
build_preset() { alone "build-$(key "$root")-$1" build_now "$@"; }

build_now() {
    local preset=$1
    shift
    local targets=()
    [[ $# -eq 0 ]] || targets=(--target "$@")
    # All errors at once instead of the first.
    targets+=(-- -k 0)
    case $preset in
    native | native-asan)
        configure "$preset"
        cmake --build "$root/build/$preset" "${targets[@]}"
        ;;
    wasm | wasm-debug)
        configure "$preset" inside emscripten emcmake
        inside emscripten cmake --build "$root/build/$preset" "${targets[@]}"
        ;;
    fuzz)
        alone compiler make_root fuzz "$fuzz_packages"
        configure "$preset" inside fuzz
        inside fuzz cmake --build "$root/build/$preset" "${targets[@]}"
        ;;
    *) fail "there is no preset $preset." "native, native-asan, wasm, wasm-debug, fuzz" ;;
    esac
}

# write_site CONTENT SITE: the static site of a folder of content, with the front end.
write_site() {
    rm -rf "$2"
    "$root/build/native/blatt" build "$1" -o "$2" --frontend "$root/build/wasm" --web "$root/web"
}

# fuzz_all MINUTES: every target in turn, for an equal share of the time. What breaks one is kept in
# build/fuzz/found; new inputs that reach new code go to build/fuzz/corpus.
fuzz_all() {
    local targets=("$root"/build/fuzz/targets/*) target name
    [[ -x ${targets[0]} ]] || fail "there are no fuzz targets." "tests/fuzz/CMakeLists.txt lists them."
    local seconds=$(($1 * 60 / ${#targets[@]}))
    mkdir -p "$root/build/fuzz/found"
    for target in "${targets[@]}"; do
        name=${target##*/}
        mkdir -p "$root/build/fuzz/corpus/$name" "$root/tests/fuzz/corpus/$name"
        echo "fuzz $name: $seconds s"
        inside fuzz "$target" -max_total_time="$seconds" -timeout=10 -print_final_stats=1 \
            -artifact_prefix="$root/build/fuzz/found/$name-" \
            "$root/build/fuzz/corpus/$name" "$root/tests/fuzz/corpus/$name"
    done
}
