package plumbline.system.docker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that starts containers of {@link TestImages}. Where they cannot be had it is skipped, with
 * one line on the terminal for all such tests; with {@code CI=true} it fails there.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDockerCondition.class)
public @interface NeedsDocker {}
