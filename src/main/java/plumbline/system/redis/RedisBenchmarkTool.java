package plumbline.system.redis;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Metric;
import plumbline.result.Series;
import plumbline.system.process.ProgramPath;
import plumbline.system.tool.NativeTool;
import plumbline.system.tool.ToolFigures;
import plumbline.system.tool.ToolJob;
import plumbline.system.tool.ToolProcess;

/**
 * {@code redis-benchmark}, or Valkey's, with one connection: the same command with the same key
 * length and payload as ours, in batches of as many.
 */
final class RedisBenchmarkTool implements NativeTool {
  static final String NAME = "redis-benchmark";

  private static final List<String> PROGRAMS = List.of(NAME, "valkey-benchmark");
  private static final double MICROS_PER_MILLI = 1_000;

  /** Longer words are refused by some systems as part of a command line. */
  private static final int MOST_PAYLOAD = 100_000;

  private static final Pattern VERSION = Pattern.compile("(?:redis|valkey)-benchmark v?(\\S+)");

  /** The words of the test, then requests per second, and since 6.2 latencies in milliseconds. */
  private static final Pattern LINE =
      Pattern.compile(
          "^\"[^\"]*\",\"([0-9.]+)\"(?:,\"([0-9.]+)\",\"[0-9.]+\",\"([0-9.]+)\",\"[0-9.]+\","
              + "\"([0-9.]+)\",\"([0-9.]+)\")?",
          Pattern.MULTILINE);

  private final Optional<Path> program;
  private Optional<String> version = Optional.empty();

  /** The tool, if it is installed on a path. */
  RedisBenchmarkTool(ProgramPath path) {
    program = PROGRAMS.stream().flatMap(name -> path.find(name).stream()).findFirst();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> obstacle(Optional<String> address) {
    if (program.isEmpty()) {
      return Optional.of("is not on the PATH");
    }
    return address
        .map(URI::create)
        .filter(uri -> !"redis".equals(uri.getScheme()) || uri.getUserInfo() != null)
        .map(uri -> "is only run on a Redis without TLS and password");
  }

  @Override
  public Optional<String> misfit(Series series) {
    if (!List.of("GET", "INCR", "XADD").contains(series.operation())) {
      return Optional.of("is only run for GET, INCR and XADD");
    }
    if (!series.param(Series.KEYS).equals(Optional.of(Series.ONE_KEY))) {
      return Optional.of("is only run for one key");
    }
    return series.payload() > MOST_PAYLOAD
        ? Optional.of("is only run for payloads up to " + MOST_PAYLOAD + " bytes")
        : Optional.empty();
  }

  @Override
  public synchronized String version() {
    if (version.isEmpty()) {
      version = Optional.of(program.map(RedisBenchmarkTool::ask).orElse(NAME));
    }
    return version.get();
  }

  private static String ask(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(said);
      return matcher.find() ? NAME + " " + matcher.group(1) : NAME;
    } catch (IOException e) {
      // That it cannot be run, the first round tells.
      return NAME;
    }
  }

  @Override
  public String method() {
    return "redis-benchmark -c 1 -P <in flight> sends whole batches over one connection, as we do,"
        + " and sleeps until answers come, as the pipeline does that is compared with it; the one that waits actively stands"
        + " beside them. It does not look at the answers, of which we check every byte. Its requests are of a"
        + " fixed number and begin at once, ours fill a fixed time after a warm-up. Its latencies"
        + " have a grid of 8 us.";
  }

  @Override
  public ToolFigures run(ToolJob job) {
    String key = job.newName();
    String payload = "x".repeat(job.series().payload());
    once(job, List.of("SET", key, payload));
    List<String> words =
        switch (job.series().operation()) {
          case "GET" -> List.of("GET", key);
          case "INCR" -> List.of("INCR", key + "-counter");
          default ->
              List.of("XADD", key + "-stream", "MAXLEN", "~", "10000", "*", "value", payload);
        };
    ToolFigures figures =
        parse(command(job, job.operations(), job.series().inFlight(), words), job);
    once(job, List.of("DEL", key, key + "-counter", key + "-stream"));
    return figures;
  }

  private void once(ToolJob job, List<String> words) {
    command(job, 1, 1, words);
  }

  private String command(ToolJob job, long operations, int batch, List<String> words) {
    URI uri = URI.create(job.endpoints().get(RedisSystem.URI));
    List<String> command = new ArrayList<>();
    command.add(program.orElseThrow().toString());
    command.addAll(List.of("-h", uri.getHost()));
    command.addAll(List.of("-p", Integer.toString(uri.getPort() < 0 ? 6379 : uri.getPort())));
    String database = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
    if (!database.isEmpty()) {
      command.addAll(List.of("--dbnum", database));
    }
    command.addAll(List.of("-c", "1", "-P", Integer.toString(batch)));
    command.addAll(List.of("-n", Long.toString(operations), "--csv"));
    command.addAll(words);
    return ToolProcess.run(NAME, command, job);
  }

  static ToolFigures parse(String said, ToolJob job) {
    Matcher matcher = LINE.matcher(said);
    if (!matcher.find()) {
      throw new CannotMeasureException(NAME + " printed no figures; see " + job.log());
    }
    Map<Metric, Double> latencies = new EnumMap<>(Metric.class);
    // In a batch, every reply gets the latency of the first.
    if (matcher.group(2) != null && job.series().inFlight() == 1) {
      latencies.put(Metric.MEAN, Double.parseDouble(matcher.group(2)) * MICROS_PER_MILLI);
      latencies.put(Metric.P50, Double.parseDouble(matcher.group(3)) * MICROS_PER_MILLI);
      latencies.put(Metric.P99, Double.parseDouble(matcher.group(4)) * MICROS_PER_MILLI);
      latencies.put(Metric.MAX, Double.parseDouble(matcher.group(5)) * MICROS_PER_MILLI);
    }
    return new ToolFigures(job.operations(), Double.parseDouble(matcher.group(1)), latencies);
  }
}
