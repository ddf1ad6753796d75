package plumbline.input;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import plumbline.problem.BadInputException;

/**
 * Reads YAML into records and accepts nothing that it does not understand: an unknown, missing or
 * repeated key, a wrong type or broken YAML is a {@link BadInputException} with one line, {@code
 * file:line:column: what is wrong and what would be right}.
 *
 * <p>A component of a record is a required key, unless its type is {@code Optional…}, a list or a
 * map; an absent list or map is empty. A {@link Duration} is written as in {@link Quantity}: {@code
 * 2 s}. A record checks itself in its constructor: the message of an {@link
 * IllegalArgumentException} or {@link BadInputException} thrown there gets the place in front.
 */
public final class StrictYaml {
  private static final ObjectMapper MAPPER = mapper();

  private StrictYaml() {}

  /** What a file says, and where in it. */
  public record Placed<T>(T value, YamlPlaces places) {}

  /**
   * Reads a file.
   *
   * @throws BadInputException if there is no such file, it cannot be read, or its contents are not
   *     right
   */
  public static <T> Placed<T> read(Path file, Class<T> type) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": no such file", e);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return parse(file.toString(), bytes, type);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name what messages call it
   * @throws BadInputException if the contents are not right
   */
  public static <T> Placed<T> parse(String name, byte[] bytes, Class<T> type) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(name + ": is not UTF-8 text", e);
    }
    YamlPlaces places = YamlPlaces.of(name, text);
    try {
      return new Placed<>(MAPPER.readValue(text, type), places);
    } catch (JacksonException e) {
      throw new YamlProblem(places, StrictYaml::knownKeys).of(e);
    }
  }

  private static List<String> knownKeys(Class<?> type) {
    return MAPPER
        .getDeserializationConfig()
        .introspect(MAPPER.constructType(type))
        .findProperties()
        .stream()
        .map(BeanPropertyDefinition::getName)
        .toList();
  }

  private static ObjectMapper mapper() {
    SimpleModule durations = new SimpleModule();
    durations.addDeserializer(Duration.class, new DurationText());
    ObjectMapper mapper =
        YAMLMapper.builder(YAMLFactory.builder().build())
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .annotationIntrospector(
                new AnnotationIntrospectorPair(
                    new RequiredKeys(false), new JacksonAnnotationIntrospector()))
            .addModule(new Jdk8Module())
            .addModule(durations)
            .withCoercionConfigDefaults(
                config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .withCoercionConfig(
                LogicalType.Boolean,
                config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
            .build();
    // Absent lists and maps; a key without a value was refused before.
    for (Class<?> type : List.of(Collection.class, List.class, Map.class)) {
      mapper.configOverride(type).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }
    return mapper;
  }

  /** A duration with its unit; a bare number is refused. */
  private static final class DurationText extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.currentToken().isScalarValue()) {
        return (Duration) context.handleUnexpectedToken(Duration.class, parser);
      }
      return Quantity.duration(parser.getText(), parser.currentName());
    }
  }
}
