package plumbline.input;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Tells Jackson which components of a record must be there: all but the {@code Optional…} ones and,
 * if so chosen, lists and maps. Jackson's own default is to fill in null or 0 in silence.
 */
public final class RequiredKeys extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private final boolean collectionsToo;

  /**
   * Makes the rule.
   *
   * @param collectionsToo whether lists and maps must be there, too
   */
  public RequiredKeys(boolean collectionsToo) {
    this.collectionsToo = collectionsToo;
  }

  @Override
  public Boolean hasRequiredMarker(AnnotatedMember member) {
    if (!(member instanceof AnnotatedParameter)) {
      return null;
    }
    Class<?> type = member.getRawType();
    if (type == Optional.class
        || type == OptionalInt.class
        || type == OptionalLong.class
        || type == OptionalDouble.class) {
      return false;
    }
    boolean collection =
        Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    return !collection || collectionsToo;
  }
}
