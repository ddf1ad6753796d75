package plumbline.input;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import plumbline.problem.BadInputException;

/**
 * Where in a YAML text each key and value stands. Jackson's own locations are those of its parser
 * when it noticed, often a line too late.
 */
public final class YamlPlaces {
  private final String name;
  private final Node root;

  private YamlPlaces(String name, Node root) {
    this.name = name;
    this.root = root;
  }

  /**
   * Reads the structure.
   *
   * @throws BadInputException if the text is not YAML, empty, has a repeated key or an alias
   */
  static YamlPlaces of(String name, String text) {
    try {
      Yaml yaml = new Yaml(new LoaderOptions());
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event.is(Event.ID.Alias)) {
          throw new BadInputException(
              at(name, event.getStartMark()) + ": aliases (*name) are not supported, write it out");
        }
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        throw new BadInputException(name + ":1:1: the file is empty");
      }
      YamlPlaces places = new YamlPlaces(name, root);
      places.checkKeys(root);
      return places;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      String where = mark == null ? name : at(name, mark);
      throw new BadInputException(where + ": not valid YAML: " + oneLine(e.getProblem()), e);
    } catch (YAMLException e) {
      throw new BadInputException(name + ": not valid YAML: " + oneLine(e.getMessage()), e);
    }
  }

  /**
   * The place of the value that a path leads to, or of the last part of it that exists.
   *
   * @param path names of keys, and numbers of items of lists
   */
  public String at(List<Object> path) {
    Node node = root;
    for (Object step : path) {
      Optional<Node> next =
          value(
              node,
              step instanceof Integer index
                  ? new Reference(path, index)
                  : new Reference(path, String.valueOf(step)));
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return at(name, node.getStartMark());
  }

  /** The place of the value that a path leads to, or of the last part of it that exists. */
  String ofValue(List<Reference> path) {
    return at(name, last(path).getStartMark());
  }

  /** The place of a value within the one that a path leads to. */
  String ofValue(List<Reference> path, List<Object> inner) {
    List<Object> whole = new ArrayList<>();
    path.forEach(
        step -> whole.add(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
    whole.addAll(inner);
    return at(whole);
  }

  /** The place of the key that a path ends with, or of its item in a list. */
  String ofKey(List<Reference> path) {
    Node group = last(path.subList(0, path.size() - 1));
    Node key =
        tuple(group, path.get(path.size() - 1)).map(NodeTuple::getKeyNode).orElse(last(path));
    return at(name, key.getStartMark());
  }

  String name() {
    return name;
  }

  /** The scalar text at the end of a path, as the user wrote it. */
  Optional<String> text(List<Reference> path) {
    return last(path) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  private Node last(List<Reference> path) {
    Node node = root;
    for (Reference step : path) {
      Optional<Node> next = value(node, step);
      if (next.isEmpty()) {
        break;
      }
      node = next.get();
    }
    return node;
  }

  private void checkKeys(Node node) {
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (isNothing(item)) {
          throw new BadInputException(at(name, item.getStartMark()) + ": an empty list item");
        }
        checkKeys(item);
      }
    } else if (node instanceof MappingNode mapping) {
      Set<String> seen = new HashSet<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new BadInputException(
              at(name, tuple.getKeyNode().getStartMark()) + ": a key must be a plain word");
        }
        if (!seen.add(key.getValue())) {
          throw new BadInputException(
              at(name, key.getStartMark()) + ": the key '" + key.getValue() + "' is given twice");
        }
        if (isNothing(tuple.getValueNode())) {
          throw new BadInputException(
              at(name, key.getStartMark()) + ": the key '" + key.getValue() + "' has no value");
        }
        checkKeys(tuple.getValueNode());
      }
    }
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  /** The keys of the group that a path leads to, in the order of the file. */
  List<String> keys(List<Reference> path) {
    if (!(last(path) instanceof MappingNode mapping)) {
      return List.of();
    }
    return mapping.getValue().stream()
        .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
        .toList();
  }

  private static Optional<Node> value(Node node, Reference step) {
    if (node instanceof SequenceNode sequence
        && step.getIndex() >= 0
        && step.getIndex() < sequence.getValue().size()) {
      return Optional.of(sequence.getValue().get(step.getIndex()));
    }
    return tuple(node, step).map(NodeTuple::getValueNode);
  }

  private static Optional<NodeTuple> tuple(Node node, Reference step) {
    if (node instanceof MappingNode mapping && step.getFieldName() != null) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(step.getFieldName())) {
          return Optional.of(tuple);
        }
      }
    }
    return Optional.empty();
  }

  private static String at(String name, Mark mark) {
    return String.format(Locale.ROOT, "%s:%d:%d", name, mark.getLine() + 1, mark.getColumn() + 1);
  }

  static String oneLine(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }
}
