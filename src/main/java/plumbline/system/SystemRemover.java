package plumbline.system;

import java.time.Duration;
import java.util.Map;
import plumbline.problem.CannotMeasureException;
import plumbline.system.docker.DockerEngine;
import plumbline.system.janitor.Remover;
import plumbline.system.spi.NoAnswerException;

/** The part of the janitor's work for which systems and container engines are asked. */
public final class SystemRemover implements Remover {
  @Override
  public void greet(String system, Map<String, String> endpoints, Duration limit) {
    try {
      Systems.named(system).dialect().ping(endpoints, limit);
    } catch (NoAnswerException e) {
      throw failed(system, e);
    }
  }

  @Override
  public void removeNames(
      String system, Map<String, String> endpoints, String prefix, Duration limit) {
    try {
      Systems.named(system).dialect().remove(endpoints, prefix, limit);
    } catch (NoAnswerException e) {
      throw failed(system, e);
    }
  }

  private static CannotMeasureException failed(String system, NoAnswerException problem) {
    return new CannotMeasureException(system + " " + problem.getMessage(), problem);
  }

  @Override
  public boolean removeContainer(String engine, String container) {
    return DockerEngine.remove(engine, container);
  }
}
