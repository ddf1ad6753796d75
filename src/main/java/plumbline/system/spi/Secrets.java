package plumbline.system.spi;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Keeps passwords, tokens and keys out of what is stored and shown. */
public final class Secrets {
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass|secret|token|jaas|credential|masterauth|masteruser|certificate"
              + "|(^|[._-])keys?($|[._-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");

  private Secrets() {}

  /** Whether a setting of this name may hold a secret. Errs on the side of yes. */
  public static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).find();
  }

  /** The settings that hold no secret. */
  public static SortedMap<String, String> without(Map<String, String> settings) {
    SortedMap<String, String> open = new TreeMap<>();
    settings.forEach(
        (name, value) -> {
          if (!isSecret(name)) {
            open.put(name, withoutUserInfo(value));
          }
        });
    return open;
  }

  /** A text in which no address has a user or a password. */
  public static String withoutUserInfo(String text) {
    return USER_INFO.matcher(text).replaceAll("//");
  }
}
