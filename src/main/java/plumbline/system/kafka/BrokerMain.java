package plumbline.system.kafka;

import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The broker's own process: formats its data folder if that was not done, then is Kafka's own main.
 * Both in one JVM, because a JVM only to format takes as long as the broker's whole start.
 */
public final class BrokerMain {
  private BrokerMain() {}

  /** Runs the broker of a properties file and a cluster id until it is ended. */
  public static void main(String[] args) {
    String[] format = {"format", "--ignore-formatted", "-t", args[1], "-c", args[0]};
    int status = StorageTool.execute(format, System.out);
    if (status != 0) {
      System.exit(status);
    }
    Kafka.main(new String[] {args[0]});
  }
}
