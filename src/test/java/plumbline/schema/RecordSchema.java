package plumbline.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import plumbline.claim.Globs;
import plumbline.input.Quantity;
import plumbline.input.RequiredKeys;
import plumbline.result.Metric;

/**
 * The JSON Schema (draft 7, which editors know best) of a record, from what Jackson makes of it:
 * its keys, which of them must be there, and their types; the words are those of its Javadoc.
 *
 * <p>A file that users write has no other keys, and a number is also a text. One that the program
 * writes may have more of them in a newer version, and null where an {@code Optional} is empty.
 */
final class RecordSchema {
  private static final Map<Class<?>, String> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, "boolean"),
          Map.entry(Boolean.class, "boolean"),
          Map.entry(int.class, "integer"),
          Map.entry(Integer.class, "integer"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(double.class, "number"),
          Map.entry(Double.class, "number"));

  /** As {@link Duration#toString()} has it; the format of that name knows no parts of a second. */
  private static final String DURATION = "^PT([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?$";

  private final boolean byHand;
  private final ObjectMapper mapper;
  private final ObjectNode definitions;

  private RecordSchema(boolean byHand) {
    this.byHand = byHand;
    mapper =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .annotationIntrospector(
                new AnnotationIntrospectorPair(
                    new RequiredKeys(!byHand), new JacksonAnnotationIntrospector()))
            .build();
    definitions = mapper.createObjectNode();
  }

  /** The schema of a YAML file that a user writes. */
  static ObjectNode ofYaml(Class<?> type) {
    return new RecordSchema(true).document(type);
  }

  /** The schema of a JSON file that the program writes. */
  static ObjectNode ofJson(Class<?> type) {
    return new RecordSchema(false).document(type);
  }

  private ObjectNode document(Class<?> type) {
    ObjectNode document = mapper.createObjectNode();
    document.put("$schema", "http://json-schema.org/draft-07/schema#");
    document.setAll(of(mapper.constructType(type)));
    document.set("definitions", definitions);
    return document;
  }

  private ObjectNode of(JavaType type) {
    Class<?> raw = type.getRawClass();
    Optional<JavaType> written =
        Optional.ofNullable(serialized(type).findJsonValueAccessor()).map(AnnotatedMember::getType);
    if (PLAIN.containsKey(raw)) {
      return typed(PLAIN.get(raw));
    } else if (type.isReferenceType()) {
      return of(type.getContentType());
    } else if (raw == String.class) {
      return text();
    } else if (raw == Duration.class) {
      return byHand ? quantity(Quantity.Kind.TIME) : typed("string").put("pattern", DURATION);
    } else if (raw == Instant.class) {
      return typed("string").put("format", "date-time");
    } else if (raw.isEnum()) {
      return choice(type);
    } else if (raw == Globs.class && byHand) {
      ObjectNode patterns = of(written.orElseThrow()).put("minItems", 1);
      return either(patterns, text());
    } else if (written.isPresent()) {
      return of(written.get());
    } else if (type.isCollectionLikeType()) {
      ObjectNode list = typed("array");
      list.set("items", of(type.getContentType()));
      return Set.class.isAssignableFrom(raw) ? list.put("uniqueItems", true) : list;
    } else if (type.isMapLikeType()) {
      ObjectNode map = typed("object");
      map.set("additionalProperties", of(type.getContentType()));
      return map;
    } else if (raw.isAnnotationPresent(JsonSubTypes.class)) {
      return alternatives(raw);
    } else if (raw.isRecord()) {
      return reference(type, node -> node);
    }
    throw new IllegalArgumentException("no schema is known for " + type);
  }

  private ObjectNode typed(String type) {
    return mapper.createObjectNode().put("type", type);
  }

  /** In YAML, 100 is a text wherever one is asked for. */
  private ObjectNode text() {
    if (!byHand) {
      return typed("string");
    }
    ObjectNode text = mapper.createObjectNode();
    text.putArray("type").add("string").add("number").add("boolean");
    return text;
  }

  /** A number with a unit of one of these kinds. */
  static ObjectNode quantity(Quantity.Kind... kinds) {
    String units =
        List.of(kinds).stream()
            .flatMap(kind -> kind.units().stream())
            .map(unit -> unit.replace("us", "[uµμ]s"))
            .collect(Collectors.joining("|"));
    return new ObjectMapper()
        .createObjectNode()
        .put("type", "string")
        .put("pattern", "^\\s*[0-9]+(\\.[0-9]+)?\\s*(" + units + ")\\s*$");
  }

  private ObjectNode choice(JavaType type) {
    ArrayNode names = mapper.createArrayNode();
    if (byHand && type.getRawClass() == Metric.class) {
      Metric.results().forEach(names::add);
    } else {
      for (Object constant : type.getRawClass().getEnumConstants()) {
        String name = mapper.convertValue(constant, String.class);
        names.add(byHand ? name.toLowerCase(Locale.ROOT) : name);
      }
    }
    return mapper.createObjectNode().set("enum", names);
  }

  private ObjectNode alternatives(Class<?> type) {
    String property = type.getAnnotation(JsonTypeInfo.class).property();
    ObjectNode alternatives = mapper.createObjectNode();
    ArrayNode all = alternatives.putArray("anyOf");
    for (JsonSubTypes.Type one : type.getAnnotation(JsonSubTypes.class).value()) {
      all.add(
          reference(
              mapper.constructType(one.value()),
              record -> {
                ((ObjectNode) record.get("properties"))
                    .set(property, mapper.createObjectNode().put("const", one.name()));
                ((ArrayNode) record.get("required")).add(property);
                return record;
              }));
    }
    return alternatives;
  }

  private ObjectNode reference(JavaType type, Function<ObjectNode, ObjectNode> more) {
    Class<?> raw = type.getRawClass();
    String name = raw.getName().substring(raw.getPackageName().length() + 1).replace('$', '.');
    if (!definitions.has(name)) {
      // Before its contents, which may name it.
      definitions.putNull(name);
      definitions.set(name, more.apply(record(type)));
    }
    return mapper.createObjectNode().put("$ref", "#/definitions/" + name);
  }

  private ObjectNode record(JavaType type) {
    ObjectNode record = typed("object");
    Javadocs words = Javadocs.of(type.getRawClass());
    words.summary().ifPresent(text -> record.put("description", text));
    ObjectNode properties = record.putObject("properties");
    ArrayNode required = record.putArray("required");
    BeanDescription read = mapper.getDeserializationConfig().introspect(type);
    for (BeanPropertyDefinition one :
        byHand ? read.findProperties() : serialized(type).findProperties()) {
      ObjectNode property = property(one);
      words.about(one.getInternalName()).ifPresent(text -> property.put("description", text));
      properties.set(one.getName(), property);
    }
    read.findProperties().stream()
        .filter(BeanPropertyDefinition::isRequired)
        .forEach(one -> required.add(one.getName()));
    if (byHand) {
      record.put("additionalProperties", false);
    }
    return record;
  }

  private ObjectNode property(BeanPropertyDefinition property) {
    JavaType type = property.getPrimaryType();
    ObjectNode schema = of(type);
    JsonFormat.Value format =
        mapper.getDeserializationConfig().getAnnotationIntrospector().findFormat(member(property));
    boolean single =
        format != null
            && Boolean.TRUE.equals(
                format.getFeature(JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY));
    if (single && byHand) {
      return either(schema, (ObjectNode) schema.get("items"));
    }
    boolean optional = type.getRawClass().getSimpleName().startsWith("Optional");
    return optional && !byHand ? either(schema, typed("null")) : schema;
  }

  private static AnnotatedMember member(BeanPropertyDefinition property) {
    return property.getPrimaryMember();
  }

  private ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode either = mapper.createObjectNode();
    either.putArray("anyOf").add(one).add(other);
    return either;
  }

  private BeanDescription serialized(JavaType type) {
    return mapper.getSerializationConfig().introspect(type);
  }
}
