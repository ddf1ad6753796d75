package plumbline.system.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.util.List;
import java.util.Objects;

/** By what an image is known for good; its name may stand for another one tomorrow. */
final class ImageDigest {
  private ImageDigest() {}

  /** The digest under which its registry has it; for one that was never in a registry, its id. */
  static String of(String image, InspectImageResponse origin) {
    List<String> digests = Objects.requireNonNullElse(origin.getRepoDigests(), List.of());
    String repository = repository(image);
    return digests.stream()
        // Named by its digest, it may have others as well.
        .filter(digest -> image.contains("@") && image.endsWith(digestOf(digest)))
        .findFirst()
        .or(() -> digests.stream().filter(d -> repository(d).equals(repository)).findFirst())
        .map(ImageDigest::digestOf)
        .orElse(origin.getId());
  }

  private static String digestOf(String reference) {
    return reference.substring(reference.indexOf('@') + 1);
  }

  /** Without tag and digest, and without what engines leave out or add for Docker Hub. */
  private static String repository(String image) {
    String name = image.split("@")[0];
    int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    return (colon < 0 ? name : name.substring(0, colon))
        .replaceFirst("^(index\\.)?docker\\.io/", "")
        .replaceFirst("^library/", "");
  }
}
