# Sourced by the start scripts of this folder: what a real server on loopback needs, whichever server it is.
# Everything lives under one directory; nothing of the system's own mail configuration is read or written.

die() { echo "${0##*/}: $*" >&2; exit 1; }

need() {
    local tool
    for tool; do command -v "$tool" >/dev/null || die "$tool is not installed"; done
}

# begin NAME [DIR]: sets DIR, made new and removed at the end unless the caller named it.
begin() {
    [ "$(id -u)" = 0 ] || die "needs root: a mail server changes its user and its root directory"
    need ss openssl flock
    PATH=$PATH:/usr/sbin:/sbin
    if [ -n "${2:-}" ]; then
        mkdir -p "$2"; DIR=$(cd "$2" && pwd); KEEP=yes
    else
        DIR=$(mktemp -d "${TMPDIR:-/tmp}/smtp-inspector-$1.XXXXXX"); KEEP=
    fi
    chmod 755 "$DIR"   # the servers' own users must be able to reach their sockets
    PIDS=() LOCK=
    trap finish EXIT
    trap 'exit 0' TERM INT HUP
}

# claim_ports: sets BASE, the first of ten loopback ports that are free and that no other start script has.
# Postfix binds with SO_REUSEPORT, so a second one on a busy port starts without an error and steals connections;
# a look at what listens is not enough between two scripts that start together, hence the lock, held until the servers end.
claim_ports() {
    local locks=${TMPDIR:-/tmp}/smtp-inspector-ports
    mkdir -p "$locks"
    for _ in {1..100}; do
        BASE=$((20000 + RANDOM % 1200 * 10))   # below the range that outgoing connections take theirs from
        LOCK=$locks/$BASE
        exec 9>"$LOCK"
        flock -n 9 || { LOCK=; continue; }
        ss -Hltn | awk -v from=$BASE '{ n = split($4, part, ":"); if (part[n] >= from && part[n] < from + 10) busy = 1 } END { exit busy }' && return
    done
    die "no free ports"
}

# certificate DIR: cert.pem and key.pem for localhost, signed by itself, so that cert.pem is also the CA file for clients.
certificate() {
    mkdir -p "$1"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=localhost \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:::1' -keyout "$1/key.pem" -out "$1/cert.pem" 2>/dev/null
    chmod 600 "$1/key.pem"
}

# fill TEMPLATE FILE: copies a configuration, with @DIR@ and @PORT0@ to @PORT9@ filled in.
fill() {
    local port script="s|@DIR@|$DIR|g"
    for port in {0..9}; do script+=";s|@PORT$port@|$((BASE + port))|g"; done
    sed "$script" "$1" > "$2"
}

# make_root ROOT SOURCE=TARGET...: a directory to chroot into, with these programs and the libraries they load.
# Exim and OpenSMTPD have their users and paths compiled in: this gives them their own without touching the system's.
make_root() {
    local root=$1 pair found library; shift
    mkdir -p "$root"/{dev,etc,lib,run,tmp,var}
    chmod 1777 "$root/tmp"
    ln -sfn ../run "$root/var/run"
    mknod -m 666 "$root/dev/null" c 1 3
    mknod -m 666 "$root/dev/random" c 1 8
    mknod -m 666 "$root/dev/urandom" c 1 9
    for pair; do
        install -D "${pair%%=*}" "$root/${pair#*=}"
        # fetch-packages unpacks only the libraries that the system lacks, so none of the system's is hidden by this.
        found=$(LD_LIBRARY_PATH=$(find "$(unpacked)/root" -name '*.so.*' -printf '%h\n' 2>/dev/null | sort -u | paste -sd:) ldd "${pair%%=*}")
        case $found in *'not found'*) die "${pair%%=*} lacks libraries: $found" ;; esac
        # A library is found by its name in /lib; the loader is named by its whole path.
        for library in $(awk '$2 == "=>" { print $3 }' <<<"$found"); do cp -Lu "$library" "$root/lib/"; done
        for library in $(awk '$1 ~ /^\// { print $1 }' <<<"$found"); do install -D "$library" "$root/$library"; done
    done
    echo 'hosts: files' > "$root/etc/nsswitch.conf"
    printf '127.0.0.1 localhost mx.loop.test\n::1 localhost\n' > "$root/etc/hosts"
}

# unpacked: the folder into which fetch-packages unpacked the servers that cannot be installed beside Postfix.
unpacked() { echo "${SMTP_INSPECTOR_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/smtp-inspector-peers}"; }

# program NAME...: the path of the first of these that is unpacked or installed.
program() {
    local name place
    for name; do
        for place in "$(unpacked)/root/usr/sbin" /usr/sbin; do
            [ -x "$place/$name" ] && { echo "$place/$name"; return; }
        done
    done
    die "$1 is neither unpacked (tests/Peers/fetch-packages) nor installed"
}

# background COMMAND...: starts a server in the foreground form of its own, its output into DIR/output.
background() { "$@" </dev/null >>"$DIR/output" 2>&1 & PIDS+=($!); }

# ready NAME=VALUE...: waits until every port given is listened on, then prints the lines and "ready", and stays
# until standard input ends: whoever started this holds the other end, so a starter that dies ends the servers too.
ready() {
    local pair tries status
    for pair; do
        case ${pair#*=} in *[!0-9]*) continue ;; esac
        for tries in {1..150}; do
            ss -Hltn "sport = :${pair#*=}" | grep -q . && break
            alive || die "the server ended: $(tail -n 3 "$DIR/output")"
            sleep 0.1
        done
        [ "$tries" -lt 150 ] || die "nothing listens on ${pair}: $(tail -n 3 "$DIR/output")"
    done
    printf '%s\n' "$@" "directory=$DIR" ready
    while alive; do
        read -r -t 1 _; status=$?
        [ $status -gt 128 ] || [ $status = 0 ] || exit 0   # over 128: a second passed without a line
    done
    die "the server ended: $(tail -n 3 "$DIR/output")"
}

alive() {
    local pid
    for pid in "${PIDS[@]}"; do kill -0 "$pid" 2>/dev/null || return 1; done
}

# The master of Postfix is not a child of this shell: `wait` does not know it, hence the look at each after it.
finish() {
    local status=$? pid
    trap '' TERM INT HUP PIPE
    for pid in "${PIDS[@]}"; do kill -TERM "$pid" 2>/dev/null; done
    for pid in "${PIDS[@]}"; do
        for _ in {1..100}; do
            wait "$pid" 2>/dev/null
            kill -0 "$pid" 2>/dev/null || continue 2
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null
    done
    [ -n "$KEEP" ] || rm -rf "$DIR"
    rm -f "$LOCK"
    exit "$status"
}
