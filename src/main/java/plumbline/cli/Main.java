package plumbline.cli;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command. */
  public static void main(String[] args) {
    System.exit(2);
  }
}
