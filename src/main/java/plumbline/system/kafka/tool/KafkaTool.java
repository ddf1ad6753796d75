package plumbline.system.kafka.tool;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.utils.AppInfoParser;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Series;
import plumbline.system.process.JavaCommand;
import plumbline.system.tool.NativeTool;
import plumbline.system.tool.ToolJob;
import plumbline.system.tool.ToolProcess;

/** What Kafka's tools have in common: a child JVM with the flags of Kafka's own scripts. */
public abstract class KafkaTool implements NativeTool {
  private static final List<String> FLAGS =
      List.of(
          "-server",
          "-Xmx512m",
          "-XX:+UseG1GC",
          "-XX:MaxGCPauseMillis=20",
          "-XX:InitiatingHeapOccupancyPercent=35",
          "-Djava.awt.headless=true",
          // They print numbers as their user's language has them.
          "-Duser.language=en",
          "-Duser.country=US",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

  private static final int PATIENCE_SECONDS = 30;

  private final String name;
  private final String main;
  private final String operation;

  /** A tool by its name in plans, its class without the package, and the operation it measures. */
  KafkaTool(String name, String main, String operation) {
    this.name = name;
    this.main = "org.apache.kafka.tools." + main;
    this.operation = operation;
  }

  /** A new one of each that measures what a benchmark of ours does. */
  public static List<NativeTool> all() {
    ProducerPerformanceTool producer = new ProducerPerformanceTool();
    return List.of(producer, new ConsumerPerformanceTool(producer), new EndToEndLatencyTool());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Optional<String> obstacle(Optional<String> address) {
    return getClass().getClassLoader().getResource(main.replace('.', '/') + ".class") == null
        ? Optional.of("is not on the class path (org.apache.kafka:kafka-tools)")
        : Optional.empty();
  }

  @Override
  public Optional<String> misfit(Series series) {
    return series.operation().equals(operation)
        ? Optional.empty()
        : Optional.of("is only run for " + operation);
  }

  @Override
  public final String version() {
    return name + " " + AppInfoParser.getVersion();
  }

  /** Runs the tool's main and returns what it printed. */
  final String tool(ToolJob job, List<String> arguments) {
    return tool(job, arguments, (line, nanos) -> {});
  }

  /** The same for a tool whose lines tell by their time. */
  final String tool(ToolJob job, List<String> arguments, ToolProcess.Listener listener) {
    return ToolProcess.run(name, JavaCommand.of(FLAGS, main, arguments), job, listener);
  }

  /** Address of the brokers. */
  static String brokers(ToolJob job) {
    return job.endpoints().get("bootstrap.servers");
  }

  /** A file with the client properties, passwords among them, that only its owner can read. */
  static String clientProperties(ToolJob job, Map<String, String> more) {
    Properties properties = new Properties();
    properties.putAll(job.endpoints());
    properties.putAll(more);
    Path file = job.scratch().resolve("tool.properties");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new CannotMeasureException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return file.toString();
  }

  /** Makes a topic of one partition. */
  static String createTopic(ToolJob job) {
    String topic = job.newName();
    administer(
        job,
        "create topic " + topic,
        admin ->
            admin
                .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                .all());
    return topic;
  }

  static void deleteTopic(ToolJob job, String topic) {
    administer(job, "delete topic " + topic, admin -> admin.deleteTopics(List.of(topic)).all());
  }

  static void deleteGroup(ToolJob job, String group) {
    administer(
        job, "delete group " + group, admin -> admin.deleteConsumerGroups(List.of(group)).all());
  }

  private static void administer(
      ToolJob job, String what, Function<Admin, KafkaFuture<Void>> question) {
    try (Admin admin = Admin.create(new HashMap<>(job.endpoints()))) {
      question.apply(admin).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CannotMeasureException(
          "could not " + what + ": " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new CannotMeasureException(
          "could not " + what + " within " + PATIENCE_SECONDS + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasureException("interrupted while trying to " + what, e);
    }
  }

  /** The last place where a pattern matches what a tool printed. */
  static Matcher last(Pattern pattern, String said, String tool, ToolJob job) {
    Matcher matcher = pattern.matcher(said);
    int start = -1;
    while (matcher.find()) {
      start = matcher.start();
    }
    if (start < 0) {
      throw new CannotMeasureException(tool + " printed no figures; see " + job.log());
    }
    matcher.find(start);
    return matcher;
  }
}
