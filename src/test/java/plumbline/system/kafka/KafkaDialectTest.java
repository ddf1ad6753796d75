package plumbline.system.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.junit.jupiter.api.Test;
import plumbline.system.spi.NoAnswerException;

class KafkaDialectTest {
  @Test
  void refusedPasswordIsNotTriedAgain() {
    NoAnswerException problem =
        KafkaDialect.noAnswer(
            new SaslAuthenticationException("Authentication failed: Invalid username or password"));

    assertThat(problem)
        .hasMessage("refuses the credentials: Authentication failed: Invalid username or password");
    assertThat(problem.isDecided()).isTrue();
  }

  @Test
  void silenceMayPass() {
    NoAnswerException problem =
        KafkaDialect.noAnswer(new TimeoutException("Timed out waiting for a node assignment."));

    assertThat(problem).hasMessage("accepts a connection but does not answer as Kafka");
    assertThat(problem.isDecided()).isFalse();
  }

  @Test
  void causeOfAClientThatCannotBeMadeIsShown() {
    NoAnswerException problem =
        KafkaDialect.noAnswer(
            new KafkaException("Failed to create", new ExecutionException(new Exception("why"))));

    assertThat(problem).hasMessage("cannot be connected to: why");
    assertThat(problem.isDecided()).isTrue();
  }

  @Test
  void brokenJaasConfigurationShowsNoPartOfThePassword() throws Exception {
    String jaas = PlainLoginModule.class.getName() + " required password=\"open\" sesame\";";
    try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Map<String, String> endpoints =
          Map.of(
              "bootstrap.servers",
              "127.0.0.1:" + socket.getLocalPort(),
              "security.protocol",
              "SASL_PLAINTEXT",
              "sasl.mechanism",
              "PLAIN",
              "sasl.jaas.config",
              jaas);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> new KafkaDialect().ping(endpoints, java.time.Duration.ofSeconds(2)))
          .isInstanceOf(NoAnswerException.class)
          .hasMessageStartingWith("cannot be connected to: ")
          .hasMessageNotContaining("sesame")
          .hasMessageNotContaining("\n");
    }
  }
}
