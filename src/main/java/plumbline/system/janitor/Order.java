package plumbline.system.janitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Optional;

/**
 * A line of the pipe: a JSON object, of which no beginning is one. So a line that was cut off when
 * the host died is not taken for another, shorter one.
 *
 * @param verb what to do
 * @param watch with what; empty where the host ends in order
 */
public record Order(Verb verb, Optional<Watch> watch) {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  /** What to do. */
  public enum Verb {
    WATCH,
    FORGET,
    DONE
  }

  String line() throws JsonProcessingException {
    return JSON.writeValueAsString(this);
  }

  /**
   * Reads what {@link #line()} gave.
   *
   * @throws JsonProcessingException if it is cut off
   */
  public static Order of(String line) throws JsonProcessingException {
    return JSON.readValue(line, Order.class);
  }
}
