package plumbline.system.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.testcontainers.utility.DockerImageName;
import plumbline.problem.CannotMeasureException;
import plumbline.system.process.Pause;

/** Pulls images, all at once, and gives up when nothing arrives. */
final class ImagePulls {
  /** Until the engine has said anything of an image: it has asked the registry by then. */
  static final Duration FIRST_SIGN_LIMIT = Duration.ofSeconds(6);

  /** Without anything new. */
  static final Duration STALL_LIMIT = Duration.ofSeconds(10);

  private static final long POLL_MILLIS = 50;
  private static final Duration FIRST_LINE = Duration.ofSeconds(1);
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  private final EngineLink link;
  private final Consumer<String> progress;
  private final Duration firstSign;
  private final Duration stall;

  ImagePulls(EngineLink link, Consumer<String> progress) {
    this(link, progress, FIRST_SIGN_LIMIT, STALL_LIMIT);
  }

  ImagePulls(EngineLink link, Consumer<String> progress, Duration firstSign, Duration stall) {
    this.link = link;
    this.progress = progress;
    this.firstSign = firstSign;
    this.stall = stall;
  }

  /** Pulls and waits. If one fails or makes no progress, the others are given up as well. */
  void run(List<String> images) {
    List<ImagePull> pulls = images.stream().map(ImagePull::new).toList();
    progress.accept(text(pulls));
    boolean complete = false;
    try {
      pulls.forEach(this::begin);
      await(pulls);
      complete = true;
    } finally {
      if (!complete) {
        pulls.forEach(ImagePulls::giveUp);
      }
    }
  }

  private void begin(ImagePull pull) {
    DockerImageName name = DockerImageName.parse(pull.image());
    link.ask(
        DockerEngine.ANSWER_LIMIT,
        client ->
            client
                .pullImageCmd(name.getUnversionedPart())
                .withTag(name.getVersionPart())
                .exec(pull));
    pull.begun();
  }

  private void await(List<ImagePull> pulls) {
    Duration silence = FIRST_LINE;
    long said = System.nanoTime();
    String last = text(pulls);
    while (!pulls.stream().allMatch(ImagePull::isDone)) {
      pulls.forEach(this::check);
      if (System.nanoTime() - said > silence.toNanos()) {
        String now = text(pulls);
        if (!now.equals(last)) {
          progress.accept(now);
        }
        last = now;
        said = System.nanoTime();
        // Lines come one below the other, so a long pull says less and less often how far it is.
        silence = min(silence.multipliedBy(2), LONGEST_SILENCE);
      }
      Pause.of(POLL_MILLIS, "pulling " + names(pulls));
    }
  }

  private void check(ImagePull pull) {
    pull.error()
        .ifPresent(
            error -> {
              throw failed(pull, "cannot be pulled: " + error);
            });
    Duration limit = pull.hasSign() ? stall : firstSign;
    if (!pull.isDone() && pull.nanosWithoutProgress() > limit.toNanos()) {
      throw failed(
          pull, "is not here, and its pull made no progress for " + EngineErrors.seconds(limit));
    }
  }

  private static CannotMeasureException failed(ImagePull pull, String what) {
    return new CannotMeasureException("the image " + pull.image() + " " + what);
  }

  private static String names(List<ImagePull> pulls) {
    return pulls.stream().map(pull -> pull.image()).collect(Collectors.joining(", "));
  }

  private static String text(List<ImagePull> pulls) {
    return pulls.stream()
        .filter(pull -> !pull.isDone())
        .map(ImagePull::text)
        .collect(Collectors.joining(", ", "pulling ", ""));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void giveUp(ImagePull pull) {
    try {
      pull.close();
    } catch (IOException e) {
      // It is given up because the engine is in trouble: that is told already.
      return;
    }
  }
}
