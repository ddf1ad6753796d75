package plumbline.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.input.BuiltIn;
import plumbline.input.StrictYaml;
import plumbline.input.Suggestion;
import plumbline.problem.BadInputException;

/**
 * A file of claims: a list under the key {@code claims}.
 *
 * @param name {@code article} for the built-in one, else the file's name
 * @param claims in the order of the file
 */
public record ClaimsFile(String name, List<Claim> claims) {
  /** The name of no claims at all, for plans that show figures and judge nothing. */
  public static final String NONE = "none";

  private static final Path FOLDER = Path.of("benchmarks", "claims");

  public ClaimsFile {
    claims = List.copyOf(claims);
  }

  /** The layout of the file. */
  record Document(List<Claim> claims) {
    Document {
      claims = List.copyOf(claims);
      if (claims.isEmpty()) {
        throw new BadInputException("there are no claims; the key claims is a list of them");
      }
      Map<String, Claim> byId = new LinkedHashMap<>();
      for (Claim claim : claims) {
        if (byId.put(claim.id(), claim) != null) {
          throw new BadInputException("the id " + claim.id() + " is given twice");
        }
      }
      for (Claim claim : claims) {
        claim.continues().ifPresent(other -> checkContinued(claim, other, byId));
      }
    }

    private static void checkContinued(Claim claim, String other, Map<String, Claim> byId) {
      String problem = claim.id() + ": continues " + other;
      Claim continued = byId.get(other);
      if (continued == null || other.equals(claim.id())) {
        List<String> others = byId.keySet().stream().filter(id -> !id.equals(claim.id())).toList();
        throw new BadInputException(
            problem
                + ", which is no other claim of this file"
                + (others.isEmpty() ? "" : "; " + Suggestion.known(other, others)));
      }
      if (continued.continues().isPresent()) {
        throw new BadInputException(
            problem + ", which continues one itself: name " + continued.continues().get());
      }
    }
  }

  /**
   * Loads claims by name or path; {@value #NONE} stands for no claims. A name is looked up in
   * {@code benchmarks/claims} of the working directory, where the user edits them, and else in the
   * jar.
   *
   * @throws BadInputException if there are none, or they are not right
   */
  public static ClaimsFile load(String nameOrPath) {
    if (nameOrPath.equals(NONE)) {
      return new ClaimsFile(NONE, List.of());
    }
    if (nameOrPath.matches("[A-Za-z0-9_-]+")) {
      Path edited = FOLDER.resolve(nameOrPath + ".yaml");
      Optional<Document> found =
          Files.isRegularFile(edited)
              ? Optional.of(StrictYaml.read(edited, Document.class))
              : BuiltIn.read("claims", nameOrPath, Document.class);
      if (found.isPresent()) {
        return new ClaimsFile(nameOrPath, found.get().claims());
      }
    }
    Path path = Path.of(nameOrPath);
    if (!Files.exists(path)) {
      throw new BadInputException(
          nameOrPath
              + ": no such claims file, nor are there built-in claims of that name; "
              + Suggestion.known(nameOrPath, names()));
    }
    return load(path);
  }

  /**
   * Loads the user's own file.
   *
   * @throws BadInputException if there is none, or it is not right
   */
  public static ClaimsFile load(Path file) {
    return new ClaimsFile(
        String.valueOf(file.getFileName()), StrictYaml.read(file, Document.class).claims());
  }

  /**
   * The same claims, each of which can be about something.
   *
   * @param known all that can be measured, and what a run measured that is judged by them
   * @throws BadInputException if a claim selects by a name that nothing has
   */
  public ClaimsFile about(Collection<Measurable> known) {
    claims.forEach(claim -> claim.check(name, known));
    return this;
  }

  /** The names of the built-in files. */
  public static List<String> names() {
    return BuiltIn.names("claims");
  }
}
