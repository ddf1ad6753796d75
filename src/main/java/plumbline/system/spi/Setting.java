package plumbline.system.spi;

import org.testcontainers.utility.DockerImageName;
import plumbline.problem.BadInputException;

/**
 * One thing that the user can say of a system. The command line has an option for each, and a
 * {@link ServerRequest} holds what was said.
 *
 * @param kind what it is about
 * @param option of the command line, such as {@code --name-image}; no other system has it
 * @param label of its value in the help, such as {@code IMAGE}
 * @param description for the help: a sentence with its full stop
 * @param example of a value, for messages; of an image, the one that is taken unless another is
 *     named
 */
public record Setting(Kind kind, String option, String label, String description, String example) {

  /** What a setting is about. */
  public enum Kind {
    /** The address of a server of the user's own. */
    ADDRESS,
    /** A file for the clients of a server of the user's own, such as with its credentials. */
    CONFIGURATION,
    /** The image of a container. */
    IMAGE,
    /** The program to start as a process. */
    BINARY;

    /** Whether it is about a server of the user's own, which this program does not start. */
    public boolean isExternal() {
      return this == ADDRESS || this == CONFIGURATION;
    }
  }

  /** The address of a server of the user's own. */
  public static Setting address(String option, String label, String description, String example) {
    return new Setting(Kind.ADDRESS, option, label, description, example);
  }

  /** A file for the clients of a server of the user's own. */
  public static Setting configuration(String option, String description) {
    return new Setting(Kind.CONFIGURATION, option, "FILE", description, "client.properties");
  }

  /** The image of a container, with the one that is taken unless the user names another. */
  public static Setting image(String option, String title, String usual) {
    return new Setting(
        Kind.IMAGE,
        option,
        "IMAGE",
        "Container image of " + title + " (default: " + usual + ").",
        usual);
  }

  /** The program to start as a process. */
  public static Setting binary(String option, String description) {
    return new Setting(Kind.BINARY, option, "PATH", description, "/usr/bin/server");
  }

  /**
   * Checks the form of a value, as far as it is the same for all systems.
   *
   * @throws BadInputException if it cannot be
   */
  void check(String value) {
    if (kind != Kind.IMAGE) {
      return;
    }
    try {
      DockerImageName.parse(value).assertValid();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          option + " takes the name of an image, such as " + example + ", not '" + value + "'", e);
    }
  }
}
