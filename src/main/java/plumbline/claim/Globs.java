package plumbline.claim;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One or several patterns, of which one must match: {@code *} stands for any text, {@code ?} for
 * one character. In YAML a plain value or a list.
 *
 * @param patterns at least one
 */
@JsonDeserialize(using = Globs.Reader.class)
public record Globs(List<String> patterns) {
  public Globs {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("an empty list matches nothing; leave the key out");
    }
  }

  @JsonValue
  List<String> list() {
    return patterns;
  }

  /** Whether one of the patterns matches the whole text. */
  public boolean matches(String text) {
    return patterns.stream().anyMatch(glob -> regex(glob).matcher(text).matches());
  }

  private static Pattern regex(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.chars()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** The patterns as they were written, separated by {@code |}. */
  @Override
  public String toString() {
    return String.join("|", patterns);
  }

  static final class Reader extends JsonDeserializer<Globs> {
    @Override
    public Globs deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      List<String> patterns = new ArrayList<>();
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          patterns.add(scalar(parser, context));
        }
      } else {
        patterns.add(scalar(parser, context));
      }
      return new Globs(patterns);
    }

    private static String scalar(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken().isScalarValue()
          ? parser.getText()
          : (String) context.handleUnexpectedToken(String.class, parser);
    }
  }
}
