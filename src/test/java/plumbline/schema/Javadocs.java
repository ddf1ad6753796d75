package plumbline.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc of a record says of it, of its components and of its methods. */
final class Javadocs {
  private static final Path SOURCES =
      Path.of(System.getProperty("plumbline.basedir", "."), "src/main/java");
  private static final Map<Class<?>, Map<String, String>> READ = new ConcurrentHashMap<>();

  private final Map<String, String> texts;
  private final String name;

  private Javadocs(Map<String, String> texts, String name) {
    this.texts = texts;
    this.name = name;
  }

  /** Of a class of the main sources; empty of any other. */
  static Javadocs of(Class<?> type) {
    return new Javadocs(READ.computeIfAbsent(outermost(type), Javadocs::read), name(type));
  }

  /** The first sentence on the record. */
  Optional<String> summary() {
    return Optional.ofNullable(texts.get(name));
  }

  /** On a component or a method without parameters. */
  Optional<String> about(String member) {
    return Optional.ofNullable(texts.get(name + "#" + member));
  }

  private static Class<?> outermost(Class<?> type) {
    return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static Map<String, String> read(Class<?> outermost) {
    Path file = SOURCES.resolve(outermost.getName().replace('.', '/') + ".java");
    Map<String, String> found = new HashMap<>();
    if (!file.toFile().isFile()) {
      return found;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Collector(trees, found).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Collector extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private final Map<String, String> found;

    Collector(DocTrees trees, Map<String, String> found) {
      this.trees = trees;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        String name = classes(getCurrentPath());
        found.put(name, text(comment.getFirstSentence()));
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param && !param.isTypeParameter()) {
            found.put(name + "#" + param.getName(), text(param.getDescription()));
          }
        }
      }
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null && tree.getParameters().isEmpty()) {
        found.put(
            classes(getCurrentPath()) + "#" + tree.getName(), text(comment.getFirstSentence()));
      }
      return super.visitMethod(tree, null);
    }
  }

  /** The names of the classes that a place is in, the outermost first. */
  private static String classes(TreePath path) {
    StringBuilder names = new StringBuilder();
    for (Tree tree : path) {
      if (tree instanceof ClassTree one) {
        names.insert(0, one.getSimpleName() + (names.isEmpty() ? "" : "."));
      }
    }
    return names.toString();
  }

  private static String text(List<? extends DocTree> parts) {
    return parts.stream()
        .map(Javadocs::text)
        .collect(Collectors.joining())
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static String text(DocTree part) {
    if (part instanceof TextTree text) {
      return text.getBody();
    } else if (part instanceof LiteralTree literal) {
      return "`" + literal.getBody().getBody().strip() + "`";
    } else if (part instanceof LinkTree link && !link.getLabel().isEmpty()) {
      return text(link.getLabel());
    } else if (part instanceof LinkTree link) {
      return link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.');
    }
    return part.toString();
  }
}
