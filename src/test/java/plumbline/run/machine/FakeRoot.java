package plumbline.run.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A root of a file system with only the files that a test puts there. */
record FakeRoot(Path path) {
  /** Adds a file with a line feed at its end, as the kernel writes them. */
  FakeRoot with(String file, String text) {
    Path target = path.resolve(file);
    try {
      Files.createDirectories(target.getParent());
      Files.writeString(target, text + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  LinuxFiles files() {
    return new LinuxFiles(path);
  }
}
