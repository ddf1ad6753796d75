package plumbline.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import plumbline.claim.Claims;
import plumbline.claim.JudgementFile;
import plumbline.input.Quantity;
import plumbline.result.RunManifest;
import plumbline.run.plan.PlanFile;
import plumbline.system.Deployment;

/**
 * The JSON Schemas of the files that a user writes or reads: their keys and types come from the
 * records that hold them, see {@link RecordSchema}. What a record checks in its constructor is
 * added here, as far as a schema can say it; the tests of these checks hold the schema to them.
 *
 * @param name that the file of the schema begins with
 * @param node the schema
 * @param compiled what judges files by it
 */
public record FileSchema(String name, ObjectNode node, Schema compiled) {
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> BOUNDS = List.of("at_least", "above", "below", "at_most");

  /** A plan of benchmarks. */
  public static final FileSchema PLAN = new FileSchema("plan", plan());

  /** A file of claims. */
  public static final FileSchema CLAIMS = new FileSchema("claims", claims());

  /** What a run was. */
  public static final FileSchema RUN =
      new FileSchema("run", ofVersion(RunManifest.class, RunManifest.SCHEMA));

  /** What was found of its claims. */
  public static final FileSchema VERDICTS =
      new FileSchema("verdicts", ofVersion(Claims.VERDICTS, JudgementFile.SCHEMA));

  private FileSchema(String name, ObjectNode node) {
    this(
        name,
        node,
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema((JsonNode) node));
  }

  /** That of a YAML file which holds such a record. */
  public static FileSchema ofYaml(Class<?> type) {
    return new FileSchema(type.getSimpleName(), RecordSchema.ofYaml(type));
  }

  /** All of them. */
  static List<FileSchema> all() {
    return List.of(PLAN, CLAIMS, RUN, VERDICTS);
  }

  /** The schema as a file has it. */
  String text() {
    return node.toPrettyString() + "\n";
  }

  /**
   * What the schema finds wrong with a file.
   *
   * @param text YAML, or JSON, which is YAML as well
   */
  public List<String> problems(String text) {
    try {
      JsonNode file = YAML.readTree(text);
      return compiled.validate(file.isMissingNode() ? NullNode.getInstance() : file).stream()
          .map(Error::toString)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of(e.getOriginalMessage());
    }
  }

  /** The keys that an editor would show without a word, as {@code Record.key}. */
  List<String> keysWithoutWords() {
    List<String> silent = new ArrayList<>();
    node.get("definitions")
        .properties()
        .forEach(
            record ->
                record
                    .getValue()
                    .get("properties")
                    .properties()
                    .forEach(
                        key -> {
                          if (!key.getValue().has("description")) {
                            silent.add(record.getKey() + "." + key.getKey());
                          }
                        }));
    return silent;
  }

  private static ObjectNode object() {
    return new ObjectMapper().createObjectNode();
  }

  private static ObjectNode key(ObjectNode schema, String record, String key) {
    return (ObjectNode) schema.at("/definitions/" + record + "/properties/" + key);
  }

  /** A list that must not be empty, although the record has an empty one where it is left out. */
  private static void needed(ObjectNode schema, String record, String key) {
    key(schema, record, key).put("minItems", 1);
    ((ArrayNode) schema.at("/definitions/" + record + "/required")).add(key);
  }

  private static ObjectNode ofVersion(Class<?> type, int version) {
    ObjectNode schema = RecordSchema.ofJson(type);
    String record = schema.get("$ref").textValue().replaceFirst(".*/", "");
    key(schema, record, "schema")
        .put("const", version)
        .put("description", "version of the layout of this file");
    return schema;
  }

  private static ObjectNode plan() {
    ObjectNode schema = RecordSchema.ofYaml(PlanFile.class);
    key(schema, "PlanFile", "rounds").put("minimum", 1);
    needed(schema, "PlanFile", "benchmarks");
    key(schema, "PlanFile.Native", "operations").put("minimum", 1);
    ObjectNode servers = key(schema, "PlanFile", "servers").put("uniqueItems", true);
    ArrayNode names = servers.putObject("items").putArray("enum");
    Arrays.stream(Deployment.values()).map(Deployment::text).forEach(names::add);
    return schema;
  }

  private static ObjectNode claims() {
    ObjectNode schema = RecordSchema.ofYaml(Claims.LAYOUT);
    needed(schema, "ClaimsFile.Document", "claims");
    needed(schema, "Claim", "metric");
    ((ObjectNode) key(schema, "Claim", "metric").at("/anyOf/0")).put("minItems", 1);
    key(schema, "Claim", "id").put("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
    key(schema, "Claim", "question").put("pattern", "^\\S.{0,30}[^\\s?]$");
    key(schema, "Reading", "name").put("pattern", "\\S");
    for (String record : List.of("Claim", "Reading")) {
      for (String bound : BOUNDS) {
        // The units depend on kind and metric; these are all.
        key(schema, record, bound)
            .setAll(
                RecordSchema.quantity(
                    Quantity.Kind.TIME, Quantity.Kind.RATE, Quantity.Kind.FACTOR));
      }
      ArrayNode all = ((ObjectNode) schema.at("/definitions/" + record)).putArray("allOf");
      all.addObject().set("not", required("at_least", "above"));
      all.addObject().set("not", required("below", "at_most"));
    }
    ((ObjectNode) schema.at("/definitions/Reading")).set("anyOf", anyOf(BOUNDS));
    ArrayNode rules = (ArrayNode) schema.at("/definitions/Claim/allOf");
    ObjectNode ofBoth = rules.addObject().putObject("not");
    ofBoth.set("anyOf", anyOf(BOUNDS));
    ofBoth.set("required", required("readings").get("required"));
    ObjectNode kinds = rules.addObject();
    kinds.set(
        "if", object().set("properties", object().set("kind", object().put("const", "band"))));
    ObjectNode band =
        required("select").set("properties", absent("numerator", "denominator", "paired"));
    band.set("anyOf", anyOf(Stream.concat(BOUNDS.stream(), Stream.of("readings")).toList()));
    kinds.set("then", band);
    ObjectNode ratio = required("numerator", "denominator").set("properties", absent("select"));
    BOUNDS.forEach(
        bound ->
            ((ObjectNode) ratio.get("properties"))
                .set(bound, RecordSchema.quantity(Quantity.Kind.FACTOR)));
    kinds.set("else", ratio);
    return schema;
  }

  private static ObjectNode required(String... keys) {
    ObjectNode required = object();
    Arrays.stream(keys).forEach(required.putArray("required")::add);
    return required;
  }

  private static ArrayNode anyOf(List<String> keys) {
    ArrayNode any = new ObjectMapper().createArrayNode();
    keys.forEach(key -> any.add(required(key)));
    return any;
  }

  private static ObjectNode absent(String... keys) {
    ObjectNode properties = object();
    Arrays.stream(keys).forEach(key -> properties.put(key, false));
    return properties;
  }
}
