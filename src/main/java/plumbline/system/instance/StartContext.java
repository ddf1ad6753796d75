package plumbline.system.instance;

import java.util.function.Consumer;
import plumbline.system.janitor.Janitor;
import plumbline.system.spi.ServerRequest;

/**
 * What a system needs to start a server.
 *
 * @param request what the user wants
 * @param janitor learns of everything that must not stay behind
 * @param progress takes one line now and then
 */
public record StartContext(ServerRequest request, Janitor janitor, Consumer<String> progress) {}
