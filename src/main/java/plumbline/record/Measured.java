package plumbline.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import plumbline.load.Load;

/**
 * What a benchmark method measures. The host reads it to know which server a benchmark needs and
 * how to name its rows; every {@code @Benchmark} method of this program carries it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Measured {
  /**
   * The system under test: the name of a server system, or {@code loopback}, {@code instrument}.
   */
  String system();

  /** The operation as the field calls it, such as {@code GET}. */
  String operation();

  /**
   * The client: a key of {@code versions.properties}, whose version is then added, or plain words
   * such as {@code bare socket}; empty if there is no client.
   */
  String client() default "";

  /**
   * How operations are sent. A paced benchmark has the parameter {@code rate} of {@link OpenLoop}.
   */
  Load load() default Load.CLOSED;

  /**
   * Operations in flight, unless the benchmark has a parameter {@code inFlight}. A paced load is
   * not bounded, and a saturated one may be bounded by bytes: 0.
   */
  int inFlight() default 1;
}
