package plumbline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import plumbline.compare.Comparison;
import plumbline.input.Quantity;
import plumbline.result.Finding;
import plumbline.result.Subject;

/** What is handed on are facts: where a sentence could stand, there is no place for it. */
class FactsTest {
  /** Keys and what a user wrote, which have texts of their own. */
  private static final Set<Class<?>> KEYS = Set.of(Subject.class, Selector.class, Quantity.class);

  private static Set<String> texts(Class<?> type) {
    Set<String> found = new TreeSet<>();
    collect(type, found, new HashSet<>());
    return found;
  }

  private static void collect(Class<?> type, Set<String> found, Set<Class<?>> seen) {
    if (KEYS.contains(type) || !seen.add(type)) {
      return;
    }
    if (type.isSealed()) {
      for (Class<?> one : type.getPermittedSubclasses()) {
        collect(one, found, seen);
      }
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        for (Class<?> part : classes(component.getGenericType())) {
          if (part == String.class) {
            found.add(type.getSimpleName() + "." + component.getName());
          }
          collect(part, found, seen);
        }
      }
    }
  }

  private static List<Class<?>> classes(Type type) {
    if (type instanceof Class<?> one) {
      return List.of(one);
    }
    ParameterizedType generic = (ParameterizedType) type;
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(generic.getRawType()),
            java.util.stream.Stream.of(generic.getActualTypeArguments()))
        .<Class<?>>flatMap(part -> classes(part).stream())
        .toList();
  }

  @Test
  void aVerdictHasNoTextButItsClaims() {
    assertThat(texts(Verdict.class))
        .containsExactly(
            "Verdict.claim",
            "Verdict.continues",
            "Verdict.contrast",
            "Verdict.group",
            "Verdict.question",
            "Verdict.reading",
            "Verdict.statement");
  }

  @Test
  void warningsLimitsAndOmissionsHaveNone() {
    assertThat(texts(Finding.class)).isEmpty();
    assertThat(texts(Decidability.class))
        .containsExactly("Decidability.claim", "Decidability.reading");
    // How a fork failed, and the names of sides, runs, series and systems.
    assertThat(texts(Comparison.Omission.Cause.class))
        .containsExactly("Fault.reason", "NoValidRound.other", "TooFewOperations.other");
  }
}
