package plumbline.run.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions that the build wrote down: of this program and of the client libraries. */
public final class Versions {
  private static final Properties VERSIONS = read();

  private Versions() {}

  /** The version of this program. */
  public static String plumbline() {
    return VERSIONS.getProperty("plumbline");
  }

  /** A client with its version if it is a library, else as it is: {@code bare socket}. */
  public static String client(String client) {
    String version = VERSIONS.getProperty(client);
    return version == null ? client : client + " " + version;
  }

  private static Properties read() {
    Properties versions = new Properties();
    try (InputStream stream =
        Versions.class.getResourceAsStream("/plumbline/versions.properties")) {
      versions.load(stream);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read plumbline/versions.properties", e);
    }
    return versions;
  }
}
