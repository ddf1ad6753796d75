# shellcheck shell=bash disable=SC2154
# Part of build, which sets root, here and work.
#
# The Kafka image: the jars of kafka_2.13 that Maven resolves for this project, what it logs with,
# and a runtime made of the JDK that builds.

dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.9.0

# Sets jdk and jdk_version.
choose_jdk() {
  local java
  jdk="${JAVA_HOME:-}"
  if [ -z "$jdk" ]; then
    java="$(command -v javac)" || fail "there is no javac on the PATH, and JAVA_HOME is not set"
    jdk="$(dirname "$(dirname "$(readlink -f "$java")")")"
  fi
  [ -x "$jdk/bin/jlink" ] || fail "$jdk has no jlink: JAVA_HOME must be a JDK"
  jdk_version="$("$jdk/bin/java" --version)"
}

# Usage: resolve OPTION...; makes $work/tree and $work/classpath.
resolve() {
  mvn --batch-mode --file "$root/pom.xml" "$@" \
    "$dependency_plugin:tree" "$dependency_plugin:build-classpath" \
    -Dverbose -DoutputType=dot -DoutputFile="$work/tree" \
    -DincludeScope=runtime -Dmdep.outputFile="$work/classpath" </dev/null >"$work/maven.log" 2>&1
}

# Usage: kafka_jars FOLDER; copies them there.
kafka_jars() {
  # Without a network if everything is here already.
  if ! resolve --offline && ! resolve; then
    tail -20 "$work/maven.log" >&2
    fail "Maven did not resolve the dependencies"
  fi
  # The tree has lines such as "group:artifact:…" -> "(group:artifact:… - omitted for duplicate)".
  # All that can be reached is wanted, as group/artifact, with a folder for each part of a group.
  awk -F'"' '
    function name(node, part) {
      sub(/^\(/, "", node)
      split(node, part, ":")
      gsub(/\./, "/", part[1])
      return part[1] "/" part[2]
    }
    / -> / { child[name($2)] = child[name($2)] " " name($4) }
    function reach(node, names, count, i) {
      if (node in seen) return
      seen[node] = 1
      print node
      count = split(child[node], names, " ")
      for (i = 1; i <= count; i++) reach(names[i])
    }
    END {
      reach("org/apache/kafka/kafka_2.13")
      reach("org/slf4j/slf4j-simple")
      reach("org/apache/logging/log4j/log4j-to-slf4j")
    }' "$work/tree" >"$work/artifacts"
  mkdir "$1"
  local artifact jar
  while read -r artifact; do
    jar="$(tr ':' '\n' <"$work/classpath" | grep --fixed-strings "/$artifact/")" ||
      fail "$artifact is not on the classpath"
    cp "$jar" "$1"
  done <"$work/artifacts"
}

# Usage: kafka_image NAME DIGEST
kafka_image() {
  local context="$work/context"
  mkdir "$context"
  cp "$here"/kafka/* "$context"
  kafka_jars "$context/libs"
  "$jdk/bin/jlink" --add-modules java.se,jdk.management,jdk.net,jdk.security.auth,jdk.unsupported \
    --strip-java-debug-attributes --no-header-files --no-man-pages --output "$context/java"
  docker_build "$1" "$2" "$context"
}
