# shellcheck shell=bash disable=SC2154
# Part of build, which sets work and label.
#
# The base image: this machine's own release of Debian or Ubuntu, with Redis and Memcached, from the
# mirror that its apt uses. The same release, because a JVM made here must find the same C library there.

# Sets release, components and mirror.
choose_release() {
  command -v apt-get >/dev/null || fail "the base image needs apt-get: use Debian or Ubuntu"
  local site suite component
  release='' components='' mirror=''
  # Words that apt replaces, and a file that is there on every such machine.
  # shellcheck disable=SC2016,SC1091
  while read -r site suite component; do
    # Not security, updates or backports, and nobody else's archive.
    if [ "$suite" = "$(. /etc/os-release && echo "$VERSION_CODENAME")" ]; then
      mirror="${mirror:-$site}" release="$suite"
      [ "$site" != "$mirror" ] || components="$components${components:+,}$component"
    fi
  done < <(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages')
  [ -n "$mirror" ] || fail "apt names no mirror of this machine's release"
}

# Usage: base_image NAME DIGEST
base_image() {
  command -v debootstrap >/dev/null || fail "there is no debootstrap on the PATH: install it"
  [ "$(id -u)" = 0 ] || fail "debootstrap needs root, once: run this with sudo"
  local system="$work/system"
  if ! debootstrap --variant=minbase --components="$components" --include=redis-server,memcached \
    "$release" "$system" "$mirror" >"$work/debootstrap.log" 2>&1; then
    tail -20 "$work/debootstrap.log" >&2
    fail "debootstrap of $release failed"
  fi
  rm -rf "$system"/var/lib/apt/lists/* "$system"/var/cache/* "$system"/var/log/* \
    "$system"/usr/share/{doc,man,locale} \
    "$system"/etc/apt/sources.list "$system"/etc/resolv.conf "$system"/etc/hostname
  tar --create --numeric-owner --directory "$system" . |
    docker import --change "LABEL $label=$2" - "$1" >/dev/null
}
