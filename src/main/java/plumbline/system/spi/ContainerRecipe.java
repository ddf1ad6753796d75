package plumbline.system.spi;

import java.util.function.Function;

/**
 * How a system is started in a container.
 *
 * @param image name of its image
 * @param ports how many ports it needs, at least 1; the first is published where the container does
 *     not share this machine's network
 * @param preparation says how it is started at a place
 */
public record ContainerRecipe(String image, int ports, Function<Place, Launch> preparation) {}
