# What ./run, ./test and ./install share: find the toolchain, install what is missing, build.
# Sourced with `root` set to the checkout; not a program of its own.

# Headers and libraries that every build needs, by Debian's names.
library_packages=(
  libncurses-dev libssl-dev libcurl4-openssl-dev libyaml-dev zlib1g-dev pkg-config
)

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "authscope: $*"
  exit 1
}

readonly toolchain_page=https://www.swift.org/install/linux/

require_swift() {
  command -v swift >/dev/null 2>&1 || fail "there is no Swift toolchain here: \`swift\` is not on" \
    "the PATH. Install Swift 6.2 or later ($toolchain_page), then run this again."
}

# A toolchain unpacked from an archive brings neither a linker nor all libraries that it loads.
require_toolchain_parts() {
  local parts=() standard_library='/usr/lib/gcc/*/*/libstdc++.so'
  swift package --version >/dev/null 2>&1 || parts+=(libsqlite3-0 libxml2)
  if ! command -v ld >/dev/null 2>&1 || ! compgen -G "$standard_library" >/dev/null; then
    parts+=(g++)
  fi
  if ((${#parts[@]})); then require_packages "${parts[@]}"; fi
  local words
  words=$(swift package --version 2>&1) || fail "the Swift toolchain does not start:" \
    "${words%%$'\n'*}. $toolchain_page names the packages that it needs."
}

# Prints those of the named Debian packages that are not installed.
missing_packages() {
  local installed name
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for name in "$@"; do
    grep -qx "$name installed" <<<"$installed" || echo "$name"
  done
}

# Installs the named packages where they are missing; elsewhere than on Debian says nothing.
require_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    if ! can_sudo; then
      say "authscope: these packages are missing: ${missing[*]}. As root, this installs them:"
      say "  apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  install_packages "${missing[@]}"
}

# Installs the named packages if that takes no question. What they serve goes on without them.
offer_packages() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
      say "Not installed, and not needed: ${missing[*]}"
      return 0
    fi
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  (install_packages "${missing[@]}") || say "Going on without: ${missing[*]}"
}

# sudo is there, and it asks nothing or there is somebody to ask.
can_sudo() {
  command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }
}

# Quiet unless it fails; waits for another apt-get that is at work. `as_root` is the caller's.
install_packages() {
  local log apt_get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq)
  apt_get+=(-o DPkg::Lock::Timeout=300)
  log=$(mktemp)
  if ! { "${apt_get[@]}" update && "${apt_get[@]}" install -y --no-install-recommends "$@"; } \
    </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "apt-get could not install: $*"
  fi
  rm -f "$log"
}

# In a container the checkout often belongs to another user than the one who builds, and git then
# refuses to read it. Whoever runs a script of this checkout trusts it: say so, for this process.
trust_checkout() {
  [[ -O $root ]] && return 0
  local count=${GIT_CONFIG_COUNT:-0}
  export "GIT_CONFIG_KEY_$count=safe.directory" "GIT_CONFIG_VALUE_$count=$root"
  export GIT_CONFIG_COUNT=$((count + 1))
}

# As many compilers at once as there are processors, and 1.5 GB of memory for each.
build_jobs() {
  local jobs room
  jobs=$(nproc 2>/dev/null || sysctl -n hw.ncpu 2>/dev/null || echo 2)
  room=$(awk '/^MemAvailable:/ { print int($2 / 1500000) }' /proc/meminfo 2>/dev/null || true)
  if [[ -n $room ]] && ((room < jobs)); then jobs=$room; fi
  echo $((jobs > 0 ? jobs : 1))
}

# Shows a build's output as one line that changes; all of it where the build fails.
run_with_progress() {
  local title=$1 log line status=0 started=$SECONDS
  shift
  log=$(mktemp)
  if [[ -t 2 ]]; then
    { "$@" </dev/null 2>&1 || echo "exit status $?"; } | tee "$log" | while IFS= read -r line; do
      printf '\r\033[K%.*s' "$((${COLUMNS:-80} - 1))" "$title: $line" >&2
    done
    printf '\r\033[K' >&2
    if [[ $(tail -n 1 "$log") == 'exit status '* ]]; then status=1; fi
  else
    say "$title"
    "$@" </dev/null >"$log" 2>&1 || status=1
  fi
  if ((status)); then
    cat "$log" >&2
    rm -f "$log"
    fail "the build failed"
  fi
  rm -f "$log"
  say "$title: done in $((SECONDS - started)) s"
}

release_program=.build/release/authscope
release_stamp=.build/release-inputs

# One line that changes when a source file or the compiler does.
source_state() {
  {
    find Sources Package.swift scripts/prepare.sh -type f -print0 | LC_ALL=C sort -z \
      | xargs -0 cksum
    ls -lL "$(command -v swift)"
  } | cksum
}

# The versions of the packages, which the first build pins.
pinned_versions() { cksum Package.resolved 2>/dev/null || true; }

# How Linux links a program that starts at once (docs/benchmarks.md has the figures): the standard
# libraries of Swift and C++ inside, so that no toolchain is needed where it runs; no table of its
# own symbols for others; and no relocation of itself, which costs a page fault for each page that
# holds an address.
quick_start_options() {
  local archives=$root/.build/archives found
  mkdir -p "$archives"
  found=$(g++ -print-file-name=libstdc++.a 2>/dev/null || true)
  if [[ $found == /* ]]; then ln -sfn "$found" "$archives/libstdc++.a"; fi
  printf '%s\n' --static-swift-stdlib -Xswiftc -L"$archives" \
    -Xlinker --no-export-dynamic -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
    -Xswiftc -Xclang-linker -Xswiftc -no-pie
}

# Builds the release program unless the one that is there was made of these very files.
build_release() {
  local state options=(-c release --product authscope --jobs "$(build_jobs)")
  state=$(source_state)
  if [[ -x $release_program && -f $release_stamp ]] \
    && [[ $(<"$release_stamp") == "$state $(pinned_versions)" ]]; then
    return 0
  fi
  require_toolchain_parts
  if [[ $(uname -s) == Linux ]]; then
    mapfile -t -O "${#options[@]}" options < <(quick_start_options)
  fi
  rm -f "$release_stamp"
  run_with_progress "Building authscope (the first time takes some minutes)" \
    swift build "${options[@]}"
  # A file that was edited meanwhile may be in the program or not: then build again next time.
  if [[ $(source_state) == "$state" ]]; then
    printf '%s %s\n' "$state" "$(pinned_versions)" >"$release_stamp"
  fi
}
