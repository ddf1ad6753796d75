package plumbline.system.spi;

import java.time.Duration;

/** What has become of what a run made on a server. */
public sealed interface Removal {
  /** One line for a reader, which continues the name of the server: {@code keeps …}. */
  String text();

  /**
   * It was found by its prefix and removed.
   *
   * @param count how many there were
   */
  record Removed(int count) implements Removal {
    @Override
    public String text() {
      return "lost what this run made on it: " + count;
    }
  }

  /**
   * It cannot be found any more, and goes by itself.
   *
   * @param within the longest time that it stays
   */
  record Expires(Duration within) implements Removal {
    @Override
    public String text() {
      return "cannot list what this run made on it; all of it expires within "
          + within.toSeconds()
          + " s";
    }
  }

  /**
   * It stays.
   *
   * @param why as a clause: {@code it cannot list its keys}
   */
  record Impossible(String why) implements Removal {
    @Override
    public String text() {
      return "keeps what this run made on it, because " + why;
    }
  }
}
