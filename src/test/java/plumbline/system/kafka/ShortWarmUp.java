package plumbline.system.kafka;

import java.time.Duration;
import plumbline.result.RunManifest;
import plumbline.system.spi.ServerHandle;

/** The warm-up of a broker with a rule that is soon met. */
public final class ShortWarmUp {
  /** Operations without which it goes on: a busy machine makes few in its two windows. */
  public static final int LEAST = 20;

  private ShortWarmUp() {}

  /** Warms for a second or two. */
  public static RunManifest.WarmUp run(ServerHandle kafka) {
    return new BrokerWarmUp(
            kafka,
            line -> {},
            Duration.ofSeconds(1),
            new SettlingRule(Duration.ofMillis(200), 1, 1_000, LEAST, Duration.ofSeconds(20)))
        .run();
  }
}
