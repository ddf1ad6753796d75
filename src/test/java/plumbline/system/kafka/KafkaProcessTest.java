package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.problem.CannotMeasureException;
import plumbline.system.ServerRequest;
import plumbline.system.StartContext;
import plumbline.system.janitor.Janitor;
import plumbline.system.process.Ports;

class KafkaProcessTest {
  @TempDir Path logs;

  @Test
  void brokerWhosePortIsTakenTriesOthersAndAtLastSaysWhyInOneLine() throws Exception {
    try (Janitor janitor = Janitor.start();
        ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Deque<List<Integer>> ports = new ArrayDeque<>();
      for (int attempt = 0; attempt < 2; attempt++) {
        ports.add(List.of(taken.getLocalPort(), Ports.free(1).get(0)));
      }
      StartContext context =
          new StartContext(ServerRequest.of(logs, "plumbline-port-"), janitor, line -> {});

      assertThatThrownBy(
              () -> KafkaProcess.start(new KafkaSystem(), context, ports::removeFirst, 2))
          .isInstanceOf(CannotMeasureException.class)
          .hasMessageMatching(
              "kafka \\(process \\d+\\) ended with exit code 1: .*already in use.*; see .*kafka\\.log");

      assertThat(ports).isEmpty();
      assertThat(Files.readString(logs.resolve("kafka.log")).lines())
          .filteredOn(line -> line.contains("shut down completed"))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }
}
