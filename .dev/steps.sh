# Progress, failure and freshness: what every other part of `dev` is written with.

step_number=0
step_count=0

# fail MESSAGE...: says what is wrong and how to help it, one argument a line, and ends.
fail() {
    printf '\n%s\n' "blatt: $1" >&2
    shift
    [[ $# -eq 0 ]] || printf '  %s\n' "$@" >&2
    exit 1
}

# plan N: how many steps are ahead, for the progress lines.
plan() {
    step_number=0
    step_count=$1
}

# step NAME COMMAND...: runs one step quietly, says how long it took, and shows all that it printed
# when it fails. Never call it in a condition: bash would then ignore errors inside the command.
step() {
    local name=$1
    shift
    step_number=$((step_number + 1))
    local label="[$step_number/$step_count] $name"
    local log="$root/build/logs/${name//[^a-z0-9]/-}.log"
    mkdir -p "${log%/*}"
    local began=$SECONDS status=0
    heartbeat "$label" &
    local heart=$!
    set +e
    (set -e; "$@") >"$log" 2>&1
    status=$?
    set -e
    kill "$heart" 2>/dev/null || true
    wait "$heart" 2>/dev/null || true
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
        echo "$label: failed after $((SECONDS - began)) s" >&2
        return "$status"
    fi
    echo "$label: $((SECONDS - began)) s"
    grep '^note: ' "$log" || true
}

heartbeat() {
    trap 'kill "$pause" 2>/dev/null; exit 0' TERM
    local pause
    sleep 5 & pause=$!
    wait "$pause"
    echo "$1 …"
    local began=$SECONDS
    # An interrupted `dev` leaves nobody to stop this.
    while kill -0 $$ 2>/dev/null; do
        sleep 30 & pause=$!
        wait "$pause"
        echo "$1 … $((SECONDS - began + 5)) s"
    done
}

# fresh STAMP KEY: whether the work that STAMP stands for was done for KEY.
fresh() { [[ -f $1 && $(<"$1") == "$2" ]]; }

# stamp STAMP KEY: says that it was.
stamp() {
    mkdir -p "${1%/*}"
    printf '%s\n' "$2" >"$1"
}

# key WORD...: a short name for the words and for the contents of those that are files.
key() {
    local word
    for word in "$@"; do
        if [[ -f $word ]]; then cat "$word"; else printf '%s\n' "$word"; fi
    done | sha256sum | cut -c1-16
}

# alone NAME COMMAND...: runs a command while no other `dev` runs one of the same name.
alone() {
    local lock="$cache/locks/$1"
    shift
    mkdir -p "${lock%/*}"
    (
        flock 9
        "$@" 9>&-
    ) 9>"$lock"
}
