package plumbline.result.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import plumbline.input.RequiredKeys;
import plumbline.problem.BadInputException;

/**
 * The JSON files of a run directory: records in the order of their components, instants and
 * durations in ISO form, indented, with a line end at the end. The same record is always the same
 * bytes.
 *
 * <p>Reading ignores fields that it does not know, since a newer version may have written them, and
 * refuses a file in which one is missing.
 */
public final class JsonFiles {
  private static final ObjectMapper MAPPER = mapper();

  private JsonFiles() {}

  /**
   * Writes a record, replacing the file as a whole.
   *
   * @throws plumbline.problem.CannotMeasureException if the file cannot be written
   */
  public static void write(Path file, Object record) {
    AtomicFile.write(
        file,
        writer -> {
          DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
          DefaultPrettyPrinter printer =
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                  .withObjectIndenter(indenter)
                  .withArrayIndenter(indenter);
          MAPPER.writer(printer).writeValue(writer, record);
          writer.write('\n');
        });
  }

  /**
   * Reads a record.
   *
   * @throws BadInputException if there is no such file, it is not JSON, or a field is missing or of
   *     the wrong type
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T record = MAPPER.readValue(Files.readAllBytes(file), type);
      if (record == null) {
        throw new BadInputException(file + ": holds nothing");
      }
      return record;
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (JacksonException e) {
      throw new BadInputException(message(file, e), e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static String message(Path file, JacksonException problem) {
    String where =
        problem.getLocation() == null || problem.getLocation().getLineNr() < 1
            ? file.toString()
            : String.format(Locale.ROOT, "%s:%d", file, problem.getLocation().getLineNr());
    boolean ofOurs = problem.getCause() instanceof IllegalArgumentException;
    String message = ofOurs ? problem.getCause().getMessage() : problem.getOriginalMessage();
    String what = message.replaceAll("\\s+", " ");
    if (problem instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      String field = field(mapping.getPath());
      if (what.startsWith("Missing required") || what.startsWith("Null value for creator")) {
        return where + ": the field " + field + " is missing";
      }
      return where + ": the field " + field + ": " + what;
    }
    return where + ": not valid JSON: " + what;
  }

  private static String field(List<Reference> path) {
    StringBuilder field = new StringBuilder();
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .annotationIntrospector(
            new AnnotationIntrospectorPair(
                new RequiredKeys(true), new JacksonAnnotationIntrospector()))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }
}
