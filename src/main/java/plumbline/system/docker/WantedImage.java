package plumbline.system.docker;

/**
 * An image that has to be there.
 *
 * @param name as users write it, such as {@code redis:8.10.2}
 * @param wayOut what to add to the message if it does not come; may be empty
 */
record WantedImage(String name, String wayOut) {
  static WantedImage of(String name) {
    return new WantedImage(name, "");
  }
}
