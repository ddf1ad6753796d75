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
import plumbline.input.WrongKeyException;
import plumbline.input.YamlPlaces;
import plumbline.problem.BadInputException;

/**
 * A file of claims: a list under the key {@code claims}.
 *
 * @param name {@code article} for the built-in one, else the file's name
 * @param claims in the order of the file
 * @param places where in the file they stand; empty if there is no file
 */
public record ClaimsFile(String name, List<Claim> claims, Optional<YamlPlaces> places) {
  /** The name of no claims at all, for plans that show figures and judge nothing. */
  public static final String NONE = "none";

  private static final String KEY = "claims";

  private static final Path FOLDER = Path.of("benchmarks", "claims");

  public ClaimsFile {
    claims = List.copyOf(claims);
  }

  /**
   * The layout of the file.
   *
   * @param claims at least one, each of which has an id of its own
   */
  record Document(List<Claim> claims) {
    Document {
      claims = List.copyOf(claims);
      if (claims.isEmpty()) {
        throw new BadInputException("there are no claims; the key claims is a list of them");
      }
      Map<String, Claim> byId = new LinkedHashMap<>();
      for (int i = 0; i < claims.size(); i++) {
        Claim claim = claims.get(i);
        if (byId.put(claim.id(), claim) != null) {
          throw new WrongKeyException("the id " + claim.id() + " is given twice", KEY, i, "id");
        }
      }
      for (int i = 0; i < claims.size(); i++) {
        Claim claim = claims.get(i);
        Object[] path = {KEY, i, "continues"};
        claim.continues().ifPresent(other -> checkContinued(claim, other, byId, path));
      }
    }

    private static void checkContinued(
        Claim claim, String other, Map<String, Claim> byId, Object... path) {
      String problem = claim.id() + ": continues " + other;
      Claim continued = byId.get(other);
      if (continued == null || other.equals(claim.id())) {
        List<String> others = byId.keySet().stream().filter(id -> !id.equals(claim.id())).toList();
        throw new WrongKeyException(
            problem
                + ", which is no other claim of this file"
                + (others.isEmpty() ? "" : "; " + Suggestion.known(other, others)),
            path);
      }
      if (continued.continues().isPresent()) {
        throw new WrongKeyException(
            problem + ", which continues one itself: name " + continued.continues().get(), path);
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
      return new ClaimsFile(NONE, List.of(), Optional.empty());
    }
    if (nameOrPath.matches("[A-Za-z0-9_-]+")) {
      Path edited = FOLDER.resolve(nameOrPath + ".yaml");
      Optional<StrictYaml.Placed<Document>> found =
          Files.isRegularFile(edited)
              ? Optional.of(StrictYaml.read(edited, Document.class))
              : BuiltIn.read("claims", nameOrPath, Document.class);
      if (found.isPresent()) {
        return of(nameOrPath, found.get());
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
    return of(String.valueOf(file.getFileName()), StrictYaml.read(file, Document.class));
  }

  private static ClaimsFile of(String name, StrictYaml.Placed<Document> read) {
    return new ClaimsFile(name, read.value().claims(), Optional.of(read.places()));
  }

  /**
   * The same claims, each of which can be about something.
   *
   * @param known all that can be measured, and what a run measured that is judged by them
   * @throws BadInputException if a claim selects by a name that nothing has
   */
  public ClaimsFile about(Collection<Measurable> known) {
    for (int i = 0; i < claims.size(); i++) {
      try {
        claims.get(i).check(known);
      } catch (WrongKeyException e) {
        WrongKeyException wrong = e.within("", KEY, i);
        String where = places.map(file -> file.at(wrong.path())).orElse(name);
        throw new BadInputException(where + ": " + e.getMessage(), e);
      }
    }
    return this;
  }

  /** The names of the built-in files. */
  public static List<String> names() {
    return BuiltIn.names("claims");
  }
}
