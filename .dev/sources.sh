# The libraries as source. On Debian they come from its archive, signed, and CMake is pointed at
# them; elsewhere CMake clones the commits that src/dependencies.cmake pins.

# name of FetchContent, upstream version, what apt calls it: a source or a package (for headers).
libraries='
    nlohmann_json   3.11.3                package  nlohmann-json3-dev
    cmark_gfm       0.29.0.gfm.13         source   cmark-gfm
    imgui           1.92.2b               source   imgui
    doctest         2.4.11                source   doctest
    lexbor          3.0.1                 package  liblexbor-dev
    libunibreak     6.1                   source   libunibreak
    sheenbidi       3.0.0                 source   sheenbidi
    libyaml         0.2.5                 source   libyaml
    tomlplusplus    3.4.0                 package  libtomlplusplus-dev
    pugixml         1.14                  source   pugixml
    cpp_httplib     0.41.0                source   cpp-httplib
    stb             0.0~git20250907       package  libstb-dev
    quickjs         2025.04.26            source   quickjs
'
library_suites=(forky trixie)

use_debian_sources() { on_debian && [[ ${BLATT_SOURCES:-debian} == debian ]]; }

each_library() {
    local name version kind package
    while read -r name version kind package; do
        [[ -z $name ]] || "$@" "$name" "$version" "$kind" "$package"
    done <<<"$libraries"
}

source_options=()
# Fills source_options with what CMake is told about the unpacked libraries.
find_sources() {
    source_options=()
    use_debian_sources || return 0
    each_library add_source_option
}
add_source_option() {
    source_options+=("-DFETCHCONTENT_SOURCE_DIR_${1^^}=$cache/sources/$1-$2")
}

get_sources() {
    use_debian_sources || return 0
    each_library get_library
}

get_library() {
    local name=$1 version=$2 kind=$3 package=$4
    local place="$cache/sources/$name-$version"
    [[ ! -d $place ]] || return 0
    local suite work="$cache/sources/.partial-$name-$$"
    for suite in "${library_suites[@]}"; do
        rm -rf "$work"
        mkdir -p "$work/unpacked"
        prepare_apt "$suite"
        if (cd "$work" && "download_$kind" "$suite" "$package" "$version"); then
            mv "$work/unpacked" "$place"
            rm -rf "$work"
            echo "note: $name $version from Debian $suite"
            return 0
        fi
    done
    rm -rf "$work"
    fail "no $name $version ($kind $package) in Debian's ${library_suites[*]}." \
        "The messages of apt stand above. If the archive is out of reach, try again later;" \
        "with BLATT_SOURCES=git CMake clones the pinned commit from its own repository instead."
}

# The private apt configuration leaves the machine's own lists untouched.
prepare_apt() {
    local suite=$1 place="$cache/apt/$1"
    export APT_CONFIG="$place/apt.conf"
    # An old list names releases that the archive has replaced meanwhile.
    [[ -z $(find "$place/ready" -mmin -300 2>/dev/null) ]] || return 0
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror=$(debian_mirror)
    mkdir -p "$place/lists/partial" "$place/cache/archives/partial"
    printf 'deb%s [signed-by=%s] %s %s main\n' '' "$keyring" "$mirror" "$suite" \
        -src "$keyring" "$mirror" "$suite" >"$place/sources.list"
    cat >"$place/apt.conf" <<CONF
Dir::Etc::sourcelist "$place/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::trusted "$keyring";
Dir::State::lists "$place/lists";
Dir::Cache "$place/cache";
Acquire::Check-Valid-Until "false";
Acquire::Languages "none";
APT::Sandbox::User "root";
CONF
    apt-get update || fail "the package lists of Debian $suite could not be read from $mirror."
    touch "$place/ready"
}

# The machine's own mirror, without the configuration above.
debian_mirror() {
    local mirror
    mirror=$(env -u APT_CONFIG apt-get indextargets --format '$(REPO_URI)' 2>/dev/null |
        grep -v security | sort | uniq -c | sort -rn | awk '$2 ~ /debian/ { print $2; exit }')
    [[ -n $mirror ]] || fail "apt knows no Debian mirror." "Run apt-get update first."
    echo "$mirror"
}

download_source() {
    local suite=$1 package=$2 wanted=$3 version
    version=$(apt-cache showsrc --only-source "$package" | awk '/^Version:/ { print $2 }' | grep -Fm1 "$wanted") || {
        echo "Debian $suite has no source $package $wanted."
        return 1
    }
    apt-get source --download-only --only-source --tar-only "$package=$version" || return 1
    tar -x --strip-components=1 -C unpacked -f ./*.orig.tar.*
}

# A development package, as include/ and lib/.
download_package() {
    local suite=$1 package=$2 wanted=$3 version
    version=$(apt-cache show "$package" | awk '/^Version:/ { print $2 }' | grep -Fm1 "$wanted") || {
        echo "Debian $suite has no package $package $wanted."
        return 1
    }
    apt-get download "$package=$version" || return 1
    dpkg-deb -x ./*.deb package
    mkdir -p unpacked/lib package/usr/lib
    mv package/usr/include unpacked/include &&
        find package/usr/lib -name '*.a' -exec mv {} unpacked/lib/ \;
}
