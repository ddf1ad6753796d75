package plumbline.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.BadInputException;

/** Jackson's complaints, said so that the author of the file understands them. */
final class YamlProblem {
  private static final Pattern MISSING =
      Pattern.compile("Missing required creator property '([^']+)'");

  private final YamlPlaces places;
  private final Function<Class<?>, List<String>> knownKeys;

  YamlProblem(YamlPlaces places, Function<Class<?>, List<String>> knownKeys) {
    this.places = places;
    this.knownKeys = knownKeys;
  }

  BadInputException of(JacksonException problem) {
    if (problem instanceof JsonMappingException mapping) {
      return new BadInputException(message(mapping), problem);
    }
    String where =
        problem.getLocation() == null
            ? places.name()
            : String.format(
                Locale.ROOT,
                "%s:%d:%d",
                places.name(),
                problem.getLocation().getLineNr(),
                problem.getLocation().getColumnNr());
    return new BadInputException(
        where + ": " + YamlPlaces.oneLine(problem.getOriginalMessage()), problem);
  }

  private String message(JsonMappingException problem) {
    List<Reference> path = problem.getPath();
    Throwable cause = problem.getCause();
    if (problem instanceof UnrecognizedPropertyException unknown) {
      return unknown(path, unknown.getPropertyName(), knownKeys.apply(unknown.getReferringClass()));
    }
    if (problem instanceof ValueInstantiationException instantiation) {
      // What a record says of itself may only be due to a misspelt key.
      Optional<String> unknown = unknownKey(instantiation.getType().getRawClass(), path, path);
      if (unknown.isPresent()) {
        return unknown.get();
      }
    }
    if (problem instanceof ValueInstantiationException
        || cause instanceof BadInputException
        || cause instanceof IllegalArgumentException) {
      String text = cause == null ? problem.getOriginalMessage() : cause.getMessage();
      List<Object> inner = cause instanceof WrongKeyException wrong ? wrong.path() : List.of();
      return places.ofValue(path, inner) + ": " + YamlPlaces.oneLine(text);
    }
    if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      Matcher missing = MISSING.matcher(problem.getOriginalMessage());
      return missing.find() ? missing(mismatch, missing.group(1)) : mismatch(mismatch, path);
    }
    return places.ofValue(path) + ": " + YamlPlaces.oneLine(problem.getOriginalMessage());
  }

  /** A missing key is often a misspelt one, which is then the better thing to name. */
  private String missing(MismatchedInputException problem, String key) {
    // The last step of the path is the absent key itself: the group is its parent.
    List<Reference> path = problem.getPath();
    return unknownKey(ownerOf(problem), path, path.subList(0, path.size() - 1))
        .orElse(places.ofValue(path) + ": the key '" + key + "' is missing");
  }

  private Optional<String> unknownKey(Class<?> owner, List<Reference> path, List<Reference> group) {
    if (!owner.isRecord()) {
      return Optional.empty();
    }
    List<String> known = knownKeys.apply(owner);
    for (String given : places.keys(path)) {
      if (!known.contains(given)) {
        List<Reference> wrong = new ArrayList<>(group);
        wrong.add(new Reference(owner, given));
        return Optional.of(unknown(wrong, given, known));
      }
    }
    return Optional.empty();
  }

  private static Class<?> ownerOf(MismatchedInputException problem) {
    Object from = problem.getPath().get(problem.getPath().size() - 1).getFrom();
    return from instanceof Class<?> type ? type : from.getClass();
  }

  private String unknown(List<Reference> path, String key, List<String> known) {
    return places.ofKey(path) + ": unknown key '" + key + "'; " + Suggestion.known(key, known);
  }

  private String mismatch(MismatchedInputException problem, List<Reference> path) {
    Class<?> type = problem.getTargetType();
    String key = lastKey(path);
    String what = key.isEmpty() ? "the file" : "'" + key + "'";
    String got =
        problem instanceof InvalidFormatException format
            ? ", not '" + YamlPlaces.oneLine(String.valueOf(format.getValue())) + "'"
            : places.text(path).map(text -> ", not '" + YamlPlaces.oneLine(text) + "'").orElse("");
    return String.format(
        Locale.ROOT, "%s: %s must be %s%s", places.ofValue(path), what, words(type), got);
  }

  private static String words(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + String.join(
              ", ",
              Arrays.stream(type.getEnumConstants())
                  .map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                  .toList());
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    if (type == String.class || type == java.time.Duration.class) {
      return type == String.class ? "a text" : "a time such as 2 s";
    }
    if (Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "a group of keys with values";
    }
    return "a valid value";
  }

  private static String lastKey(List<Reference> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      if (path.get(i).getFieldName() != null) {
        return path.get(i).getFieldName();
      }
    }
    return "";
  }
}
