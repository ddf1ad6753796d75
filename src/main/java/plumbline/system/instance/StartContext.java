package plumbline.system.instance;

import java.nio.file.Path;
import java.util.function.Consumer;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.ServerRequest;
import plumbline.system.spi.ServerSystem;

/** What the user wants, who cleans up if this program dies, and who takes a line now and then. */
public record StartContext(ServerRequest request, Janitor janitor, Consumer<String> progress) {
  /** The file for what a server of a system prints. */
  public Path logOf(ServerSystem system) {
    return request.logs().resolve(system.id() + ".log");
  }
}
