package plumbline.result;

/**
 * What a remark on a system is about.
 *
 * @param id its name in files
 */
public record Topic(String id) {
  /** What a comparison of processes and containers includes beside the container. */
  public static final Topic CONTAINERS = new Topic("containers");

  /** What it means that nothing is replicated. */
  public static final Topic ONE_NODE = new Topic("one node");

  /** What to know of a server that gives a promise, beside the promise. */
  public static Topic gives(Promise promise) {
    return new Topic("gives " + promise.id());
  }

  /** What a parameter of a benchmark does to its figures whatever the server does. */
  public static Topic param(String name) {
    return new Topic("parameter " + name);
  }

  /** Why no server of the system gives a promise. */
  public static Topic lacks(Promise promise) {
    return new Topic("lacks " + promise.id());
  }
}
