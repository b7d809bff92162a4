# Sourced by the scripts beside it: builds the project and runs a class of the samples in it.

samples="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$samples")"
imagej="$samples/target/imagej"

# The newest installable zip, or nothing.
installable_zip() {
  newest_zip fiji
}

# The newest zip of the training add-on, or nothing.
add_on_zip() {
  newest_zip training
}

newest_zip() {
  ls -t "$root"/plugin-fiji-ui/install/target/cleanplate-*-"$1"-"$(platform)".zip 2>/dev/null |
    head -n 1 || true
}

# This machine, as the names of zips have it.
platform() {
  local system machine
  case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=macosx ;;
    *) system=windows ;;
  esac
  case "$(uname -m)" in
    arm64 | aarch64) machine=arm64 ;;
    *) machine=x86_64 ;;
  esac
  echo "$system-$machine"
}

# Whether the zips and the samples are there and no source is newer.
is_built() {
  local zip
  zip="$(installable_zip)"
  [ -n "$zip" ] && [ -n "$(add_on_zip)" ] && [ -d "$samples/target/classes/org" ] || return 1
  # A folder is newer once a file in it was deleted or renamed.
  [ -z "$(find "$root" \( -name target -o -name .git -o -path "*/src/test" \) -prune -o \
    \( -name pom.xml -o -path "*/src/main/*" -o -path "$root/models/weights/*" \) \
    -newer "$zip" -print 2>/dev/null | head -n 1)" ]
}

build_if_needed() {
  if ! is_built; then
    echo "Building Cleanplate ..." >&2
    if ! (cd "$root" && mvn -B -q -DskipTests -Dspotless.check.skip=true package >&2); then
      echo "The build failed: its messages are above." >&2
      exit 2
    fi
  fi
  local zip
  zip="$(installable_zip)"
  if [ ! -e "$imagej/installed" ] || [ "$zip" -nt "$imagej/installed" ]; then
    rm -rf "$imagej"
    mkdir -p "$imagej"
    (cd "$imagej" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$zip")
    (cd "$imagej" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$(add_on_zip)")
    touch "$imagej/installed"
  fi
}

# Runs a class in an ImageJ without a display in which both zips are installed. The class finds the
# engine on its class path; ImageJ's commands load it behind the launcher, as in any ImageJ.
run_class() {
  local folder engine=""
  for folder in "$imagej"/lib/cleanplate/* "$imagej"/lib/*/cleanplate/*; do
    engine="$engine:$folder/*"
  done
  # shellcheck disable=SC2086 # JAVA_OPTS is a list of words
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" --add-opens java.base/java.lang=ALL-UNNAMED \
    -Djava.awt.headless=true \
    -Dplugins.dir="$imagej" \
    -Dcleanplate.timeLimitMinutes="${CLEANPLATE_TIME_LIMIT_MINUTES:-720}" \
    ${JAVA_OPTS:-} \
    -cp "$samples/target/classes:$samples/target/headless-imagej/*:$imagej/plugins/Cleanplate/*$engine" \
    "$@"
}
