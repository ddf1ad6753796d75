package plumbline.system.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.problem.BadInputException;
import plumbline.problem.CannotMeasureException;
import plumbline.result.Promise;
import plumbline.result.RunManifest;
import plumbline.result.SystemFacts;
import plumbline.result.Topic;
import plumbline.system.check.Check;
import plumbline.system.check.Needs;
import plumbline.system.tool.NativeTool;

/**
 * A system that can be measured: all that this program knows of it. How to add one, see this
 * package.
 */
public abstract class ServerSystem {
  private final String id;
  private final String title;
  private final Dialect dialect;
  private final List<Setting> settings;

  /**
   * A system.
   *
   * @param id the name in plans, files, options and messages: lower-case letters and digits
   * @param title the name in prose
   * @param dialect how this program talks to it, beside the measuring
   * @param settings what the user can say of it; one of each kind at most, and an {@link
   *     Setting.Kind#ADDRESS}
   */
  protected ServerSystem(String id, String title, Dialect dialect, Setting... settings) {
    this.id = id;
    this.title = title;
    this.dialect = dialect;
    this.settings = List.of(settings);
  }

  public final String id() {
    return id;
  }

  public final String title() {
    return title;
  }

  public final Dialect dialect() {
    return dialect;
  }

  public final List<Setting> settings() {
    return settings;
  }

  /** The setting of a kind; empty if the system has none. */
  public final Optional<Setting> setting(Setting.Kind kind) {
    return settings.stream().filter(setting -> setting.kind() == kind).findFirst();
  }

  // Where it comes from

  /**
   * How it is started as a child process. Asked before anything is started, so this takes no time.
   */
  public Offer<ProcessRecipe> process(ServerRequest request) {
    return Offer.none(title + " is no process of this program's own");
  }

  /**
   * How it is started in a container. Asked before anything is started, so this takes no time.
   *
   * @throws BadInputException if what the user wants of containers cannot be
   */
  public Offer<ContainerRecipe> container(ServerRequest request) {
    return Offer.none(title + " has no container image");
  }

  /**
   * Where the user's own is; empty if he names none.
   *
   * @throws BadInputException if the address or its configuration cannot be used
   */
  public abstract Optional<Address> external(ServerRequest request);

  /** The image that holds the version of a server that runs; empty if there is none. */
  public Optional<String> imageLike(ServerHandle server) {
    return Optional.empty();
  }

  // What is done to it

  /**
   * Brings the server to the state in which it is measured; empty if it needs no warm-up.
   *
   * @param progress takes one line now and then
   * @throws CannotMeasureException if the server fails meanwhile
   */
  public Optional<RunManifest.WarmUp> warmUp(ServerHandle handle, Consumer<String> progress) {
    return Optional.empty();
  }

  /**
   * The conditions that parameters of a benchmark put in place of those of the server.
   *
   * @param origin where the server comes from
   * @param params of the benchmark, by name
   * @throws BadInputException if a value cannot be
   */
  public Map<String, String> conditions(Origin origin, Map<String, String> params) {
    return Map.of();
  }

  /**
   * The parameters by which benchmarks ask what an acknowledgement promises, and of each the usual
   * values with what they ask for.
   */
  public Map<String, Map<String, Promise>> asks() {
    return Map.of();
  }

  /**
   * What a server promises of a write that it acknowledges.
   *
   * @param conditions of the server, with those that {@link #conditions} puts in their place
   */
  public Promise promise(Map<String, String> conditions) {
    return Promise.UNKNOWN;
  }

  /**
   * Brings a server that this program started to the settings that a benchmark's parameters ask
   * for, and to those that it was started with where they ask for nothing: whatever was measured
   * before, and however that ended. A server of the user's own is left as it is.
   *
   * @param params of the benchmark that is measured next, by name
   * @throws CannotMeasureException if the server does not take the settings
   */
  public void prepare(ServerHandle handle, Map<String, String> params) {}

  /** Tools that come with it and measure it, as a user would run them. */
  public List<NativeTool> tools() {
    return List.of();
  }

  // What is said of it

  /** What a server takes of the machine on which this program starts it. */
  public Needs needs() {
    return Needs.NONE;
  }

  /** What a machine means for servers of this system on it, beside {@link #needs()}. */
  public List<Check> checks(RunManifest.Environment machine) {
    return List.of();
  }

  /**
   * Keys of {@link Identity#configuration()} that are others at every start, such as the process
   * id: a comparison of two runs leaves them out.
   */
  public Set<String> volatileConfiguration() {
    return Set.of();
  }

  /** Sentences for reports by what they are about. */
  public Map<Topic, String> remarks() {
    return Map.of();
  }

  /** What a run writes down, so that its readers need not know this system. */
  public final SystemFacts facts() {
    return SystemFacts.of(title, volatileConfiguration(), asks().keySet(), remarks());
  }
}
