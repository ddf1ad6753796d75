package plumbline.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ThreadTimesTest {
  @TempDir Path tasks;

  private void thread(int id, String name, long ran) throws IOException {
    Path folder = Files.createDirectories(tasks.resolve(String.valueOf(id)));
    Files.writeString(folder.resolve("comm"), name + "\n");
    Files.writeString(folder.resolve("schedstat"), ran + " 17 3\n");
  }

  @Test
  void theBusiestIsTheOneThatTookMostSinceTheBeginningAndNoCompiler() throws IOException {
    thread(7, "main", 9_000);
    thread(8, "C2 CompilerThre", 100);
    thread(9, "sender", 500);
    ThreadTimes times = new ThreadTimes(tasks);
    times.begin();
    thread(7, "main", 9_010);
    thread(8, "C2 CompilerThre", 99_999);
    thread(9, "sender", 800);
    thread(10, "started meanwhile", 299);

    assertThat(times.busiest(Map.of())).hasValue(300);
    thread(10, "started meanwhile", 301);
    assertThat(times.busiest(Map.of())).hasValue(301);
  }

  @Test
  void aSenderThatOnlyWaitsIsNotBusy() throws IOException {
    thread(7, "sender", 100);
    thread(8, "receiver", 100);
    ThreadTimes times = new ThreadTimes(tasks);
    times.begin();
    thread(7, "sender", 1_100);
    thread(8, "receiver", 400);

    assertThat(times.busiest(Map.of())).hasValue(1_000);
    assertThat(times.busiest(Map.of("7", 800L))).hasValue(300);
    assertThat(times.busiest(Map.of("7", 2_000L, "8", 2_000L))).hasValue(0);
  }

  @Test
  void nobodyTellsOfAProcessThatIsNotHere() {
    ThreadTimes times = ThreadTimes.of(OptionalLong.empty());
    times.begin();
    assertThat(times.busiest(Map.of())).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aThreadThatSpinsIsSeen() {
    ThreadTimes times = ThreadTimes.ofThisFork();
    times.begin();
    long start = System.nanoTime();
    while (System.nanoTime() - start < 50_000_000) {
      Thread.onSpinWait();
    }
    // On a busy machine it may have had a part of that only.
    assertThat(times.busiest(Map.of()).orElseThrow()).isPositive();
  }
}
